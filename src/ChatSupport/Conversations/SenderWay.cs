namespace ChatSupport.Conversations;

/// <summary>One channel out, used no faster than it allows.</summary>
internal sealed class SenderWay(IChannelOut channel, SenderDesk desk) : IDisposable
{
    private const int MostAtOnce = 64;

    // A tenth of what the channel allows is kept for those in danger, so that they never wait behind anybody else.
    private const double ForUrgent = 0.1;

    private readonly Pace pace = new(Part(channel.Pace, 1 - ForUrgent), desk.Time);
    private readonly Pace urgent = new(Part(channel.Pace, ForUrgent), desk.Time);
    private readonly SemaphoreSlim places = new(MostAtOnce);

    public IChannelOut Channel { get; } = channel;

    /// <summary>Sends once, when it is its turn.</summary>
    /// <param name="outbound">The message.</param>
    /// <param name="stopping">Ends the waiting; a message on its way is seen through for a while.</param>
    public async Task<SendOutcome> Send(Outbound outbound, CancellationToken stopping)
    {
        var countsInChat = outbound.Body is not OutboundBody.Erase;
        var isUrgent = outbound.Body is OutboundBody.Line { Urgent: true };
        if (await (isUrgent ? urgent : pace).Wait(countsInChat ? outbound.Conversation : null, stopping).ConfigureAwait(false))
            desk.Figures.Waited(Channel.Channel, "pace");
        await places.WaitAsync(stopping).ConfigureAwait(false);
        try
        {
            var outcome = await Channel.Send(outbound, desk.Abort).ConfigureAwait(false);
            desk.Figures.Sent(Channel.Channel, NameOf(outcome));
            return outcome;
        }
        catch (OperationCanceledException) when (desk.Abort.IsCancellationRequested)
        {
            throw new OperationCanceledException(stopping);
        }
        catch (Exception e)
        {
            desk.Log.ChannelFailed(Channel.Channel, outbound.Id, e);
            desk.Figures.Sent(Channel.Channel, "failed");
            return new SendOutcome.TryAgain("the channel failed in an unforeseen way");
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>The channel asked to wait.</summary>
    public void Held(SendOutcome.Wait wait)
    {
        if (wait.Everybody)
        {
            pace.HoldAll(wait.For);
            urgent.HoldAll(wait.For);
        }
        desk.Figures.Waited(Channel.Channel, "channel");
    }

    public void Dispose() => places.Dispose();

    private static ChannelPace Part(ChannelPace pace, double part) => pace with { PerSecond = Math.Max(1, pace.PerSecond * part) };

    private static string NameOf(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Sent => "sent",
        SendOutcome.Wait => "wait",
        SendOutcome.TryAgain => "try_again",
        SendOutcome.Refused => "refused",
        SendOutcome.EditGone => "edit_gone",
        SendOutcome.Unreachable => "unreachable",
        SendOutcome.Moved => "moved",
        _ => "unknown",
    };
}
