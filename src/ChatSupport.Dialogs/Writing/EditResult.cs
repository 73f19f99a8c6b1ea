using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Dialogs.Writing;

/// <summary>What became of an edit: the new file, or why there is none.</summary>
public abstract record EditResult
{
    private EditResult()
    {
    }

    /// <summary>The edit is in the file, and nothing else changed. Where nothing had to change, it is the very file that was given.</summary>
    /// <param name="File">The file afterwards.</param>
    public sealed record Written(ContentFile File) : EditResult;

    /// <summary>The file stays as it is.</summary>
    /// <param name="Why">The reason.</param>
    /// <param name="Message">The reason for staff: what, where, what to do next.</param>
    public sealed record Refused(EditRefusal Why, string Message) : EditResult;
}

/// <summary>Why an edit was not made.</summary>
public enum EditRefusal
{
    /// <summary>The file cannot be read as YAML, or the reading found something in it that cannot be kept.</summary>
    Unreadable,

    /// <summary>The file was written by a newer version of this program.</summary>
    NewerFormat,

    /// <summary>There is no such screen.</summary>
    NoSuchScreen,

    /// <summary>There is no such choice, or no such place among the choices.</summary>
    NoSuchChoice,

    /// <summary>There is no such text.</summary>
    NoSuchText,

    /// <summary>There is no such entry.</summary>
    NoSuchEntry,

    /// <summary>A screen or entry of this name exists already.</summary>
    NameTaken,

    /// <summary>A name, target or language holds letters that do not work there.</summary>
    BadName,

    /// <summary>The text is empty, or no language is given.</summary>
    Empty,

    /// <summary>The text, the list of words or the whole file would be longer than is read.</summary>
    TooLong,

    /// <summary>The text holds an invisible control character, half an emoji, or a line break where one line is expected.</summary>
    BadCharacter,

    /// <summary>It is the last of its kind: a dialog needs a screen, a choice a label, a dialog a title.</summary>
    LastOne,

    /// <summary>Something else stands there than the dialog language expects: the file has an error there already.</summary>
    UnexpectedShape,

    /// <summary>The file is written in a way in which this cannot be changed without changing something else.</summary>
    WouldChangeMore,
}
