using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Conversations;

/// <summary>Hides everything: the chat is emptied and the decoy stands there, her place kept behind it.</summary>
internal sealed class LeaveQuickly(DialogWalk walk)
{
    /// <summary>The dialog that is shown instead of hers.</summary>
    public const string Decoy = "decoy";

    /// <summary>The engine's id of the button, on every screen of every revision.</summary>
    public const string Button = "n-leave";

    public async Task Leave(TurnDraft draft, CancellationToken cancel)
    {
        var decoy = await OpenDecoy(draft, cancel);
        draft.EraseEverything();
        draft.Show(decoy, asNew: true, silent: true);
        if (draft.State.Lifecycle != LifecycleState.Decoy)
            draft.Fire(LifecycleEvent.Leave);
        Hide(draft, decoy.State);
    }

    /// <summary>The same while she cannot be reached: she meets the decoy when she comes back, and no message is tried.</summary>
    public async Task LeaveUnseen(TurnDraft draft, CancellationToken cancel) => Hide(draft, (await OpenDecoy(draft, cancel)).State);

    /// <summary>The same where nothing can be shown any more: the chat is emptied, and she meets the decoy at its beginning when she writes again.</summary>
    public static void LeaveInTrouble(TurnDraft draft)
    {
        if (draft.State.Lifecycle != LifecycleState.Blocked) // nothing can be deleted there before she can be reached again
        {
            draft.EraseEverything();
            if (draft.State.Lifecycle != LifecycleState.Decoy)
                draft.Fire(LifecycleEvent.Leave);
        }

        draft.State = draft.State with { MovedAway = false };
        draft.Schedule(DueKind.LinkTaken, null);
        Hide(draft, draft.PlaceAt(ScreenId.Of(Decoy), draft.Language));
    }

    private static void Hide(TurnDraft draft, DialogState decoy)
    {
        draft.State = draft.State with
        {
            Decoy = decoy,
            NoticeAsksSecret = false,
            AfterConsent = null,
            Link = draft.State.Link is { } link ? link with { Pending = null } : null,
        };
        draft.Schedule(DueKind.SensitiveExpiry, null);
    }

    private Task<Step> OpenDecoy(TurnDraft draft, CancellationToken cancel)
    {
        var screen = ScreenId.Of(Decoy);
        return walk.Open(draft, draft.PlaceAt(screen, draft.Language), screen, null, cancel);
    }
}
