using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Conversations;

/// <summary>The decoy is shown: a harmless dialog that knows nothing of her place, until her secret brings it back.</summary>
internal sealed class DecoyTurn(DialogWalk walk, DialogTurn dialogs, ConsentTurn consent)
{
    public async Task Take(TurnDraft draft, DialogState decoy, Input input, CancellationToken cancel)
    {
        var typed = (input as Input.Text)?.Value;
        if (typed is not null && ReportActions.IsNumber(typed))
            draft.TypedSecret = true; // it does not stay in the chat, whatever is shown there
        var answer = typed is null ? GateAnswer.NotATry : await ReturnGate.Try(draft, typed, cancel);
        if (answer == GateAnswer.Open)
        {
            await Return(draft, cancel);
            return;
        }

        var step = await Play(draft, decoy, input, cancel);
        // A word can be anything: only what the decoy itself did not understand counts as a wrong one.
        if (answer == GateAnswer.Wrong && (ReturnSecret.KeepsPin(draft.State.ReturnSecret!) || step.Missed))
            ReturnGate.CountWrong(draft);
        draft.State = draft.State with { Decoy = step.State };
        draft.Show(step);
    }

    /// <summary>Whatever she does, nothing but the decoy answers, and its effects are nobody's.</summary>
    private async Task<Step> Play(TurnDraft draft, DialogState decoy, Input input, CancellationToken cancel)
    {
        var settled = draft.Interpreter.Settle(decoy, out _);
        if (settled.Screen.Dialog != LeaveQuickly.Decoy)
            settled = draft.PlaceAt(ScreenId.Of(LeaveQuickly.Decoy), decoy.Language);
        var step = await walk.Run(draft, settled, input, cancel);
        return step.State.Screen.Dialog == LeaveQuickly.Decoy ? step : draft.Interpreter.Show(settled, null, draft.Today);
    }

    private async Task Return(TurnDraft draft, CancellationToken cancel)
    {
        draft.TypedSecret = true;
        draft.State = draft.State with { Decoy = null };
        draft.Fire(LifecycleEvent.Return);
        if (draft.State.NoticeSecret is null || draft.State.NoticeSecret == draft.State.ReturnSecret)
            ReturnGate.Reset(draft); // else the tries at the notice's PIN, which was not given, count on
        if (draft.State.Dialog is not { } place)
            throw new InvalidOperationException("The decoy hides no place.");

        var step = draft.State.Lifecycle == LifecycleState.Consent && (DialogTurn.IsStale(draft) || !ConsentTurn.IsOpenTo(draft.Interpreter.Dialogs, place.Screen))
            ? await consent.AskAgain(draft, place, cancel)
            : await dialogs.Show(draft, place, cancel);
        if (draft.State.Lifecycle == LifecycleState.Consent)
            draft.Schedule(DueKind.ConsentExpiry, draft.Now + draft.Options.ConsentExpiry);
        draft.State = draft.State with { Dialog = step.State };
        draft.Show(step, asNew: true);
        if (draft.State.Notice is not null)
            draft.Schedule(DueKind.Notice, draft.Now);
        if (DialogTurn.IsStale(draft) && draft.State.ConsentedAt is not null)
            draft.Schedule(DueKind.PlaceExpiry, draft.Now + draft.Options.PlaceExpiry);
    }
}
