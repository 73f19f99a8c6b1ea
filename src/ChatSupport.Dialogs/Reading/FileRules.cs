namespace ChatSupport.Dialogs.Reading;

/// <summary>What can be wrong with a file before anybody asks what it says.</summary>
internal static class FileRules
{
    /// <summary>No file shows more findings than this, so that one broken file cannot hide or slow the others.</summary>
    public const int MostFindings = 200;

    public static readonly Rule TooLarge = new("DLG001", Severity.Error, "The file is too large");
    public static readonly Rule NotUtf8 = new("DLG002", Severity.Error, "The file is not UTF-8 text");
    public static readonly Rule ByteOrderMark = new("DLG003", Severity.Hint, "The file begins with a byte-order mark");
    public static readonly Rule ControlCharacter = new("DLG004", Severity.Error, "An invisible control character");
    public static readonly Rule Tab = new("DLG005", Severity.Error, "A tab indents a line");
    public static readonly Rule NotYaml = new("DLG006", Severity.Error, "The file is not YAML from here on");
    public static readonly Rule Alias = new("DLG007", Severity.Error, "An anchor or alias");
    public static readonly Rule Tag = new("DLG008", Severity.Error, "A tag");
    public static readonly Rule SecondDocument = new("DLG009", Severity.Error, "A second document in one file");
    public static readonly Rule TooDeep = new("DLG010", Severity.Error, "Lists and maps stand too deep in one another");
    public static readonly Rule RepeatedKey = new("DLG011", Severity.Error, "A name stands twice");
    public static readonly Rule NestedKey = new("DLG012", Severity.Error, "A name is not a plain text");
    public static readonly Rule NotAMap = new("DLG013", Severity.Error, "The file does not hold names with values");
    public static readonly Rule TooManyFindings = new("DLG030", Severity.Error, "More findings than are shown");

    public static IReadOnlyList<Rule> All { get; } =
    [
        TooLarge, NotUtf8, ByteOrderMark, ControlCharacter, Tab, NotYaml, Alias, Tag, SecondDocument, TooDeep, RepeatedKey,
        NestedKey, NotAMap, TooManyFindings,
    ];
}
