using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Reading;

/// <summary>An author's mistake: data with its place and mend, never an exception.</summary>
/// <param name="Code"><c>DLG014</c>; a code never changes its meaning.</param>
/// <param name="Severity">Errors stop publishing.</param>
/// <param name="Mark">Where.</param>
/// <param name="Message">What was found and what was expected, quoting the author's own word. One sentence.</param>
/// <param name="Mend">What to do, one sentence.</param>
public sealed record DialogIssue(string Code, Severity Severity, Mark Mark, string Message, string Mend)
{
    /// <summary><c>rights/rest-day.yaml:14:19: Error DLG014: … Did you mean 'refused'?</c></summary>
    public override string ToString() => $"{Mark.File}:{Mark.Line}:{Mark.Column}: {Severity} {Code}: {Message} {Mend}";
}

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>Good to know.</summary>
    Hint,

    /// <summary>Shown, does not stop publishing.</summary>
    Warning,

    /// <summary>Stops publishing.</summary>
    Error,
}
