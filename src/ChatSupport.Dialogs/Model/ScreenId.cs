using System.Diagnostics.CodeAnalysis;

namespace ChatSupport.Dialogs.Model;

/// <summary>The address of one screen: <c>rights/rest-day#refused</c>. Without a <c>#</c> part: the <c>start</c> screen.</summary>
/// <param name="Dialog">The dialog's path below the content folder, without ending: <c>rights/rest-day</c>.</param>
/// <param name="Screen">The screen's name inside its dialog.</param>
public readonly record struct ScreenId(string Dialog, string Screen)
{
    /// <summary>The screen that a dialog opens on.</summary>
    public const string Start = "start";

    /// <summary>The first screen of the dialog <paramref name="dialog"/>.</summary>
    public static ScreenId Of(string dialog) => new(dialog, Start);

    /// <summary>Reads the form that <see cref="ToString"/> writes.</summary>
    /// <returns>False when either part is empty or there is more than one <c>#</c>.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out ScreenId id)
    {
        id = default;
        if (string.IsNullOrEmpty(text))
            return false;

        var hash = text.IndexOf('#', StringComparison.Ordinal);
        if (hash < 0)
        {
            id = Of(text);
            return true;
        }

        if (hash == 0 || hash == text.Length - 1 || text.IndexOf('#', hash + 1) >= 0)
            return false;

        id = new ScreenId(text[..hash], text[(hash + 1)..]);
        return true;
    }

    /// <summary><c>dialog</c> for a start screen, else <c>dialog#screen</c>.</summary>
    public override string ToString() => Screen == Start ? Dialog : $"{Dialog}#{Screen}";
}
