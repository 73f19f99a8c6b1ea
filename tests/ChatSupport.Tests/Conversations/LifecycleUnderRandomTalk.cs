using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using CsCheck;

namespace ChatSupport.Tests.Conversations;

public sealed class LifecycleUnderRandomTalk
{
    private static readonly Gen<InboundEvent> events = Gen.OneOf(
        Gen.OneOf("hello", "overtime", "1", "2", "6", "4711", "leave", "lotus", "they hurt me", "forget me", "ខ្ញុំ", "back", "home", "language")
            .Select(text => (InboundEvent)new InboundEvent.Did(new Input.Text(text))),
        Gen.OneOf("start", "x", "forget", "language", "help", "menu", "person", "back", "nonsense").Select(name => (InboundEvent)new InboundEvent.Commanded(name)),
        Gen.Int[0, 7].Select(index => (InboundEvent)new InboundEvent.Did(new Input.Button($"#{index}"))),
        Gen.Enum<DueKind>().Select(kind => (InboundEvent)new InboundEvent.Due(kind)),
        Gen.OneOf<InboundEvent>(
            new InboundEvent.Unreachable(), new InboundEvent.Reachable(), new InboundEvent.Moved(), new InboundEvent.Notice("rights"),
            new InboundEvent.Did(new Input.Unreadable()), new InboundEvent.Did(new Input.Location(10.6, 103.5)), new InboundEvent.Did(new Input.Edited())));

    /// <summary>No fault of ours, and never anything but the decoy where the decoy stands, whatever she does.</summary>
    [Fact]
    public async Task No_order_of_events_breaks_a_turn_or_shows_what_is_hidden()
    {
        await using var host = await TurnHost.Start(settings: "--ChatSupport:Conversations:Burst=1000");

        await Gen.Select(events, Gen.OneOf(0, 0, 0, 0, 11)).Array[1, 40].SampleAsync(async talkEvents =>
        {
            var talk = host.Meet();
            var shown = new List<string>();
            foreach (var (next, minutes) in talkEvents)
            {
                if (minutes > 0)
                    host.Time.Advance(TimeSpan.FromMinutes(minutes));
                var what = next is InboundEvent.Did { Input: Input.Button { Id: var index } }
                    ? new InboundEvent.Did(new Input.Button(shown.ElementAtOrDefault(int.Parse(index[1..], System.Globalization.CultureInfo.InvariantCulture)) ?? "old"))
                    : next;
                var before = await talk.State();
                var answer = await talk.Does(what);
                var after = await talk.State();
                if (answer.Menus.Any())
                    shown = [.. answer.Menus.Last().Choices.Concat(answer.Menus.Last().Navigation).Select(button => button.Id)];
                if (after.Lifecycle == LifecycleState.Decoy)
                    Assert.All(answer.Menus, menu => Assert.Equal("decoy", menu.Screen.Dialog));
                if (after.ConsentedAt is null)
                    Assert.All(answer.Menus, menu => Assert.Contains(menu.Screen.Dialog, new[] { "consent", "emergency", "crisis", "decoy", "goodbye", "person" }));
                Assert.Equal(after.Lifecycle == LifecycleState.Decoy || (after.Lifecycle == LifecycleState.Blocked && after.Decoy is not null), after.Decoy is not null);
                Assert.True(after.Version == before.Version + 1 || after.Version == 0, "A turn must raise the version by one or erase it.");
            }
        }, iter: 150, threads: 1);

        // The content has one fault of its own, a PIN that is none.
        Assert.DoesNotContain(host.Get<TestLog>().Lines, line =>
            line.Contains("failed; she was told", StringComparison.Ordinal) && !line.Contains(nameof(ReturnSecret.OfPin), StringComparison.Ordinal));
    }
}
