using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Places;

/// <summary>What can be wrong with the facts below <c>places/</c>. Misspelt names, missing lines and wrong shapes are found as in every content file.</summary>
internal static class PlaceRules
{
    public static readonly Rule UnknownKind = new("PLC001", Severity.Error, "A need that is not in needs.yaml");
    public static readonly Rule UnknownCommune = new("PLC002", Severity.Error, "A commune that is not in communes.yaml");
    public static readonly Rule BadNumber = new("PLC003", Severity.Error, "A number that cannot be dialled in Cambodia");
    public static readonly Rule BadHours = new("PLC004", Severity.Error, "Opening hours that cannot be read");
    public static readonly Rule OutsideCambodia = new("PLC005", Severity.Error, "Coordinates outside of Cambodia");
    public static readonly Rule SpotWithoutSource = new("PLC006", Severity.Error, "Coordinates without a source");
    public static readonly Rule Stale = new("PLC007", Severity.Warning, "Facts last checked over 180 days ago");
    public static readonly Rule Unverified = new("PLC008", Severity.Hint, "An entry that nobody confirmed: hidden from workers");
    public static readonly Rule Sample = new("PLC009", Severity.Hint, "A made-up entry: hidden in production");
    public static readonly Rule NotCanonical = new("PLC010", Severity.Warning, "Khmer that is not in canonical order");
    public static readonly Rule RepeatedId = new("PLC011", Severity.Error, "An id that stands twice");
    public static readonly Rule Contradicted = new("PLC012", Severity.Error, "A number that its sources contradict");
    public static readonly Rule VerifiedWithoutSource = new("PLC013", Severity.Error, "A verified entry without source or day of checking");
    public static readonly Rule MissingLanguage = new("PLC014", Severity.Error, "A text lacks Khmer or English");
    public static readonly Rule BadCode = new("PLC015", Severity.Error, "A code that the gazetteer cannot hold");
    public static readonly Rule SampleInDisguise = new("PLC016", Severity.Error, "A made-up entry that could be taken for a real one");
    public static readonly Rule CheckedLater = new("PLC017", Severity.Error, "A day of checking that has not come yet");
    public static readonly Rule VerifiedTooSoon = new("PLC018", Severity.Error, "A number of tier B that claims to be verified");

    public static IReadOnlyList<Rule> All { get; } =
    [
        UnknownKind, UnknownCommune, BadNumber, BadHours, OutsideCambodia, SpotWithoutSource, Stale, Unverified, Sample, NotCanonical,
        RepeatedId, Contradicted, VerifiedWithoutSource, MissingLanguage, BadCode, SampleInDisguise, CheckedLater, VerifiedTooSoon,
    ];
}
