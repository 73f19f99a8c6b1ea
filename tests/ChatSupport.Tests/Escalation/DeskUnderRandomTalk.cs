using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;
using CsCheck;

namespace ChatSupport.Tests.Escalation;

/// <summary>Whatever workers, helpers, channels and the power do, in whatever order: nothing is lost, nothing reaches the wrong person, one has each chat.</summary>
public sealed class DeskUnderRandomTalk
{
    private static readonly Gen<Step[]> steps = Gen.Select(Gen.Frequency(
        (12, Gen.Const(What.Says)), (10, Gen.Const(What.Answers)), (6, Gen.Const(What.Asks)), (8, Gen.Const(What.Takes)), (3, Gen.Const(What.Edits)), (2, Gen.Const(What.AnswerEdits)),
        (2, Gen.Const(What.TakesBack)), (2, Gen.Const(What.AnswerBack)), (2, Gen.Const(What.Another)), (2, Gen.Const(What.Cannot)), (2, Gen.Const(What.Transfers)), (2, Gen.Const(What.Closes)),
        (1, Gen.Const(What.Stops)), (2, Gen.Const(What.Danger)), (2, Gen.Const(What.Raises)), (2, Gen.Const(What.Leaves)), (3, Gen.Const(What.Returns)), (1, Gen.Const(What.Forgets)),
        (2, Gen.Const(What.Blocks)), (3, Gen.Const(What.Unblocks)), (1, Gen.Const(What.HelperBlocks)), (2, Gen.Const(What.HelperUnblocks)), (1, Gen.Const(What.LosesPhone)), (1, Gen.Const(What.Pauses)), (3, Gen.Const(What.Begins)),
        (4, Gen.Const(What.Trouble)), (3, Gen.Const(What.Clears)), (1, Gen.Const(What.Restarts)), (3, Gen.Const(What.Passes)), (1, Gen.Const(What.TakesOver)), (1, Gen.Const(What.DeletesThread)), (1, Gen.Const(What.SendsSpot))),
        Gen.Int[0, 2], Gen.Int[0, 3], Gen.Int[0, 9], (what, who, with, how) => new Step(what, who, with, how)).Array[10, 45];

    [Fact]
    public async Task Nothing_is_lost_and_nothing_reaches_the_wrong_person()
    {
        await using var world = await DeskWorld.Start("--ChatSupport:Conversations:Burst=1000");
        var supervisor = await world.Educator(DeskRole.Supervisor);
        world.TimeGoesOn = true;
        var failed = false;

        await steps.SampleAsync(async all =>
        {
            if (failed)
                return; // a shorter example would cost minutes each
            world.Phones.Trouble = null;
            world.Phones.LosesAnswer = null;
            var play = new DeskPlay(world, supervisor);
            await play.Begin();
            try
            {
                foreach (var step in all)
                    await play.Do(step);
                await play.End();
                new DeskCheck(world, play).Run();
            }
            catch (Exception fault)
            {
                failed = true;
                throw new InvalidOperationException($"{fault.Message}\n{string.Join("; ", all.Select(step => $"{step.What} {step.Who} {step.With} {step.How}"))}\n{fault.StackTrace}", fault);
            }
            finally
            {
                if (!failed)
                    await play.Leave();
            }
        }, iter: 12, threads: 1, print: all => string.Join("; ", all.Select(step => $"{step.What} {step.Who} {step.With} {step.How}")));
    }
}

/// <summary>One thing that somebody does.</summary>
internal sealed record Step(What What, int Who, int With, int How);

/// <summary>What somebody can do.</summary>
internal enum What
{
    Says, Answers, Asks, Takes, Edits, AnswerEdits, TakesBack, AnswerBack, Another, Cannot, Transfers, Closes, Stops, Danger, Raises, Leaves, Returns, Forgets, Blocks, Unblocks,
    HelperBlocks, HelperUnblocks, LosesPhone, Pauses, Begins, Trouble, Clears, Restarts, Passes, TakesOver, DeletesThread, SendsSpot,
}

/// <summary>Three workers and four helpers who do what they are told.</summary>
internal sealed class DeskPlay(DeskWorld world, Somebody supervisor)
{
    private static int said;
    private readonly List<Somebody> workers = [];
    private readonly List<Somebody> helpers = [];
    private int left;

    /// <summary>What was written, by its mark: whose it is, and its message.</summary>
    public Dictionary<string, (Somebody By, string Message, bool IsWorker)> Said { get; } = new(StringComparer.Ordinal);

    /// <summary>Marks that a channel refused or lost the answer of: shown late, or twice.</summary>
    public HashSet<string> Refused { get; } = new(StringComparer.Ordinal);

    /// <summary>How many answers of a channel were lost, by mark.</summary>
    public Dictionary<string, int> Lost { get; } = new(StringComparer.Ordinal);

    public List<Somebody> Workers => workers;

    public List<Somebody> Helpers => helpers;

