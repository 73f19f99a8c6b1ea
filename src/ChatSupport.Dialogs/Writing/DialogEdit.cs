using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Writing;

/// <summary>One act of an editor on the file of a dialog. Screens go by their name in the file, choices by their place among the
/// choices of their screen, from 0; languages by their tag (<c>km</c>, <c>km-Latn</c>, <c>en</c>).</summary>
public abstract record DialogEdit
{
    private protected DialogEdit()
    {
    }

    /// <summary>Changes what a screen says.</summary>
    /// <param name="Screen">The screen.</param>
    /// <param name="Language">The language.</param>
    /// <param name="Text">The text, with <c>\n</c> between its lines; null takes the language away.</param>
    public sealed record SetText(string Screen, string Language, string? Text) : DialogEdit;

    /// <summary>Changes what a choice is called.</summary>
    /// <param name="Screen">The screen.</param>
    /// <param name="Choice">The choice.</param>
    /// <param name="Language">The language.</param>
    /// <param name="Text">The label; null takes the language away.</param>
    public sealed record SetLabel(string Screen, int Choice, string Language, string? Text) : DialogEdit;

    /// <summary>Changes the name of the topic.</summary>
    /// <param name="Language">The language.</param>
    /// <param name="Text">The title; null takes the language away.</param>
    public sealed record SetTitle(string Language, string? Text) : DialogEdit;

    /// <summary>Changes the words that lead to the dialog. Words that stay keep their place, quotes and comments.</summary>
    /// <param name="Language">The language or script.</param>
    /// <param name="Words">All words, in order; none takes the language away.</param>
    public sealed record SetKeywords(string Language, IReadOnlyList<string> Words) : DialogEdit;

    /// <summary>Changes where a choice leads.</summary>
    /// <param name="Screen">The screen.</param>
    /// <param name="Choice">The choice.</param>
    /// <param name="Go">What stands behind <c>go</c>: <c>refused</c>, <c>rights/hours#refused</c>, <c>peer.request</c>.</param>
    public sealed record SetTarget(string Screen, int Choice, string Go) : DialogEdit;

    /// <summary>Moves a choice, and the comments directly above it, to another place on its screen.</summary>
    /// <param name="Screen">The screen.</param>
    /// <param name="From">Where it stands.</param>
    /// <param name="To">Where it stands afterwards.</param>
    public sealed record MoveChoice(string Screen, int From, int To) : DialogEdit;

    /// <summary>Adds a choice.</summary>
    /// <param name="Screen">The screen.</param>
    /// <param name="At">Where it stands afterwards; the number of choices for the end.</param>
    /// <param name="Labels">Its label per language, at least one.</param>
    /// <param name="Go">Where it leads.</param>
    public sealed record AddChoice(string Screen, int At, IReadOnlyDictionary<string, string> Labels, string Go) : DialogEdit;

    /// <summary>Takes a choice away, with the comments inside and directly above it. With the last one <c>choices</c> goes too.</summary>
    /// <param name="Screen">The screen.</param>
    /// <param name="Choice">The choice.</param>
    public sealed record RemoveChoice(string Screen, int Choice) : DialogEdit;

    /// <summary>Adds a screen that says something.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Texts">What it says per language, at least one.</param>
    /// <param name="After">The screen that it stands behind; null for the end.</param>
    public sealed record AddScreen(string Name, IReadOnlyDictionary<string, string> Texts, string? After = null) : DialogEdit;

    /// <summary>Takes a screen away, with the comments inside and directly above it. What leads to it stays as it is; the check finds it.</summary>
    /// <param name="Screen">The screen.</param>
    public sealed record RemoveScreen(string Screen) : DialogEdit;

    /// <summary>Changes the recording of a screen.</summary>
    /// <param name="Screen">The screen.</param>
    /// <param name="Voice">Its path below <c>media/</c>, without language and ending; null for none.</param>
    public sealed record SetVoice(string Screen, string? Voice) : DialogEdit;

    /// <summary>Changes how far a language was checked by a person.</summary>
    /// <param name="Language">The language.</param>
    /// <param name="Status">How far; null takes the language away.</param>
    public sealed record SetStatus(string Language, ReviewStatus? Status) : DialogEdit;

    /// <summary>Changes where the facts come from.</summary>
    /// <param name="Text">The law, article or page; null takes the whole source away.</param>
    /// <param name="Url">Where it was read; null for a printed source.</param>
    /// <param name="Checked">The day on which a person last compared; null leaves it as it is.</param>
    public sealed record SetSource(string? Text, string? Url, DateOnly? Checked) : DialogEdit;

    /// <summary>Changes any text by its address, as <see cref="TextPlaces"/> lists them.</summary>
    /// <param name="Place">The address.</param>
    /// <param name="Language">The language.</param>
    /// <param name="Text">The text; of a list of words one word a line; null takes the language away.</param>
    public sealed record SetAt(TextPlace Place, string Language, string? Text) : DialogEdit;
}
