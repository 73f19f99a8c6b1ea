namespace ChatSupport.Dialogs.Reading.Checks;

/// <summary>What can be wrong with the ways between screens, and with what the engine needs.</summary>
internal static class WayRules
{
    public static readonly Rule AskWithoutChoices = new("DLG047", Severity.Error, "A question that asks to choose has no choices");
    public static readonly Rule SilentScreen = new("DLG048", Severity.Error, "A screen may show nothing");
    public static readonly Rule Unreachable = new("DLG049", Severity.Warning, "Nothing leads to a screen");
    public static readonly Rule CannotLeave = new("DLG050", Severity.Error, "No way leads out of a screen");
    public static readonly Rule Loop = new("DLG051", Severity.Error, "Screens lead to one another without asking her");
    public static readonly Rule TooManyTaps = new("DLG052", Severity.Warning, "More than four taps from home");
    public static readonly Rule NotFenced = new("DLG053", Severity.Error, "A dialog that must be fenced is not");
    public static readonly Rule DecoyTells = new("DLG054", Severity.Error, "The decoy leads to something else");
    public static readonly Rule MissingPhrase = new("DLG055", Severity.Error, "A phrase or word of the engine is missing");

    public static IReadOnlyList<Rule> All { get; } =
        [AskWithoutChoices, SilentScreen, Unreachable, CannotLeave, Loop, TooManyTaps, NotFenced, DecoyTells, MissingPhrase];
}
