namespace ChatSupport.Dialogs.Reading.Checks;

/// <summary>What can be wrong with what a dialog names: screens, actions, variables, templates.</summary>
internal static class LinkRules
{
    public static readonly Rule UnknownTarget = new("DLG014", Severity.Error, "A way leads to a screen that does not exist");
    public static readonly Rule UnknownAction = new("DLG033", Severity.Error, "An action that does not exist");
    public static readonly Rule NoLanding = new("DLG034", Severity.Error, "A way leads to an action that does not say where she lands");
    public static readonly Rule MissingArgument = new("DLG035", Severity.Error, "An argument of an action is missing");
    public static readonly Rule UnknownArgument = new("DLG036", Severity.Error, "An argument that the action does not take");
    public static readonly Rule ResultLost = new("DLG037", Severity.Error, "The result of an action is kept nowhere");
    public static readonly Rule NoResult = new("DLG038", Severity.Error, "The action has no result to keep");
    public static readonly Rule UnknownVariable = new("DLG039", Severity.Error, "A variable that the dialog does not declare");
    public static readonly Rule WrongKind = new("DLG040", Severity.Error, "A variable of the wrong kind");
    public static readonly Rule KindsDiffer = new("DLG041", Severity.Error, "Two dialogs declare a variable with different kinds");
    public static readonly Rule BrokenTemplate = new("DLG042", Severity.Error, "A template cannot be read");
    public static readonly Rule BrokenCondition = new("DLG043", Severity.Error, "A condition cannot be read");
    public static readonly Rule UnknownFilter = new("DLG044", Severity.Error, "A filter that does not exist");
    public static readonly Rule NeedlessWith = new("DLG045", Severity.Error, "Arguments stand beside a way to a screen");
    public static readonly Rule BadLimits = new("DLG046", Severity.Error, "Limits that no answer can keep");

    public static IReadOnlyList<Rule> All { get; } =
    [
        UnknownTarget, UnknownAction, NoLanding, MissingArgument, UnknownArgument, ResultLost, NoResult, UnknownVariable, WrongKind,
        KindsDiffer, BrokenTemplate, BrokenCondition, UnknownFilter, NeedlessWith, BadLimits,
    ];
}
