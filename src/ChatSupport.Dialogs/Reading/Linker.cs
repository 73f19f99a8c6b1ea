using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Reading;

/// <summary>Turns the word behind <c>go</c> into an address. Whether anything stands there is for a check to find out.</summary>
/// <param name="screens">The names of the screens of every dialog that could be read.</param>
internal sealed class Linker(IReadOnlyDictionary<string, IReadOnlySet<string>> screens)
{
    /// <summary>A screen of this dialog, else a dialog, else a screen of another, else an action.</summary>
    /// <param name="word">What the author wrote.</param>
    /// <param name="dialog">The dialog it stands in.</param>
    public (ScreenId? Screen, string? Action) Resolve(string word, string dialog)
    {
        if (screens.TryGetValue(dialog, out var own) && own.Contains(word))
            return (new ScreenId(dialog, word), null);

        if (word.Contains('.', StringComparison.Ordinal))
            return (null, word);

        var isElsewhere = word.Contains('/', StringComparison.Ordinal) || word.Contains('#', StringComparison.Ordinal) || screens.ContainsKey(word);
        return isElsewhere && ScreenId.TryParse(word, out var id) ? (id, null) : (new ScreenId(dialog, word), null);
    }
}
