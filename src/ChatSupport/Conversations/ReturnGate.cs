using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Conversations;

/// <summary>Looks at what could be her PIN or word, and stops looking for a growing time after too many wrong ones.</summary>
internal static class ReturnGate
{
    /// <summary>Looks once.</summary>
    public static GateAnswer Try(TurnDraft draft, string typed)
    {
        if (draft.State.ReturnSecret is not { } kept)
            return Wish.Is(Command.Return, new Input.Text(typed), draft.Interpreter.Dialogs) ? GateAnswer.Open : GateAnswer.NotATry;
        if (!ReturnSecret.IsTry(kept, typed))
            return GateAnswer.NotATry;
        if (draft.State.ReturnLockedUntil > draft.Now)
            return GateAnswer.Locked;
        return ReturnSecret.Fits(kept, typed) ? GateAnswer.Open : GateAnswer.Wrong;
    }

    /// <summary>Remembers a wrong try.</summary>
    public static void CountWrong(TurnDraft draft)
    {
        var wrong = draft.State.WrongReturns + 1;
        draft.State = draft.State with { WrongReturns = wrong, ReturnLockedUntil = LockAfter(wrong, draft) };
    }

    /// <summary>Begins anew after a right one.</summary>
    public static void Reset(TurnDraft draft) => draft.State = draft.State with { WrongReturns = 0, ReturnLockedUntil = null };

    private static DateTimeOffset? LockAfter(int wrong, TurnDraft draft)
    {
        var over = wrong - draft.Options.WrongReturns;
        if (over < 0)
            return null;
        var seconds = draft.Options.FirstReturnLock.TotalSeconds * Math.Pow(2, Math.Min(over, 30));
        return draft.Now + TimeSpan.FromSeconds(Math.Min(seconds, draft.Options.LongestReturnLock.TotalSeconds));
    }
}

/// <summary>What the gate found.</summary>
internal enum GateAnswer
{
    /// <summary>It does not have the shape of a secret.</summary>
    NotATry,

    /// <summary>It is her secret, or a word of the content where she has none.</summary>
    Open,

    /// <summary>It is not her secret.</summary>
    Wrong,

    /// <summary>Too many were wrong; it was not looked at.</summary>
    Locked,
}
