using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using CsCheck;

namespace ChatSupport.Tests.Conversations;

public sealed class LinkUnderRandomTalk
{
    private static readonly string[] acts =
        ["ask", "ask", "ask", "type", "type", "type", "type", "wrong", "4711", "4711", "leave", "lotus", "home", "agree", "forget", "due", "block", "wait"];

    // Half of the samples begin with it: by chance alone it seldom comes together.
    private static readonly (string Act, int Who)[] move = [("hello", 1), ("ask", 0), ("type", 1), ("4711", 1)];

    /// <summary>Three chats, one worker. Whatever happens in them, what is hers is in one of them at most, and never shows where her PIN was not typed.</summary>
    [Fact]
    public async Task There_are_never_two_open_copies_and_none_behind_no_PIN()
    {
        await using var host = await LinkHost.Start();

        await Gen.Select(Gen.Bool, Gen.Select(Gen.OneOf(acts), Gen.Int[0, 2]).Array[5, 40]).SampleAsync(async (begins, random) =>
        {
            host.Time.Advance(TimeSpan.FromDays(1)); // an empty limit of the sample before is full again
            var talks = new[] { await host.WhoStandsAt(pin: "4711"), host.Meet(), host.Meet() };
            await talks[0].Put(state => state with { Dialog = state.Dialog! with { Variables = state.Dialog.Variables.With("hers", new Value.Text("hers")) } });
            var knows = new[] { true, false, false };
            var code = "0000 0000";
            foreach (var (at, (act, who)) in (begins ? [.. move, .. random] : random).Index())
            {
                var talk = talks[who];
                knows[who] |= act == "4711";
                code = await Act(host, talk, act, code);
                var holders = await Task.WhenAll(talks.Select(async one => (await one.State()).Dialog?.Variables.Find("hers") is not null));
                Assert.True(holders.Count(holds => holds) <= 1, $"Two chats hold her place after '{act}'.");
                Assert.All(Enumerable.Range(0, 3), one => Assert.True(!holders[one] || knows[one], "Her place moved to a chat without her PIN."));
                Assert.True(!begins || at != move.Length - 1 || holders[1], $"Her place did not move, but: {talk.Last.Said}");
            }
        }, iter: 40, threads: 1);

        Assert.DoesNotContain(host.Get<TestLog>().Lines, line => line.Contains("failed; she was told", StringComparison.Ordinal));
    }

    private static async Task<string> Act(TurnHost host, Talk talk, string act, string code)
    {
        switch (act)
        {
            case "ask":
                await talk.Types("link code");
                var said = (await talk.Types("1")).Said;
                return said.IndexOf("Code: ", StringComparison.Ordinal) is >= 0 and var at ? said[(at + 6)..(at + 15)] : code;
            case "type":
                await talk.Types(await IsAskedToAgree(talk) ? "6" : "link code");
                await talk.Types("2");
                await talk.Types(code);
                break;
            case "wrong":
                await talk.Types("9999 9999");
                break;
            case "due":
                foreach (var kind in Enum.GetValues<DueKind>())
                    await talk.Due(kind);
                break;
            case "block":
                await talk.Does(new InboundEvent.Unreachable());
                break;
            case "wait":
                host.Time.Advance(TimeSpan.FromMinutes(7));
                break;
            case "forget":
                await talk.Commands("forget");
                break;
            default:
                await talk.Types(act);
                break;
        }

        return code;
    }

    private static async Task<bool> IsAskedToAgree(Talk talk) => (await talk.State()) is { Lifecycle: LifecycleState.Consent };
}
