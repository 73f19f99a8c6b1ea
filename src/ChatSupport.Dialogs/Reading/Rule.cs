using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Reading;

/// <summary>One kind of finding: its code never changes its meaning.</summary>
/// <param name="Code"><c>DLG014</c>.</param>
/// <param name="Severity">How much it matters wherever it is found.</param>
/// <param name="Title">What is wrong, in a few words, for lists of findings.</param>
public sealed record Rule(string Code, Severity Severity, string Title)
{
    /// <summary>A finding of this kind.</summary>
    /// <param name="mark">Where.</param>
    /// <param name="message">What was found and what was expected, one sentence.</param>
    /// <param name="mend">What to do, one sentence.</param>
    public DialogIssue At(Mark mark, string message, string mend) => new(Code, Severity, mark, message, mend);
}
