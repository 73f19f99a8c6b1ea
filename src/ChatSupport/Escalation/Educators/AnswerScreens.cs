using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Escalation.Educators;

/// <summary>What the dialogs say, as an answer that a helper can give with one tap.</summary>
internal static class AnswerScreens
{
    /// <summary>The first screens of every dialog that says something by itself, in an order that only a new revision changes.</summary>
    public static List<ScreenId> All(Interpreter interpreter) =>
        [.. interpreter.Dialogs.Dialogs.Values
            .Where(dialog => !dialog.Fenced && dialog.Id is not ("home" or "person" or "decoy" or "consent" or "link" or "forget"))
            .Select(dialog => ScreenId.Of(dialog.Id)).OrderBy(screen => screen.ToString(), StringComparer.Ordinal)];

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

    public static string TitleOf(Interpreter interpreter, ScreenId screen, string language) => interpreter.Dialogs.Dialogs[screen.Dialog].Title.In(language);

    /// <summary>What it says to who opens it.</summary>
    public static string TextOf(Interpreter interpreter, ScreenId screen, string language, DateOnly today) =>
        interpreter.Open(new DialogState { Screen = interpreter.Home, Language = language }, screen, null, today).Replies.OfType<Reply.Menu>().LastOrDefault()?.Text ?? "";
}
