namespace ChatSupport.Dialogs.Running.Talks;

/// <summary>Plays talks against content, without a server. Pure as long as the answers are.</summary>
public static class TalkRunner
{
    /// <summary>Plays every talk from its beginning to its end, also after a failure. Between every two lines the state is written as
    /// JSON and read again, as it is between two turns.</summary>
    /// <param name="interpreter">The content.</param>
    /// <param name="talks">The talks.</param>
    /// <param name="answer">Answers the queries of the dialogs.</param>
    /// <param name="today">The day of the talks that name none.</param>
    public static TalkReport Run(Interpreter interpreter, IReadOnlyList<Talk> talks, TalkAnswer answer, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(interpreter);
        ArgumentNullException.ThrowIfNull(talks);
        ArgumentNullException.ThrowIfNull(answer);
        var trace = new Trace();
        var results = talks.Select(talk => new TalkResult(talk, new TalkPlay(interpreter, talk, answer, today, trace).Play())).ToList();
        return new TalkReport(results, TalkCoverage.Of(interpreter.Dialogs, trace));
    }
}
