using ChatSupport.Conversations;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Relay;

namespace ChatSupport.Tests.Escalation;

/// <summary>Every row and column of the table of times, as time goes by, and with the power failing a second before each moment.</summary>
public sealed class TheTimerTable
{
    private const string Offer = "Somebody would like to talk to a helper.";
    private const string Passed = "The time is over.";
    private const string NobodyTook = "Somebody waits and nobody took it.";
    private const string Owed = "Somebody waits for an answer.";
    private const string Nudge = "She is waiting for your answer.";
    private const string Silence = "She waited long";
    private const string HeldBack = "A message waits for you to decide.";
    private const string Quiet = "Somebody is quiet in a chat with danger.";

    private static readonly string[] topics = ["violence", "violence", "health", "savings"];

    public static TheoryData<int, bool> Levels { get; } = new()
    {
        { 0, false }, { 0, true }, { 1, false }, { 1, true }, { 2, false }, { 2, true }, { 3, false }, { 3, true },
    };

    /// <summary>To how many, for how long; when supervisors are called, and again; when the second supervisor and the director are.</summary>
    [Theory]
    [MemberData(nameof(Levels))]
    public async Task Who_waits_is_offered_and_supervisors_are_called(int level, bool restarts)
    {
        var (count, lapse, alarm, again, second) = level switch
        {
            0 => (4, S(60), S(0), M(2), (TimeSpan?)M(3)),
            1 => (3, M(2), M(5), M(5), M(15)),
            2 => (1, M(5), M(15), M(15), M(60)),
            _ => (1, M(15), H(2), H(2), null),
        };
        await using var world = await DeskWorld.StartAbout(topics[level]);
        var (supervisor, director) = (await world.Educator(DeskRole.Supervisor), await world.Educator(DeskRole.Director));
        var helpers = new List<Somebody>();
        for (var one = 0; one < 4; one++)
            helpers.Add(await world.Educator());
        var worker = await world.Worker();
        await DeskWorld.Asks(worker, danger: level == 0);
        var clock = new Clock(world, restarts);

        Assert.Equal(level, world.ChatOf(worker)!.Level);
        Assert.Equal(count, helpers.Sum(helper => helper.Count(Offer)));
        Assert.Equal(level == 0 ? 1 : 0, supervisor.Count(NobodyTook));
        await clock.At(lapse, () => helpers.Sum(helper => helper.Count(Passed)), count);
        if (level > 0)
        {
            Assert.Equal(1, helpers.Sum(helper => helper.Count(Offer))); // the next
            await clock.At(alarm, () => supervisor.Count(NobodyTook), 1);
        }
        await clock.At(alarm + again, () => supervisor.Count(NobodyTook), 1);
        if (second is { } after)
            await clock.At(after, () => director.Count(NobodyTook), 1);
        await world.Pass(H(3));
        Assert.Equal(second is null ? 0 : 1, director.Count(NobodyTook));
    }

    /// <summary>Somebody took it and did not answer: she is reminded, then it goes to another, as old as it was.</summary>
    [Theory]
    [MemberData(nameof(Levels))]
    public async Task Who_took_it_and_does_not_answer_is_reminded_and_then_another_is_asked(int level, bool restarts)
    {
        var (nudge, requeue, again) = Firsts(level);
        await using var world = await DeskWorld.StartAbout(topics[level]);
        var supervisor = await world.Educator(DeskRole.Supervisor);
        var helpers = new[] { await world.Educator(), await world.Educator() };
        var worker = await world.Worker();
        await DeskWorld.Asks(worker, danger: level == 0);
        await world.Pass(S(20));
        var arrived = world.ChatOf(worker)!.ArrivedAt;
        var first = helpers.First(helper => helper.Count(Offer) > 0);
        var other = helpers.Single(helper => helper != first);
        await first.Presses("I take it");
        var clock = new Clock(world, restarts);

        await clock.At(nudge, () => first.Count(Nudge), 1);
        await clock.At(requeue, () => first.Count(Silence), 1);
        var chat = world.ChatOf(worker)!;
        Assert.Equal(arrived, chat.ArrivedAt);
        Assert.Contains(first.Educator!, chat.Excluded);
        Assert.Null(chat.Owner);
        Assert.Equal(1, other.Count(Offer));
        if (requeue >= M(10))
            await worker.Presses("Open"); // who was away for long sees a neutral line first
        Assert.Contains("Your helper had to go", worker.Screen, StringComparison.Ordinal);

        // Nobody is left to take it from her: it stays, and supervisors hear of it until somebody acts.
        await other.Presses("I take it");
        clock = new Clock(world, restarts);
        await clock.At(requeue, () => supervisor.Count(Owed), 1);
        await clock.At(requeue + again, () => supervisor.Count(Owed), 1);
        Assert.Equal(other.Educator, world.ChatOf(worker)!.Owner);
    }

