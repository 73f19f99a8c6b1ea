using System.Globalization;
using System.Text;
using ChatSupport.BotApi.Crashes;

namespace ChatSupport.Benchmarks.Peers;

/// <summary>Kills a program again and again while it is under load, at the moments of the plan that our own crash test draws, and asks the talks afterwards what was lost and what was taken twice.
/// The caller repeats whatever was not answered with 200, as Telegram does.</summary>
/// <param name="Turns">How many turns were acknowledged with 200.</param>
/// <param name="Lost">Texts that a talk does not list at its end although they were acknowledged.</param>
/// <param name="Doubled">Texts that a talk lists twice.</param>
/// <param name="Silent">Turns that were acknowledged and never replied to.</param>
/// <param name="Repeated">Replies that came again.</param>
internal sealed record KillRun(int Turns, int Lost, int Doubled, int Silent, int Repeated)
{
    private const int Notes = 12;
    private static readonly TimeSpan repeatAfter = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan trapWaits = TimeSpan.FromSeconds(3); // for a call that this program does not make
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    /// <summary>Runs the load until the program was killed so often, and to the end of the talks that were begun.</summary>
    public static async Task<KillRun> Run(RunningProgram program, BotStandIn api, IReadOnlyList<Chat> chats, int atOnce, int kills, int seed)
    {
        var (numbers, next, stopping, gate) = (new UpdateNumbers(), -1, false, new Lock());
        var total = new KillRun(0, 0, 0, 0, 0);
        var talks = Enumerable.Range(0, atOnce).Select(_ => Task.Run(Walk)).ToArray();
        foreach (var life in CrashPlan.Draw(seed, polls: false, kills).Lives.Where(life => life.Death is not Death.None))
        {
            await Until(life.Death, program, api);
            await program.Kill();
            await program.Begin();
        }
        Volatile.Write(ref stopping, true);
        await Task.WhenAll(talks);
        return total;

        async Task Walk()
        {
            using var caller = program.NewCaller();
            for (int at; !Volatile.Read(ref stopping) && (at = Interlocked.Increment(ref next)) < chats.Count;)
            {
                var one = await Talk(caller, api, chats[at], numbers);
                lock (gate)
                    total = total.Plus(one);
            }
        }
    }

    private static async Task Until(Death death, RunningProgram program, BotStandIn api)
    {
        switch (death)
        {
            case Death.Starting starting:
                await program.Kill();
                await program.Begin(untilReady: false);
                await Task.Delay(starting.After);
                break;
            case Death.Serving serving:
                await Task.Delay(serving.Served);
                break;
            case Death.Calling calling:
                await api.Trap(calling.At, calling.Nth, calling.Methods).WaitAsync(trapWaits).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
        }
    }

    private static async Task<KillRun> Talk(WebhookCaller caller, BotStandIn api, Chat chat, UpdateNumbers numbers)
    {
        var turns = FourScreens.Turns - 1 + Notes;
        for (var turn = 0; turn < turns; turn++)
        {
            var reply = chat.Await(turn < FourScreens.Turns - 1 ? FourScreens.Marker(turn) : Encoding.ASCII.GetBytes($" {FourScreens.Note(turn)}."));
            var update = FourScreens.Update(chat, turn, numbers.Next(), api.NextMessage());
            while (await caller.Post(update) != 200)
                await Task.Delay(repeatAfter);
            if (!reply.IsCompleted && await Task.WhenAny(reply, Task.Delay(patience)) != reply && turn < FourScreens.Turns - 1)
                return new KillRun(turn + 1, 0, 0, 1, chat.Extra); // without its menu the talk cannot go on
        }
        var silent = chat.IsAwaited ? 1 : 0;
        var said = Words(chat.LastText);
        var listed = Enumerable.Range(FourScreens.Turns - 1, Notes).Select(turn => said.Count(word => word == FourScreens.Note(turn))).ToArray();
        return new KillRun(turns, listed.Count(times => times == 0), listed.Sum(times => Math.Max(0, times - 1)), silent, chat.Extra);
    }

    private KillRun Plus(KillRun one) =>
        new(Turns + one.Turns, Lost + one.Lost, Doubled + one.Doubled, Silent + one.Silent, Repeated + one.Repeated);

    /// <summary>The notes in "Noted. Thank you. rights: n1 n2 n3."</summary>
    private static string[] Words(string json)
    {
        var from = json.IndexOf("Noted.", StringComparison.Ordinal);
        var list = from < 0 ? -1 : json.IndexOf(':', from);
        return list < 0 ? [] : json[(list + 1)..json.IndexOf('.', list)].Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Turns,6} turns, {Lost} lost, {Doubled} taken twice, {Silent} without a reply, {Repeated} replies repeated");
}
