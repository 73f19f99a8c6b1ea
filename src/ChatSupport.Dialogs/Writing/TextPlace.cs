using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Writing;

/// <summary>What a text of a content file is for.</summary>
public enum TextKind
{
    /// <summary>The name of a dialog.</summary>
    Title,

    /// <summary>The words that lead to a dialog; one a line.</summary>
    Keywords,

    /// <summary>The phrases that only look like such a word; one a line.</summary>
    Not,

    /// <summary>What a screen says.</summary>
    Text,

    /// <summary>What a choice is called.</summary>
    Label,

    /// <summary>Further words for a choice; one a line.</summary>
    ChoiceKeywords,

    /// <summary>What is said when an answer does not fit.</summary>
    Retry,

    /// <summary>A small text of the engine, in <c>phrases.yaml</c>.</summary>
    Phrase,

    /// <summary>The words of a command, in <c>phrases.yaml</c>; one a line.</summary>
    CommandWords,
}

/// <summary>The address of a text in its file. It stays when other texts come, go or move: a choice goes by where it leads.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Name">Its screen, phrase or command; empty for what belongs to the whole dialog.</param>
/// <param name="Leads">Where its choice leads, as <c>translations.yaml</c> writes it: <c>refused</c>, <c>rights/hours</c>, <c>peer.request</c>; empty for what is no choice.</param>
/// <param name="Time">The how-manieth choice of its screen that leads there, from 1.</param>
public readonly record struct TextPlace(TextKind Kind, string Name = "", string Leads = "", int Time = 1)
{
    /// <summary>Reads the form that <see cref="ToString"/> writes.</summary>
    /// <returns>False where it is no address.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out TextPlace place)
    {
        TextPlace? read = text?.Split(' ') switch
        {
            ["title"] => new(TextKind.Title),
            ["keywords"] => new(TextKind.Keywords),
            ["not"] => new(TextKind.Not),
            ["phrase", { Length: > 0 } name] => new(TextKind.Phrase, name),
            ["words", { Length: > 0 } name] => new(TextKind.CommandWords, name),
            [{ Length: > 0 } name, "text"] => new(TextKind.Text, name),
            [{ Length: > 0 } name, "retry"] => new(TextKind.Retry, name),
            [{ Length: > 0 } name, "label" or "keywords", { Length: > 0 } leads] => Choice(text, name, leads, 1),
            [{ Length: > 0 } name, "label" or "keywords", { Length: > 0 } leads, var time]
                when int.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var which) && which > 1 => Choice(text, name, leads, which),
            _ => null,
        };
        place = read ?? default;
        return read is not null;
    }

    /// <summary><c>title</c>, <c>start text</c>, <c>start label refused</c>, <c>start label refused 2</c>, <c>pin retry</c>, <c>phrase back</c>.</summary>
    public override string ToString() => Kind switch
    {
        TextKind.Title => "title",
        TextKind.Keywords => "keywords",
        TextKind.Not => "not",
        TextKind.Phrase => $"phrase {Name}",
        TextKind.CommandWords => $"words {Name}",
        TextKind.Text => $"{Name} text",
        TextKind.Retry => $"{Name} retry",
        _ => $"{Name} {(Kind == TextKind.Label ? "label" : "keywords")} {Leads}" + (Time == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" {Time}")),
    };

    /// <summary>Whether it is a list of words, which is given and taken one word a line.</summary>
    public bool IsWords => Kind is TextKind.Keywords or TextKind.Not or TextKind.ChoiceKeywords or TextKind.CommandWords;

    private static TextPlace Choice(string text, string name, string leads, int time) =>
        new(text.Split(' ')[1] == "label" ? TextKind.Label : TextKind.ChoiceKeywords, name, leads, time);
}

/// <summary>A text of a content file with its address.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Texts">The text per language; of a list of words one word a line.</param>
public sealed record PlacedText(TextPlace Place, Texts Texts);