    /// <summary>A later answer is owed: its helper is reminded, then supervisors are called, again and again.</summary>
    [Theory]
    [MemberData(nameof(Levels))]
    public async Task A_later_answer_that_is_owed_is_called_for(int level, bool restarts)
    {
        var (nudge, alarm, again) = level switch { 0 => (M(2), M(4), M(2)), 1 => (M(5), M(10), M(5)), 2 => (M(10), M(30), M(15)), _ => (M(60), M(240), M(120)) };
        await using var world = await DeskWorld.StartAbout(topics[level]);
        var supervisor = await world.Educator(DeskRole.Supervisor);
        var (worker, helper) = await Talking(world, level);
        await worker.Types("one more thing");
        var clock = new Clock(world, restarts);

        await clock.At(nudge, () => helper.Count(Nudge), 1);
        await clock.At(alarm, () => supervisor.Count(Owed), 1);
        await clock.At(alarm + again, () => supervisor.Count(Owed), 1);
        await helper.Types("here is the answer");
        await world.Pass(again);
        Assert.Equal(2, supervisor.Count(Owed));
    }

    /// <summary>A line with a number in it waits for a decision: supervisors are called until there is one.</summary>
    [Theory]
    [MemberData(nameof(Levels))]
    public async Task A_held_line_is_called_for_until_somebody_decides(int level, bool restarts)
    {
        var again = level switch { 0 => M(2), 1 => M(5), 2 => M(15), _ => H(2) };
        await using var world = await DeskWorld.StartAbout(topics[level], "--ChatSupport:Desk:ReplyAlarm=1.00:00:00 1.00:00:00 1.00:00:00 1.00:00:00");
        var supervisor = await world.Educator(DeskRole.Supervisor);
        var (worker, _) = await Talking(world, level);
        await worker.Types("I am at 012 345 678");
        var clock = new Clock(world, restarts);
        var id = world.ChatOf(worker)!.Id;

        Assert.Equal(1, supervisor.Count(HeldBack));
        await clock.At(again, () => supervisor.Count(HeldBack), 1);
        await clock.At(again + again, () => supervisor.Count(HeldBack), 1);
        await world.Desk.Write(pen => { Changes.Refuse(pen, pen.Chat(id)!, pen.Lines.Of(id)[^1]); return true; }, TestContext.Current.CancellationToken);
        await world.Settle();
        await world.Pass(again + again);
        Assert.Equal(3, supervisor.Count(HeldBack));
    }

    /// <summary>She is quiet: she is asked, it ends, or supervisors decide.</summary>
    [Theory]
    [MemberData(nameof(Levels))]
    public async Task Who_is_quiet_is_asked_and_only_what_is_not_urgent_ends_by_itself(int level, bool restarts)
    {
        (TimeSpan? check, TimeSpan? close) = level switch { 0 => (M(10), null), 1 => (M(30), null), 2 => (H(6), H(24)), _ => ((TimeSpan?)null, (TimeSpan?)H(12)) };
        await using var world = await DeskWorld.StartAbout(topics[level]);
        var supervisor = await world.Educator(DeskRole.Supervisor);
        var (worker, _) = await Talking(world, level);
        var id = world.ChatOf(worker)!.Id;
        var clock = new Clock(world, restarts);

        if (check is { } asks)
            await clock.At(asks, () => world.ChatOf(worker)?.CheckedInAt is null ? 0 : 1, 1);
        if (level == 0)
        {
            await clock.At(M(20), () => supervisor.Count(Quiet), 1);
            await clock.At(M(22), () => supervisor.Count(Quiet), 1);
        }
        if (close is { } ends)
        {
            await clock.At(ends, () => world.ChatOf(worker)!.State == DeskState.Closing ? 1 : 0, 1);
            await clock.At(ends + M(2), () => world.ChatOf(worker) is null ? 1 : 0, 1);
            Assert.Equal(DeskOutcome.Quiet, world.Desk.Read(pen => pen.Chat(id))!.Outcome);
        }
        else
        {
            await world.Pass(H(48));
            Assert.NotNull(world.ChatOf(worker)!.Owner);
        }
    }

