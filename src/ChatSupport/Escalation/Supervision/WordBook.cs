using ChatSupport.Conversations;
using ChatSupport.Dialogs.Risk;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Escalation.Supervision;

/// <summary>The words after which somebody looks sooner, as they are live, and what a text would do with them. What is tried is kept nowhere.</summary>
internal sealed class WordBook(Library library, StaffGuard guard)
{
    public const int LongestText = 3500;

    public IReadOnlyList<RiskEntry> Entries(string? session)
    {
        guard.Require(session, StaffAct.SeeRiskWords);
        return library.Current.Dialogs.RiskWords.Entries;
    }

    /// <summary>What is found in a text.</summary>
    public WordTrial Try(string? session, string text)
    {
        guard.Require(session, StaffAct.SeeRiskWords);
        text = text.Length > LongestText ? text[..LongestText] : text;
        return new WordTrial(text, library.Current.Dialogs.RiskWords.Find(text), ContactWords.Find(text));
    }
}

/// <summary>What is found in a text.</summary>
/// <param name="Text">The text.</param>
/// <param name="Risks">Risk words; the most urgent of them counts.</param>
/// <param name="Contacts">Numbers, names and addresses; a line with one is held.</param>
internal sealed record WordTrial(string Text, IReadOnlyList<RiskHit> Risks, IReadOnlyList<ContactHit> Contacts);
