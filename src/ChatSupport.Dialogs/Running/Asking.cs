using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running.Prepared;

namespace ChatSupport.Dialogs.Running;

/// <summary>Takes an answer to a question, or says kindly what would be one.</summary>
internal static class Asking
{
    /// <summary>Keeps the answer, makes the question's call and goes on.</summary>
    public static void Answer(Walk walk, PreparedAsk ask, Value answer)
    {
        Keep(walk, ask, answer);
        Entering.Carry(walk, new Onward(ask.Do is null ? [] : [ask.Do], ask.Go, null));
    }

    /// <summary>Makes the answer known as <c>answer</c>, and keeps it in its variable. A PIN is never kept.</summary>
    public static void Keep(Walk walk, PreparedAsk ask, Value answer)
    {
        walk.Local = walk.Local.SetItem("answer", answer);
        if (ask.Ask.Into is { } into && ask.Ask.Kind != AskKind.Pin)
            walk.Keep(into, answer);
    }

    /// <summary>The answer did not fit: what is expected, and the second time in a row something else than the same sentence again.</summary>
    public static void Retry(Walk walk, PreparedAsk ask, string typed)
    {
        walk.Missed = true;
        walk.State = walk.State with { Misses = walk.State.Misses + 1 };
        if (walk.State.Misses % 2 == 0 && !walk.Screen.Dialog.Fenced)
        {
            Hearing.Offer(walk, IsSecret(ask) ? "" : typed);
            return;
        }

        walk.Notice = ask.Retry.IsEmpty ? new Notice(Phrase.NotUnderstood, null) : new Notice(null, ask.Retry);
        Menus.Show(walk);
    }

    private static bool IsSecret(PreparedAsk ask) => ask.Ask.Kind is AskKind.Pin or AskKind.Code;
}