    [Fact]
    public async Task Only_a_line_that_arrived_stops_the_clock()
    {
        await using var world = await DeskWorld.Start();
        var (helper, other) = (await world.Educator(), await world.Educator());
        var worker = await world.Worker();
        await DeskWorld.Asks(worker);
        var owner = helper.Count(Offer) > 0 ? helper : other;
        await owner.Presses("I take it");
        world.Phones.Trouble = outbound => outbound.Conversation == worker.Key ? new SendOutcome.TryAgain("no network") : null;
        await owner.Does(new InboundEvent.Did(new ChatSupport.Dialogs.Running.Input.Text("are you there?")), settles: false);
        await world.Breathe();

        world.TimeGoesOn = true;
        for (var minute = 0; minute < 6; minute++)
        {
            world.Time.Advance(M(1));
            await world.Breathe();
        }
        await DeskWorld.Until(() => owner.Count(Nudge) == 1, "she is reminded");
        for (var minute = 0; minute < 5; minute++)
        {
            world.Time.Advance(M(1));
            await world.Breathe();
        }
        await DeskWorld.Until(() => world.ChatOf(worker)!.Owner is null, "it is taken from her");
        world.Phones.Trouble = null;
        await world.Settle();
        Assert.DoesNotContain("are you there?", worker.Screen, StringComparison.Ordinal);
        Assert.Null(world.ChatOf(worker)!.FirstReplyAt);
    }

