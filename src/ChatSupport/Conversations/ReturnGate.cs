using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Conversations;

/// <summary>Looks at what could be her PIN or word, and stops looking for a growing time after too many wrong ones.</summary>
internal static class ReturnGate
{
    /// <summary>Looks once.</summary>
    public static async Task<GateAnswer> Try(TurnDraft draft, string typed, CancellationToken cancel)
    {
        if (draft.State.ReturnSecret is { } kept)
            return await Look(kept, draft.State.ReturnLockedUntil, typed, draft.Now, cancel);
        return Wish.Is(Command.Return, new Input.Text(typed), draft.Interpreter.Dialogs) ? GateAnswer.Open : GateAnswer.NotATry;
    }

    /// <summary>Looks once at a secret that is kept anywhere.</summary>
    public static async Task<GateAnswer> Look(string kept, DateTimeOffset? lockedUntil, string typed, DateTimeOffset now, CancellationToken cancel)
    {
        if (!ReturnSecret.IsTry(kept, typed))
            return GateAnswer.NotATry;
        if (lockedUntil > now)
            return GateAnswer.Locked;
        try
        {
            return await ReturnSecret.Fits(kept, typed, cancel) ? GateAnswer.Open : GateAnswer.Wrong;
        }
        catch (TimeoutException)
        {
            return GateAnswer.Locked; // not looked at, so not wrong either
        }
    }

    /// <summary>Remembers a wrong try.</summary>
    public static void CountWrong(TurnDraft draft)
    {
        var wrong = draft.State.WrongReturns + 1;
        draft.State = draft.State with { WrongReturns = wrong, ReturnLockedUntil = LockAfter(wrong, draft.Now, draft.Options) };
    }

    /// <summary>Begins anew after a right one.</summary>
    public static void Reset(TurnDraft draft) => draft.State = draft.State with { WrongReturns = 0, ReturnLockedUntil = null };

    /// <summary>Until when no try is looked at after this many wrong ones in a row; null where the next one is.</summary>
    /// <param name="wrong">How many.</param>
    /// <param name="last">When the last one was.</param>
    /// <param name="options">The limits.</param>
    public static DateTimeOffset? LockAfter(int wrong, DateTimeOffset last, ConversationOptions options)
    {
        var over = wrong - options.WrongReturns;
        if (over < 0)
            return null;
        var seconds = options.FirstReturnLock.TotalSeconds * Math.Pow(2, Math.Min(over, 30));
        return last + TimeSpan.FromSeconds(Math.Min(seconds, options.LongestReturnLock.TotalSeconds));
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

    /// <summary>Too many were wrong, or too many wait: it was not looked at.</summary>
    Locked,
}
