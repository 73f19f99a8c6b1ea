using ChatSupport.Conversations;
using ChatSupport.Conversations.Insight;
using ChatSupport.Dialogs.Model;
using ChatSupport.Storage;

namespace ChatSupport.Hosting.Demo;

/// <summary>Figures of the weeks before this one, made up by chance.</summary>
internal sealed class SampleFigures(Library library, FootstepCounts now, MissedWordRows words, StoreWriter writer)
{
    private const int Weeks = 9;
    private const int DaysOfWeek = 7;
    private const int AtHome = 280; // visits a week
    private const int EachComes = 3; // times a week
    private const double Deeper = 0.45; // of the visits of a screen come to one that it leads to

    private static readonly string[] unknown = ["ទិដ្ឋាការ", "លិខិតឆ្លងដែន", "ជួលបន្ទប់", "visa", "passport"];

    /// <summary>Writes them.</summary>
    /// <param name="chance">Makes them up.</param>
    /// <param name="workers">Conversations of those who typed words that nobody understood.</param>
    /// <param name="cancel">Gives up between two weeks.</param>
    public async Task Write(Random chance, IReadOnlyList<string> workers, CancellationToken cancel)
    {
        var weights = Weights(library.Current.Dialogs, library.Current.Home);
        for (var ago = Weeks; ago > 0; ago--)
        {
            var week = now.Week().AddDays(-ago * DaysOfWeek);
            var counts = weights.SelectMany(one => new[] { ("km", 0.85), ("en", 0.15) }.Select(part => (Key: new CountKey(week, one.Key, part.Item1), Count: Of(chance, one.Value * part.Item2)))).Where(one => one.Count != default).ToList();
            await writer.Write(session =>
            {
                foreach (var (key, count) in counts)
                {
                    ScreenCountRows.Add(session, key, count);
                    for (var worker = 0; worker < count.Visits / EachComes; worker++)
                        ScreenCountRows.Add(session, key, $"sample {worker}");
                }
                return counts.Count;
            }, cancel);
        }
        await writer.Write(session =>
        {
            foreach (var (word, at) in unknown.Select((word, at) => (word, at)))
            {
                foreach (var worker in workers.Take(MissedWordRows.MostHidden + (3 * (unknown.Length - at))))
                    words.Add(session, new MissedWord(now.Week().AddDays(-DaysOfWeek), library.Current.Home, word, worker));
            }
            ScreenCountRows.Close(session, now.Week());
            MissedWordRows.Close(session, now.Week());
            return unknown.Length;
        }, cancel);
    }

    /// <summary>How much a screen is visited: the farther from home the less.</summary>
    private static Dictionary<ScreenId, double> Weights(DialogSet dialogs, ScreenId home)
    {
        var weights = new Dictionary<ScreenId, double> { [home] = AtHome };
        var next = new Queue<ScreenId>([home]);
        while (next.TryDequeue(out var from))
        {
            foreach (var to in dialogs.Find(from)!.Choices.Select(choice => choice.Go.Screen).OfType<ScreenId>().Where(to => dialogs.Find(to) is not null && !weights.ContainsKey(to)))
            {
                weights[to] = weights[from] * Deeper;
                next.Enqueue(to);
            }
        }
        return weights;
    }

    private static ScreenCount Of(Random chance, double weight)
    {
        var visits = Some(weight);
        var left = Share(visits, 0.7);
        return new ScreenCount(visits, left, Share(left, 0.15), Some(weight * 0.08), Some(weight * 0.02), Some(weight * 0.1));

        long Some(double mean) => (long)((mean * (0.5 + chance.NextDouble())) + chance.NextDouble());
        long Share(long of, double mean) => Math.Min(of, Some(of * mean));
    }
}
