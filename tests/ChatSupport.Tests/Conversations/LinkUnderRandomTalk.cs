using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using CsCheck;

namespace ChatSupport.Tests.Conversations;

public sealed class LinkUnderRandomTalk
{
    private static readonly string[] acts =
        ["ask", "ask", "ask", "type", "type", "type", "type", "wrong", "4711", "4711", "leave", "lotus", "home", "agree", "forget", "due", "block", "wait"];

    // Half of the samples begin with it: by chance alone it seldom comes together.
    private static readonly (string Act, int Who)[] move = [("ask", 0), ("type", 1), ("4711", 1)];

    /// <summary>Three chats, one worker. Whatever happens in them, what is hers is in one of them at most, and never shows where her PIN was not typed.</summary>
    [Fact]
    public async Task There_are_never_two_open_copies_and_none_behind_no_PIN()
    {
        await using var host = await LinkHost.Start();

        var moved = 0;
        await Gen.Select(Gen.Bool, Gen.Select(Gen.OneOf(acts), Gen.Int[0, 2]).Array[5, 40]).SampleAsync(async (begins, random) =>
        {
            host.Time.Advance(TimeSpan.FromDays(1)); // an empty limit of the sample before is full again
            var talks = new[] { await host.WhoStandsAt(pin: "4711"), host.Meet(), host.Meet() };
            await talks[0].Put(state => state with { Dialog = state.Dialog! with { Variables = state.Dialog.Variables.With("hers", new Value.Text("hers")) } });
            var knows = new[] { true, false, false };
            var code = "0000 0000";
            foreach (var (act, who) in begins ? [.. move, .. random] : random)
            {
                var talk = talks[who];
                knows[who] |= act == "4711";
                code = await Act(host, talk, act, code);
                var holders = await Task.WhenAll(talks.Select(async one => (await one.State()).Dialog?.Variables.Find("hers") is not null));
                Assert.True(holders.Count(holds => holds) <= 1, $"Two chats hold her place after '{act}'.");
                moved += Array.IndexOf(holders, true) > 0 ? 1 : 0;
                Assert.All(Enumerable.Range(0, 3), at => Assert.True(!holders[at] || knows[at], "Her place moved to a chat without her PIN."));
            }
        }, iter: 40, threads: 1);

        Assert.True(moved > 0, "In none of the samples her place moved: they show nothing.");
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
