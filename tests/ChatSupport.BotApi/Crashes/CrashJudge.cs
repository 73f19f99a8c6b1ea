using ChatSupport.BotApi.People;

namespace ChatSupport.BotApi.Crashes;

/// <summary>Looks at what arrived in each chat, and says what was lost, doubled, out of order or repeated without need.</summary>
internal static class CrashJudge
{
    private const int MostWords = 20;

    /// <param name="people">Everybody, with what she did and what arrived.</param>
    /// <param name="lives">The lives of the program.</param>
    public static CrashReport Judge(IReadOnlyList<Counting> people, IReadOnlyList<LifeTime> lives)
    {
        var report = new CrashReport();
        foreach (var one in people)
            report = Add(report, one, lives);
        return report;
    }

    /// <summary>Of all messages that arrived again after a kill: the longest time from the first arrival to the kill, by the server's clock.</summary>
    public static TimeSpan LongestOnItsWay(IReadOnlyList<Counting> people, IReadOnlyList<LifeTime> lives)
    {
        var longest = TimeSpan.Zero;
        foreach (var arrived in people.Select(one => one.She.History.Select(Counting.Answer.Of).OfType<Counting.Answer>().ToList()))
        {
            foreach (var (before, after) in arrived.Zip(arrived.Skip(1)).Where(pair => pair.First.Number == pair.Second.Number))
            {
                var life = LifeOf(before.Call, lives);
                if (life < LifeOf(after.Call, lives) && lives[life - 1].Ended - before.Call.At is { } onItsWay && onItsWay > longest)
                    longest = onItsWay;
            }
        }
        return longest;
    }

    private static CrashReport Add(CrashReport report, Counting one, IReadOnlyList<LifeTime> lives)
    {
        var history = one.She.History;
        var arrived = history.Select(Counting.Answer.Of).OfType<Counting.Answer>().ToList();
        var last = arrived.MaxBy(answer => answer.Number);
        report = report with
        {
            Updates = report.Updates + one.Updates,
            Answers = report.Answers + arrived.Count,
            LostTurns = report.LostTurns + Missing(one.Given, last?.Given ?? []),
            DoubledTurns = report.DoubledTurns + Missing(last?.Given ?? [], one.Given),
            LostAnswers = report.LostAnswers + Enumerable.Range(1, one.Updates).Except(arrived.Select(answer => answer.Number)).Count(),
            WrongStates = report.WrongStates + arrived.Count(answer => !answer.Given.SequenceEqual(one.GivenUntil(answer.Number))),
            EditsAgain = report.EditsAgain + history.Count(call => call.Response.Contains("message is not modified", StringComparison.Ordinal)),
        };
        for (var n = 1; n < arrived.Count; n++)
            report = Compare(report, arrived[n - 1], arrived[n], lives);
        return Explain(report, one, arrived);
    }

    private static CrashReport Compare(CrashReport report, Counting.Answer before, Counting.Answer after, IReadOnlyList<LifeTime> lives)
    {
        if (after.Number < before.Number)
            return report with { OutOfOrder = report.OutOfOrder + 1 };
        if (after.Number > before.Number)
            return report;
        var (life, next) = (LifeOf(before.Call, lives), LifeOf(after.Call, lives));
        if (before.Call.Fault is { HidesAnswer: true } && life == next)
            return report with { RepeatedAfterCut = report.RepeatedAfterCut + 1 };
        // The last of this chat in a life that was killed: it was on its way, or its mark was.
        return life < next
            ? report with { RepeatedAfterKill = report.RepeatedAfterKill + 1 }
            : report with { RepeatedForNothing = report.RepeatedForNothing + 1 };
    }

    private static int LifeOf(RecordedCall call, IReadOnlyList<LifeTime> lives) => lives.Count(life => life.Began <= call.At);

    private static int Missing(IReadOnlyList<string> some, IReadOnlyList<string> others)
    {
        var left = others.ToList();
        return some.Count(one => !left.Remove(one));
    }

    private static CrashReport Explain(CrashReport report, Counting one, List<Counting.Answer> arrived)
    {
        var numbers = arrived.Select(answer => answer.Number).ToList();
        var isRight = numbers.Distinct().SequenceEqual(Enumerable.Range(1, one.Updates)) && numbers.Order().SequenceEqual(numbers)
            && arrived.All(answer => answer.Given.SequenceEqual(one.GivenUntil(answer.Number)));
        return isRight || report.Words.Count >= MostWords
            ? report
            : report with
            {
                Words = [.. report.Words, $"Chat {one.She.ChatId} gave {string.Join(' ', one.Given)} in {one.Updates} updates; "
                    + $"the answers {string.Join(' ', numbers)} arrived, the last of them with {string.Join(' ', arrived.LastOrDefault()?.Given ?? [])}."],
            };
    }
}

/// <summary>When a life of the program was, by the server's clock.</summary>
internal sealed record LifeTime(DateTimeOffset Began)
{
    /// <summary>When it was killed; null for not.</summary>
    public DateTimeOffset? Ended { get; set; }
}

/// <summary>What became of a crash run.</summary>
internal sealed record CrashReport
{
    public int Seed { get; init; }

    public int Kills { get; init; }

    public TimeSpan Took { get; init; }

    /// <summary>What the people did.</summary>
    public int Updates { get; init; }

    /// <summary>How often an update was handed to the program, each time counted.</summary>
    public int Given { get; init; }

    /// <summary>Answers that took effect in a chat, repeated ones too.</summary>
    public int Answers { get; init; }

    /// <summary>Updates that the program's state does not hold at the end.</summary>
    public int LostTurns { get; init; }

    /// <summary>Updates that its state holds more than once.</summary>
    public int DoubledTurns { get; init; }

    /// <summary>Answers whose state is not exactly what was given until then, in order.</summary>
    public int WrongStates { get; init; }

    /// <summary>Updates whose answer never arrived.</summary>
    public int LostAnswers { get; init; }

    /// <summary>Answers that arrived after a later one.</summary>
    public int OutOfOrder { get; init; }

    /// <summary>Messages that arrived again in the next life of the program: each was the last one of its chat before the kill.</summary>
    public int RepeatedAfterKill { get; init; }

    /// <summary>The longest time from the first arrival of one of them to the kill.</summary>
    public TimeSpan LongestOnItsWay { get; init; }

    /// <summary>Messages that arrived again because a fault cut their answer off.</summary>
    public int RepeatedAfterCut { get; init; }

    /// <summary>Messages that arrived again although the program knew, or could have known.</summary>
    public int RepeatedForNothing { get; init; }

    /// <summary>Edits that were asked for again and changed nothing.</summary>
    public int EditsAgain { get; init; }

    /// <summary>The first chats in which something is wrong, a sentence each.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Nothing is lost, doubled, out of order or repeated without need.</summary>
    public bool IsClean => LostTurns + DoubledTurns + WrongStates + LostAnswers + OutOfOrder + RepeatedForNothing == 0;

    public override string ToString() => $"""
        seed {Seed}: {Kills} kills in {Took.TotalSeconds:0} s; {Updates} updates, handed out {Given} times; {Answers} answers arrived
        turns: {LostTurns} lost, {DoubledTurns} doubled; states that are not what was given: {WrongStates}
        answers: {LostAnswers} lost, {OutOfOrder} out of order, {RepeatedForNothing} repeated without need
        repeated: {RepeatedAfterKill} that were on their way at a kill (the longest for {LongestOnItsWay.TotalMilliseconds:0} ms), {RepeatedAfterCut} whose answer a fault cut off; {EditsAgain} edits asked for again without effect
        {string.Join('\n', Words)}
        """;
}
