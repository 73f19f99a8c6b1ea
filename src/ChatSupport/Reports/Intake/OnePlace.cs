namespace ChatSupport.Reports.Intake;

/// <summary>Keeps who sends from one place (an address of the web chat, however many chats it begins) from taking the turn of all others: of one place one number is made at a
/// time, some wait in line, and the others keep their draft and are told to send it again.</summary>
/// <remarks>A place is a number that means nothing outside of this process and is kept nowhere. Thousands may share one, so nobody is turned away for good.</remarks>
internal sealed class OnePlace(TimeProvider time)
{
    /// <summary>How many of one place wait.</summary>
    public const int MostWaiting = 20;

    /// <summary>How long one waits.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Lock looking = new();
    private readonly Dictionary<int, Line> lines = [];

    /// <summary>Does it when it is the turn of this place.</summary>
    /// <param name="place">Where it comes from; null where nobody knows: then at once.</param>
    /// <param name="act">What is to be done.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <exception cref="TimeoutException">Too many of this place wait; nothing was done.</exception>
    public async Task<T> Run<T>(int? place, Func<Task<T>> act, CancellationToken cancel)
    {
        if (place is not { } one)
            return await act();
        var line = Join(one);
        try
        {
            await line.Enter(time, cancel);
            try
            {
                return await act();
            }
            finally
            {
                line.Turn.Release();
            }
        }
        finally
        {
            Leave(one, line);
        }
    }

    private Line Join(int place)
    {
        lock (looking)
        {
            var line = lines.GetValueOrDefault(place) ?? new Line();
            if (line.Inside > MostWaiting)
                throw new TimeoutException("Too many of one place send a report.");
            line.Inside++;
            lines[place] = line;
            return line;
        }
    }

    private void Leave(int place, Line line)
    {
        lock (looking)
        {
            if (--line.Inside == 0)
                lines.Remove(place);
        }
    }

    private sealed class Line
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public int Inside { get; set; }

        public async Task Enter(TimeProvider time, CancellationToken cancel)
        {
            using var patience = new CancellationTokenSource(Patience, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
            try
            {
                await Turn.WaitAsync(either.Token);
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                throw new TimeoutException("The turn of one of this place did not come in time.");
            }
        }
    }
}