    public Somebody Supervisor => supervisor;

    /// <summary>Every chat that a worker of this play had, with who it was.</summary>
    public Dictionary<string, Somebody> Chats { get; } = new(StringComparer.Ordinal);

    /// <summary>Where this play begins in what was sent.</summary>
    public int From { get; private set; }

    public async Task Begin()
    {
        From = world.Phones.Sent.Count;
        for (var one = 0; one < 4; one++)
            helpers.Add(await world.Educator());
        for (var one = 0; one < 3; one++)
            workers.Add(await world.Worker());
        await DeskWorld.Asks(workers[0]);
        Note();
    }

    public async Task Do(Step step)
    {
        var (worker, helper) = (workers[step.Who], helpers[step.With]);
        switch (step.What)
        {
            case What.Says:
                await Write(worker, true, step.How == 0 ? "call 012 345 678 " : "", null);
                break;
            case What.Answers:
                await Write(helper, false, step.How == 0 ? "098 765 432 " : "", ChatsOf(helper).ElementAtOrDefault(step.How % 2)?.Id);
                break;
            case What.Edits or What.AnswerEdits:
                await Edit(step);
                break;
            case What.Trouble:
                Trouble(step);
                break;
            case What.Clears:
                world.Phones.Trouble = null;
                world.Phones.LosesAnswer = null;
                break;
            case What.Restarts:
                world.Phones.Trouble = null;
                await world.Restart("--ChatSupport:Conversations:Burst=1000");
                break;
            case What.Passes:
                world.Time.Advance(TimeSpan.FromMinutes(new[] { 1, 2, 3, 6, 11, 16, 31, 61, 121, 1500 }[step.How]));
                break;
            case What.Leaves or What.Returns or What.Forgets or What.Blocks or What.Unblocks or What.Asks or What.Stops or What.Danger or What.Another or What.TakesBack or What.SendsSpot:
                await ByWorker(step.What, worker);
                break;
            default:
                await ByHelper(step, worker, helper);
                break;
        }
        if (step.How % 3 == 0)
            await world.Breathe();
        Note();
    }

    /// <summary>The channels work again, and a while goes by.</summary>
    public async Task End()
    {
        world.Phones.Trouble = null;
        world.Phones.LosesAnswer = null;
        await world.Settle();
        for (var minute = 0; minute < 20; minute++)
        {
            world.Time.Advance(TimeSpan.FromMinutes(1));
            await world.Settle();
        }
        Note();
    }

    /// <summary>Nothing of this play is there for the next.</summary>
    public async Task Leave()
    {
        world.Phones.Trouble = null;
        await world.Desk.Write(pen =>
        {
            foreach (var chat in pen.OpenChats())
                Closing.End(pen, chat);
            foreach (var one in pen.Educators().Where(one => one.Role == DeskRole.Educator && one.LeftAt is null))
                pen.Save(one with { LeftAt = pen.Now, Duty = DutyState.Off, AskedAt = null });
            return true;
        }, TestContext.Current.CancellationToken);
        await world.Settle();
    }

    private async Task ByWorker(What what, Somebody worker)
    {
        switch (what)
        {
            case What.Leaves:
                await Press(worker, "n-leave");
                break;
            case What.Returns:
                await Post(worker, new InboundEvent.Did(new Input.Text("lotus")));
                break;
            case What.Forgets:
                world.Phones.Trouble = null; // whoever comes next is not to wait for it
                await Post(worker, new InboundEvent.Ended());
                workers[workers.IndexOf(worker)] = await world.Worker();
                break;
            case What.Blocks:
                await Post(worker, new InboundEvent.Unreachable());
                break;
            case What.Unblocks:
                await Post(worker, new InboundEvent.Reachable());
                break;
            case What.SendsSpot:
                await Post(worker, new InboundEvent.Did(new Input.Location(11.5, 104.9)));
                break;
            case What.Asks when world.ChatOf(worker) is null && !worker.Screen.Contains("proverb", StringComparison.OrdinalIgnoreCase):
                foreach (var label in new[] { "Talk to a person", said % 4 == 0 ? "🔴 Yes" : "🟢 No", "🟢 No", "🟢 No", "Any helper" })
                {
                    await world.Breathe();
                    await Label(worker, label);
                }
                break;
            case What.Stops or What.Danger or What.Another or What.TakesBack:
                await Label(worker, what switch { What.Stops => "End the chat", What.Danger => "🔴 I am in danger", What.Another => "Another helper", _ => "Take back my last" });
                break;
        }
    }

