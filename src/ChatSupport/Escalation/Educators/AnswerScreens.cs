using System.Security.Cryptography;
using System.Text;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Escalation.Educators;

/// <summary>What the dialogs say, as an answer that a helper can give with one tap.</summary>
internal static class AnswerScreens
{
    /// <summary>The dialog whose screens, but the first, are ready sentences.</summary>
    private const string Replies = "replies";

    /// <summary>The first screens of every dialog that says something by itself.</summary>
    public static List<ScreenId> All(Interpreter interpreter) =>
        [.. interpreter.Dialogs.Dialogs.Values
            .Where(dialog => !dialog.Fenced && dialog.Id is not ("home" or "person" or "decoy" or "consent" or "link" or "forget"))
            .Select(dialog => ScreenId.Of(dialog.Id)).OrderBy(screen => screen.ToString(), StringComparer.Ordinal)];

    /// <summary>Ready sentences, in the order in which the content has them.</summary>
    public static List<ScreenId> Ready(Interpreter interpreter) =>
        interpreter.Dialogs.Dialogs.TryGetValue(Replies, out var replies) ? [.. replies.Screens.Values.Select(screen => screen.Id).Where(id => id.Screen != ScreenId.Start)] : [];

    /// <summary>Those that a worker's words would find.</summary>
    public static IEnumerable<ScreenId> Find(Interpreter interpreter, string typed, string language, DateOnly today)
    {
        var home = new DialogState { Screen = interpreter.Home, Language = language };
        var all = All(interpreter);
        return interpreter.Explain(home, typed, today)
            .Where(found => found.Rule is UnderstoodBy.Topic or UnderstoodBy.Search or UnderstoodBy.Crisis)
            .Select(found => ScreenId.Of(found.Target))
            .Distinct()
            .Where(all.Contains);
    }

    /// <summary>What stands for a screen on a button, which has no room for its name. It names the same screen after a publish, or none.</summary>
    public static string KeyOf(ScreenId screen) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(screen.ToString())).AsSpan(0, 4));

    /// <summary>The screen that a button names; null where it is not there any more.</summary>
    public static ScreenId? Find(IEnumerable<ScreenId> all, string key) => all.Cast<ScreenId?>().FirstOrDefault(screen => KeyOf(screen!.Value) == key);

    public static string TitleOf(Interpreter interpreter, ScreenId screen, string language) => interpreter.Dialogs.Dialogs[screen.Dialog].Title.In(language);

    /// <summary>What it says to who opens it.</summary>
    public static string TextOf(Interpreter interpreter, ScreenId screen, string language, DateOnly today) =>
        interpreter.Open(new DialogState { Screen = interpreter.Home, Language = language }, screen, null, today).Replies.OfType<Reply.Menu>().LastOrDefault()?.Text ?? "";
}
