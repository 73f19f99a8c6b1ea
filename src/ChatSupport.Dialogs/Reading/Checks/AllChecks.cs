namespace ChatSupport.Dialogs.Reading.Checks;

/// <summary>Every check, a line each. Each finds all of its findings, whatever the others find.</summary>
internal static class AllChecks
{
    private static readonly Action<Inspection>[] checks =
    [
        TargetCheck.Find,
        ActionCheck.Find,
        VariableCheck.Find,
        QuestionCheck.Find,
        TemplateCheck.Find,
        EngineCheck.Find,
        FenceCheck.Find,
        SilenceCheck.Find,
        ReachCheck.Find,
        LoopCheck.Find,
        TapCheck.Find,
        TranslationCheck.Find,
        StaleCheck.Find,
        LengthCheck.Find,
        LabelCheck.Find,
        WordCheck.Find,
        OrderCheck.Find,
        SourceCheck.Find,
        RecordingCheck.Find,
    ];

    public static IReadOnlyList<Rule> Rules { get; } = [.. LinkRules.All, .. WayRules.All, .. TextRules.All];

    public static void Find(Inspection content)
    {
        foreach (var check in checks)
            check(content);
    }
}