    private async Task ByHelper(Step step, Somebody worker, Somebody helper)
    {
        var chat = ChatsOf(helper).ElementAtOrDefault(step.How % 2)?.Id;
        switch (step.What)
        {
            case What.Takes when world.ChatOf(worker) is { } asked:
                await Press(helper, $"d-take-{asked.Id}");
                break;
            case What.TakesOver when world.ChatOf(worker) is { } asked && step.How < 3:
                await Press(supervisor, $"d-over-{asked.Id}");
                break;
            case What.AnswerBack or What.Cannot or What.Raises or What.Closes when chat is not null:
                await Press(helper, step.What switch { What.AnswerBack => "d-back-", What.Cannot => "d-cannot-", What.Raises => "d-raise-", _ => "d-out-0-" } + chat);
                break;
            case What.Transfers when chat is not null:
                await Press(helper, $"d-trans-{chat}");
                await world.Breathe();
                if (helper.Sees.SelectMany(shown => shown.Buttons).LastOrDefault(button => button.Id.StartsWith("d-hand-", StringComparison.Ordinal)) is { } to)
                    await Press(helper, to.Id);
                break;
            case What.HelperBlocks:
                await Post(helper, new InboundEvent.Unreachable());
                break;
            case What.HelperUnblocks:
                await Post(helper, new InboundEvent.Reachable());
                break;
            case What.LosesPhone when step.How < 5:
                world.Phones.Trouble = null;
                await world.Desk.Write(pen => { Joining.LosePhone(pen, pen.Educator(helper.Educator)!); return true; }, TestContext.Current.CancellationToken);
                helpers.Add(helper);
                helpers[helpers.IndexOf(helper)] = await world.Educator();
                break;
            case What.Pauses or What.Begins:
                await Press(helper, step.What == What.Pauses ? "d-pause" : "d-on");
                break;
            case What.DeletesThread when chat is not null:
                world.Phones.Of(helper.Key).DeleteThread(chat);
                break;
        }
    }

    private async Task Write(Somebody by, bool isWorker, string before, string? thread)
    {
        var mark = $"[{++said}]";
        Said[mark] = (by, $"said{said}", isWorker);
        await by.Does(new InboundEvent.Did(new Input.Text(before + mark)), thread, message: $"said{said}", settles: false);
    }

    private async Task Edit(Step step)
    {
        var by = step.What == What.Edits ? workers[step.Who] : helpers[step.With];
        if (Said.LastOrDefault(one => one.Value.By == by) is { Key: { } mark } last && mark.Length > 0)
            await by.Does(new InboundEvent.Did(new Input.Edited($"{mark} v{++said}")), message: last.Value.Message, settles: false);
    }

    private void Trouble(Step step)
    {
        var whose = step.How % 2 == 0 ? workers[step.Who].Key : helpers[step.With].Key;
        left = 1 + (step.How / 3);
        if (step.How == 9)
        {
            var losses = 1;
            world.Phones.LosesAnswer = outbound =>
            {
                if (outbound.Conversation != whose || outbound.Body is not OutboundBody.Line line || Interlocked.Decrement(ref losses) < 0)
                    return false;
                foreach (var mark in Said.Keys.Where(mark => line.Text.Contains(mark, StringComparison.Ordinal)).ToList())
                {
                    lock (Lost)
                        Lost[mark] = Lost.GetValueOrDefault(mark) + 1;
                }
                return true;
            };
            return;
        }
        world.Phones.Trouble = outbound => outbound.Conversation != whose || Interlocked.Decrement(ref left) < 0 ? null : step.How switch
        {
            0 or 1 => new SendOutcome.Unreachable(),
            2 or 3 => new SendOutcome.Wait(TimeSpan.FromSeconds(5)),
            4 when outbound.Body is OutboundBody.Line { Ticket: not null } line => Refuse(line),
            5 when outbound.Edits is not null => new SendOutcome.EditGone(),
            6 or 7 or 8 => Stuck(),
            _ => new SendOutcome.TryAgain("no network"),
        };
    }

    /// <summary>Until somebody clears it.</summary>
    private SendOutcome.TryAgain Stuck()
    {
        Interlocked.Increment(ref left);
        return new SendOutcome.TryAgain("no network");
    }

    private SendOutcome.Refused Refuse(OutboundBody.Line line)
    {
        lock (Refused)
            Refused.UnionWith(Said.Keys.ToList().Where(mark => line.Text.Contains(mark, StringComparison.Ordinal)));
        return new SendOutcome.Refused("no");
    }

    private void Note()
    {
        foreach (var worker in workers)
        {
            if (world.ChatOf(worker) is { } chat)
                Chats[chat.Id] = worker;
        }
    }

    private List<DeskChat> ChatsOf(Somebody helper) => world.Desk.Read(pen => pen.ChatsOf(helper.Educator!));

    private static Task<string> Post(Somebody by, InboundEvent what) => by.Does(what, settles: false);

    private static Task<string> Press(Somebody by, string button) => by.Does(new InboundEvent.Did(new Input.Button(button)), pressed: "x", settles: false);

    private static async Task Label(Somebody by, string label)
    {
        if (by.Sees.SelectMany(shown => shown.Buttons).LastOrDefault(button => button.Label == label) is { } button)
            await Press(by, button.Id);
    }
}
