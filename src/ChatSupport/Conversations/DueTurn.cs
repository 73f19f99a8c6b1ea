namespace ChatSupport.Conversations;

/// <summary>The schedule says that something is due. It may say so late or twice: each looks first whether it still holds.</summary>
internal sealed class DueTurn(LeaveQuickly leaving, LinkTurn links)
{
    public async Task Take(TurnDraft draft, DueKind kind, CancellationToken cancel)
    {
        switch (kind)
        {
            case DueKind.SensitiveExpiry:
                await ExpireSensitive(draft, cancel);
                break;
            case DueKind.PlaceExpiry:
                ExpirePlace(draft);
                break;
            case DueKind.ConsentExpiry:
                ExpireConsent(draft);
                break;
            case DueKind.Notice:
                NoticeTurn.Announce(draft);
                break;
            case DueKind.LinkExpiry:
                LinkTurn.Expire(draft);
                break;
            case DueKind.LinkTaken:
                await links.Empty(draft, cancel);
                break;
        }
    }

    private async Task ExpireSensitive(TurnDraft draft, CancellationToken cancel)
    {
        if (draft.State.Decoy is not null || draft.State.Lifecycle is LifecycleState.New or LifecycleState.Erased || !draft.IsSensitive(draft.State.Dialog))
            return;
        if (!IsOfAnotherClock(draft) && StillYoung(draft, DueKind.SensitiveExpiry, draft.Options.SensitiveExpiry))
            return;
        if (draft.State.Lifecycle == LifecycleState.Blocked)
            await leaving.LeaveUnseen(draft, cancel);
        else
            await leaving.Leave(draft, cancel);
    }

    /// <summary>The question goes from the chat as well: of a forgotten conversation no message can be found later, not even by leaving quickly.</summary>
    private static void ExpireConsent(TurnDraft draft)
    {
        if (draft.State.ConsentedAt is not null)
            return;
        var stands = draft.State is { Decoy: null, Lifecycle: not LifecycleState.Blocked };
        draft.Forget();
        if (stands)
            draft.EraseEverything();
    }

    private static void ExpirePlace(TurnDraft draft)
    {
        if (draft.State is not { ConsentedAt: not null, Dialog: { } place } || StillYoung(draft, DueKind.PlaceExpiry, draft.Options.PlaceExpiry))
            return;
        draft.State = draft.State with { Dialog = DialogTurn.Fresh(place), NoticeAsksSecret = false };
        draft.Schedule(DueKind.SensitiveExpiry, null);
    }

    /// <summary>She did it last at a time that is still to come: the clock was set back. The row was moved with it, so its time is the right one.</summary>
    private static bool IsOfAnotherClock(TurnDraft draft) => draft.State.LastTurnAt - draft.Now > TimeSpan.FromMinutes(1);

    /// <summary>She did something since the row was written: it moves on instead of being written anew with her every turn.</summary>
    private static bool StillYoung(TurnDraft draft, DueKind kind, TimeSpan age)
    {
        if (draft.State.LastTurnAt + age is not { } due || due <= draft.Now)
            return false;
        draft.Schedule(kind, due);
        return true;
    }
}
