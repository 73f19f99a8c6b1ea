using System.Globalization;
using ChatSupport.Dialogs.Writing;

namespace ChatSupport.Content.Translations;

/// <summary>How far a text is translated.</summary>
internal enum TextState
{
    /// <summary>It must be there, and is not.</summary>
    Missing,

    /// <summary>Another language of it changed since people last said that its languages belong together.</summary>
    Stale,

    /// <summary>It is there, but no person said that it is good: what a machine or a translator wrote stays this until somebody reviews it.</summary>
    Draft,

    /// <summary>A person read it and said that it is good.</summary>
    Reviewed,

    /// <summary>It is not there and need not be: words for a choice, phrases that only look like a keyword, romanised spellings.</summary>
    Optional,
}

/// <summary>One text of the content, as a translator sees it.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Place">Its address in the file.</param>
/// <param name="Source">What is translated; empty where it does not exist.</param>
/// <param name="Target">The translation; empty where there is none. Of a list of words one word a line, both.</param>
/// <param name="State">How far it is translated.</param>
internal sealed record TranslationRow(string Path, TextPlace Place, string Source, string Target, TextState State)
{
    private const string FileEnding = ".yaml ";

    /// <summary>Its address in the content: <c>rights/hours.yaml start text</c>.</summary>
    public string Id => $"{Path} {Place}";

    /// <summary>What it is and how long it may be, for people.</summary>
    public string Where => Kind + (TextLimits.Most(Place) is { } most ? string.Create(CultureInfo.InvariantCulture, $"; at most {most} clusters") : "");

    /// <summary>The file of an id; null where it is none.</summary>
    public static string? PathOf(string id) => id.IndexOf(FileEnding, StringComparison.Ordinal) is > 0 and var at ? id[..(at + FileEnding.Length - 1)] : null;

    private string Kind => Place.Kind switch
    {
        TextKind.Title => "name of the topic",
        TextKind.Keywords => "words that lead to the topic, one a line",
        TextKind.Not => "phrases that only look like such a word, one a line",
        TextKind.Text => $"what the screen '{Place.Name}' says",
        TextKind.Retry => $"said on the screen '{Place.Name}' when an answer does not fit",
        TextKind.Label => $"button on the screen '{Place.Name}' that leads to '{Place.Leads}'",
        TextKind.ChoiceKeywords => $"further words for the button on '{Place.Name}' that leads to '{Place.Leads}', one a line",
        TextKind.Phrase => $"small text '{Place.Name}' of the program",
        _ => $"words for the command '{Place.Name}', one a line",
    };
}
