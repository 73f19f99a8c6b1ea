using System.Collections.Concurrent;
using ChatSupport.Content;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;
using ChatSupport.Tests.Conversations;

namespace ChatSupport.Tests.Content;

/// <summary>Conversations in progress while revisions are published and rolled back.</summary>
public sealed class WorkersTalkWhileContentChanges(ITestOutputHelper output)
{
    private const int Workers = 32;
    private const int Revisions = 200;
    private const int FewestTurns = 25;
    private const int MostTurns = 250; // of one worker

    private static readonly string[] words = ["1", "2", "៣", "4", "back", "home", "help", "rights please", "topicsone please", "ពាក្យtopicstwo", "qqqq", "/x", "ផ្កាឈូក", "lotus", "/start", "I want to talk"];

    private readonly ConcurrentDictionary<string, DialogSet> known = new();
    private int moved;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_turn_fails_and_nobody_stands_on_a_screen_that_her_revision_does_not_have()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        await using var host = await TurnHost.Start(also: services => services.AddRevisions(), settings: "--ChatSupport:Conversations:Burst=1000");
        await Publish(host, new Random(seed), 0);
        var publishing = Task.Run(async () =>
        {
            var random = new Random(seed);
            for (var number = 1; number <= Revisions; number++)
                await Publish(host, random, number);
        }, Cancel);

        var turns = await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(() => Talk(host, new Random(seed + worker), publishing), Cancel)));
        await publishing;

        output.WriteLine($"{turns.Sum()} turns, {known.Count} revisions, {moved} times moved to another screen");
        Assert.DoesNotContain(host.Get<TestLog>().Lines, line => line.Contains("she was told", StringComparison.Ordinal));
        Assert.True(known.Count > Revisions / 2);
        Assert.True(moved > 0, "Nobody's screen was ever gone: this shows nothing.");
    }

    private async Task Publish(TurnHost host, Random random, int number)
    {
        var live = host.Get<LiveRevision>();
        var outcome = number > 3 && random.Next(3) == 0
            ? await host.Get<Publishing>().RollBack(random.Next(1, (int)live.Number), "test", "", Cancel)
            : await host.Get<Publishing>().Publish(AnyContent.Next(random, number), "test", "", Cancel);
        if (outcome is PublishOutcome.Unchanged)
            return;
        var published = outcome as PublishOutcome.Published
            ?? throw new InvalidOperationException(outcome is PublishOutcome.Broken broken ? string.Join('\n', broken.Reading.Issues.Where(issue => issue.Severity == ChatSupport.Dialogs.Reading.Severity.Error)) : outcome.ToString());
        known[published.Reading.Fingerprint] = published.Reading.Found!;
        live.Replace(published.Number, published.Reading);
    }

    /// <summary>One worker, who presses what she sees, what she saw long ago, and types.</summary>
    private async Task<int> Talk(TurnHost host, Random random, Task publishing)
    {
        var talk = host.Meet();
        await talk.Types("hello");
        var seen = new List<Button>(talk.Last.Menus.SelectMany(menu => menu.Choices));
        var shown = talk.Last.Menus.Last();
        await talk.Sends(new Input.Button(shown.Choices[0].Id));
        var turns = 2;
        for (; turns < MostTurns && (turns < FewestTurns || !publishing.IsCompleted); turns++)
        {
            var now = talk.Last.Menus.LastOrDefault();
            var input = random.Next(10) switch
            {
                < 5 when now is not null && now.Choices.AddRange(now.Navigation) is { IsEmpty: false } buttons => new Input.Button(buttons[random.Next(buttons.Length)].Id),
                < 7 when seen.Count > 0 => new Input.Button(seen[random.Next(seen.Count)].Id),
                _ => (Input)new Input.Text(words[random.Next(words.Length)]),
            };
            var answer = await talk.Sends(input);
            Assert.Equal(Receipt.Committed, answer.Receipt);
            seen.AddRange(answer.Menus.SelectMany(menu => menu.Choices.Concat(menu.Navigation)));
            Look(await talk.State(), answer);
        }
        return turns;
    }

    private void Look(ConversationState state, Answer answer)
    {
        Assert.NotEmpty(answer.Out); // whatever she does, something answers
        if (state.Dialog is not { } place)
            return;
        var dialogs = known[state.Revision!];
        if (answer.Menus.Any(menu => menu.Notice == dialogs.Phrases.In(Phrase.Moved, menu.Language)))
            Interlocked.Increment(ref moved);
        Assert.True(dialogs.Find((state.Decoy ?? place).Screen) is not null, $"She stands on {place.Screen}, which her revision does not have.");
        Assert.All(answer.Menus, menu => Assert.NotNull(dialogs.Find(menu.Screen)));
        if (state.Decoy is null)
            Assert.All(place.Trail, screen => Assert.NotNull(dialogs.Find(screen)));
    }
}
