namespace ChatSupport.Dialogs.Reading.Checks;

/// <summary>What can be wrong with what is said: languages, lengths, labels, words, sources, recordings.</summary>
internal static class TextRules
{
    public static readonly Rule MissingTranslation = new("DLG056", Severity.Error, "A text is missing in a language");
    public static readonly Rule Unreviewed = new("DLG057", Severity.Hint, "A dialog that nobody reviewed yet");
    public static readonly Rule StaleTranslation = new("DLG058", Severity.Warning, "A text changed in one language and not in another");
    public static readonly Rule LongLabel = new("DLG059", Severity.Warning, "A label is too long for a button");
    public static readonly Rule LongText = new("DLG060", Severity.Warning, "A text is too long to be read on a phone");
    public static readonly Rule TooManyChoices = new("DLG061", Severity.Error, "More choices than are shown");
    public static readonly Rule TooLongForChannel = new("DLG062", Severity.Error, "A screen is longer than a message may be");
    public static readonly Rule EqualLabels = new("DLG063", Severity.Error, "Two labels of a screen are equal");
    public static readonly Rule EqualWords = new("DLG064", Severity.Warning, "A word means two things");
    public static readonly Rule NotCanonical = new("DLG065", Severity.Warning, "Khmer that is not in canonical order");
    public static readonly Rule RightsWithoutSource = new("DLG066", Severity.Error, "A dialog about rights without a source");
    public static readonly Rule ClaimWithoutSource = new("DLG067", Severity.Warning, "A legal or medical claim without a source");
    public static readonly Rule StaleSource = new("DLG068", Severity.Warning, "A source last checked over 180 days ago");
    public static readonly Rule LaterSource = new("DLG069", Severity.Error, "A day of checking that has not come yet");
    public static readonly Rule MissingRecording = new("DLG070", Severity.Hint, "A recording that nobody uploaded yet");
    public static readonly Rule StaleRecording = new("DLG071", Severity.Warning, "A recording is older than its text");

    public static IReadOnlyList<Rule> All { get; } =
    [
        MissingTranslation, Unreviewed, StaleTranslation, LongLabel, LongText, TooManyChoices, TooLongForChannel, EqualLabels, EqualWords,
        NotCanonical, RightsWithoutSource, ClaimWithoutSource, StaleSource, LaterSource, MissingRecording, StaleRecording,
    ];
}