    [Fact]
    public async Task Two_offers_that_pass_are_a_pause_without_blame()
    {
        await using var world = await DeskWorld.Start();
        var helper = await world.Educator();
        await DeskWorld.Asks(await world.Worker());

        await world.Pass(M(5));
        Assert.Equal(DutyState.On, DutyOf(world, helper).Duty);
        await world.Pass(M(1));
        await world.Pass(M(5));

        Assert.Equal(DutyState.Paused, DutyOf(world, helper).Duty);
        Assert.Contains("You may be busy. We paused you.", helper.Screen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_is_on_is_asked_each_hour_and_pauses_where_she_does_not_say(bool restarts)
    {
        await using var world = await DeskWorld.Start();
        var helper = await world.Educator();
        var clock = new Clock(world, restarts);

        await clock.At(M(60), () => helper.Count("Are you still on?"), 1);
        await clock.At(M(75), () => DutyOf(world, helper).Duty == DutyState.Paused ? 1 : 0, 1);
        await helper.Presses("I'm on");
        await world.Pass(M(60));
        await helper.Presses("I'm on");
        await world.Pass(M(20));
        Assert.Equal(DutyState.On, DutyOf(world, helper).Duty);
    }

    [Fact]
    public async Task What_waits_for_half_an_hour_is_offered_as_more_urgent()
    {
        await using var world = await DeskWorld.Start();
        await world.Educator(isOn: false);
        var worker = await world.Worker();
        await DeskWorld.Asks(worker);
        await world.Pass(M(31));

        var helper = await world.Educator();

        Assert.Contains("1 · high", helper.Screen, StringComparison.Ordinal);
        Assert.Equal(2, world.ChatOf(worker)!.Level);
    }

    [Fact]
    public async Task Where_nobody_is_on_she_is_told_at_once_and_danger_still_calls_a_supervisor()
    {
        await using var world = await DeskWorld.Start();
        var supervisor = await world.Educator(DeskRole.Supervisor);
        await world.Educator(isOn: false);
        var worker = await world.Worker();

        await DeskWorld.Asks(worker, danger: true);

        Assert.Contains("Nobody is on at this moment.", worker.Screen, StringComparison.Ordinal);
        Assert.Equal(1, supervisor.Count(NobodyTook));
    }

    [Fact]
    public async Task A_line_that_does_not_arrive_where_there_is_danger_is_known_after_half_a_minute()
    {
        await using var world = await DeskWorld.Start();
        var supervisor = await world.Educator(DeskRole.Supervisor);
        var (worker, helper) = await Talking(world, 0);
        world.Phones.Trouble = outbound => outbound.Conversation == helper.Key ? new SendOutcome.TryAgain("no network") : null;

        await worker.Does(new InboundEvent.Did(new ChatSupport.Dialogs.Running.Input.Text("he is at the door")), settles: false);
        await world.Breathe();
        for (var second = 0; second < 30; second++)
        {
            Assert.Equal(0, supervisor.Count("A message does not arrive."));
            world.Time.Advance(S(1));
            await world.Breathe();
        }

        await DeskWorld.Until(() => supervisor.Count("A message does not arrive.") == 1, "the supervisor is called");
        world.Phones.Trouble = null;
        world.TimeGoesOn = true;
        await world.Settle();
        Assert.Contains("he is at the door", helper.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_times_are_settings()
    {
        await using var world = await DeskWorld.Start("--ChatSupport:Desk:Alarm=00:00:00 00:05:00 00:03:00 02:00:00", "--ChatSupport:Desk:OfferTo=0 3 2 1", "--ChatSupport:Desk:StillOn=00:20:00");
        var supervisor = await world.Educator(DeskRole.Supervisor);
        var helpers = new[] { await world.Educator(), await world.Educator(), await world.Educator() };
        await DeskWorld.Asks(await world.Worker());
        var clock = new Clock(world, restarts: false);

        Assert.Equal(2, helpers.Sum(helper => helper.Count(Offer)));
        await clock.At(M(3), () => supervisor.Count(NobodyTook), 1);
        await world.Pass(M(17));
        Assert.All(helpers, helper => Assert.True(helper.Count("Are you still on?") == 1 || DutyOf(world, helper).Duty == DutyState.Paused));
    }

    private static async Task<(Somebody Worker, Somebody Helper)> Talking(DeskWorld world, int level)
    {
        var helper = await world.Educator();
        var worker = await world.Worker();
        await DeskWorld.Asks(worker, danger: level == 0);
        await helper.Presses("I take it");
        await worker.Types("hello");
        await helper.Types("I am here");
        return (worker, helper);
    }

    private static (TimeSpan Nudge, TimeSpan Requeue, TimeSpan Again) Firsts(int level) =>
        level switch { 0 => (S(60), M(2), M(2)), 1 => (M(2), M(5), M(5)), 2 => (M(5), M(10), M(15)), _ => (M(30), M(60), M(120)) };

    private static Educator DutyOf(DeskWorld world, Somebody helper) => world.Desk.Read(pen => pen.Educator(helper.Educator))!;

    private static TimeSpan S(int count) => TimeSpan.FromSeconds(count);

    private static TimeSpan M(int count) => TimeSpan.FromMinutes(count);

    private static TimeSpan H(int count) => TimeSpan.FromHours(count);

    /// <summary>Time from a moment on.</summary>
    private sealed class Clock(DeskWorld world, bool restarts)
    {
        private readonly DateTimeOffset began = world.Time.GetUtcNow();

        /// <summary>It happens then: not a second before, and with the second.</summary>
        public async Task At(TimeSpan after, Func<int> count, int more)
        {
            var left = began + after - world.Time.GetUtcNow() - TimeSpan.FromSeconds(1);
            if (left > TimeSpan.Zero)
                await world.Pass(left);
            if (restarts)
                await world.Restart();
            var before = count();
            await world.Pass(began + after - world.Time.GetUtcNow());
            Assert.Equal(before + more, count());
        }
    }
}
