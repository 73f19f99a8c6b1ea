using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Dialogs.Running.Talks;

/// <summary>What can be wrong with a talk, and how one can fail.</summary>
internal static class TalkRules
{
    public static readonly Rule NotALine = new("TLK001", Severity.Error, "A line of a talk is not 'what: value'");
    public static readonly Rule UnknownWord = new("TLK002", Severity.Error, "A line of a talk begins with an unknown word");
    public static readonly Rule Empty = new("TLK003", Severity.Error, "A line of a talk has no value");
    public static readonly Rule Unreadable = new("TLK004", Severity.Error, "A value in a talk cannot be read");
    public static readonly Rule Misplaced = new("TLK005", Severity.Error, "A line of a talk stands where it cannot");
    public static readonly Rule Repeated = new("TLK006", Severity.Error, "A line of a talk, or the name of one, stands twice");
    public static readonly Rule ShowsNothing = new("TLK007", Severity.Error, "A talk expects nothing");
    public static readonly Rule UnknownScreen = new("TLK008", Severity.Error, "A talk names a screen that does not exist");
    public static readonly Rule UnknownLanguage = new("TLK009", Severity.Error, "A talk is in a language that is not offered");
    public static readonly Rule UnknownButton = new("TLK020", Severity.Error, "A talk presses a button that was not shown");
    public static readonly Rule OtherScreen = new("TLK021", Severity.Error, "A talk reaches another screen");
    public static readonly Rule NotSaid = new("TLK022", Severity.Error, "The bot does not say what a talk expects");
    public static readonly Rule Said = new("TLK023", Severity.Error, "The bot says what a talk forbids");
    public static readonly Rule OtherValue = new("TLK024", Severity.Error, "A variable has another value than a talk expects");
    public static readonly Rule NoEffect = new("TLK025", Severity.Error, "An effect that a talk expects does not happen");
    public static readonly Rule OtherMiss = new("TLK026", Severity.Error, "A line is understood, or not, against what a talk expects");
    public static readonly Rule NotKept = new("TLK027", Severity.Error, "The state is another after it was saved and read again");

    public static IReadOnlyList<Rule> All { get; } =
    [
        NotALine, UnknownWord, Empty, Unreadable, Misplaced, Repeated, ShowsNothing, UnknownScreen, UnknownLanguage,
        UnknownButton, OtherScreen, NotSaid, Said, OtherValue, NoEffect, OtherMiss, NotKept,
    ];
}
