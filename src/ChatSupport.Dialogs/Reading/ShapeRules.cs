namespace ChatSupport.Dialogs.Reading;

/// <summary>What can be wrong with one name or value of a file.</summary>
public static class ShapeRules
{
    /// <summary>A name that nothing reads.</summary>
    public static Rule UnknownKey { get; } = new("DLG020", Severity.Error, "A name that nothing reads");

    /// <summary>A name that must be there.</summary>
    public static Rule MissingKey { get; } = new("DLG021", Severity.Error, "A name is missing");

    /// <summary>A list where a text is expected, or the like.</summary>
    public static Rule WrongShape { get; } = new("DLG022", Severity.Error, "A value has the wrong shape");

    /// <summary>A word that is not one of those allowed here.</summary>
    public static Rule UnknownWord { get; } = new("DLG023", Severity.Error, "A word that is not allowed here");

    /// <summary>A number or day that cannot be read.</summary>
    public static Rule Unreadable { get; } = new("DLG024", Severity.Error, "A number or day cannot be read");

    /// <summary>The file is written in a newer format.</summary>
    public static Rule NewerFormat { get; } = new("DLG025", Severity.Error, "The file is written in a newer format");

    /// <summary>The name inside the file is not its path.</summary>
    public static Rule WrongName { get; } = new("DLG026", Severity.Error, "The dialog's name is not its path");

    /// <summary>A name with letters that would not work.</summary>
    public static Rule BadName { get; } = new("DLG027", Severity.Error, "A name holds letters that do not work there");

    /// <summary>A value with nothing in it.</summary>
    public static Rule Empty { get; } = new("DLG028", Severity.Error, "A value is empty");

    /// <summary>A language that is not offered.</summary>
    public static Rule UnknownLanguage { get; } = new("DLG029", Severity.Error, "A language that is not offered");

    /// <summary>The file was lifted from an older format.</summary>
    public static Rule OlderFormat { get; } = new("DLG031", Severity.Hint, "The file is written in an older format");

    /// <summary>A file that must exist does not.</summary>
    public static Rule MissingFile { get; } = new("DLG032", Severity.Error, "A file is missing");

    internal static IReadOnlyList<Rule> All { get; } =
    [
        UnknownKey, MissingKey, WrongShape, UnknownWord, Unreadable, NewerFormat, WrongName, BadName, Empty, UnknownLanguage, OlderFormat,
        MissingFile,
    ];
}
