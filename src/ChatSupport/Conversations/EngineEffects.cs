using ChatSupport.Dialogs.Running;

namespace ChatSupport.Conversations;

/// <summary>Carries out what the dialogs ask of the conversation itself.</summary>
internal sealed class EngineEffects(LeaveQuickly leaving, LinkTurn links, IEnumerable<ITurnPart> parts, ILogger<EngineEffects> log)
{
    /// <summary>Ends a step that she took: its effects, and what she sees of it.</summary>
    /// <param name="draft">The turn.</param>
    /// <param name="step">The whole step. Its state becomes her place, unless she leaves or is erased with it.</param>
    /// <param name="asNew">Its menu stands below instead of replacing the one she pressed.</param>
    /// <param name="cancel">Ends the turn without a trace.</param>
    public async Task Land(TurnDraft draft, Step step, bool asNew, CancellationToken cancel)
    {
        if (step.Effects.Any(effect => effect.Name == EngineActions.LeaveQuickly))
        {
            await leaving.Leave(draft, cancel);
            return;
        }

        if (step.Effects.FirstOrDefault(effect => effect.Name == LinkActions.Take) is { } code && links.Take(draft, code))
            return;

        draft.State = draft.State with { Dialog = step.State };
        draft.Landed = step;
        foreach (var effect in step.Effects)
            await CarryOut(draft, effect, cancel);
        if (step.Effects.Any(effect => effect.Name == EngineActions.PrivacyForget))
            SayFarewell(draft, step);
        else if (draft.Forgets)
            ShowAlone(draft, step);
        else
            draft.Show(step, asNew);
    }

    private async Task CarryOut(TurnDraft draft, Effect effect, CancellationToken cancel)
    {
        switch (effect.Name)
        {
            case EngineActions.ConsentGive:
                Agree(draft);
                break;
            case EngineActions.ConsentDecline or EngineActions.PrivacyForget:
                draft.Forget();
                break;
            case EngineActions.PinSet:
                draft.State = draft.State with { ReturnSecret = await ReturnSecret.OfPin(effect.With["pin"], cancel) };
                BeginAnew(draft);
                draft.TypedSecret = true;
                break;
            case EngineActions.WordSet:
                draft.State = draft.State with { ReturnSecret = await ReturnSecret.OfWord(effect.With["word"], cancel) };
                BeginAnew(draft);
                draft.TypedSecret = true;
                break;
            case EngineActions.PinClear:
                draft.State = draft.State with { ReturnSecret = null };
                BeginAnew(draft);
                break;
            case LinkActions.Offer:
                links.Offer(draft, effect);
                break;
            case LinkActions.Take:
                break; // it was none: the screen it lands on says so
            default:
                if (!parts.Any(part => part.CarryOut(draft, effect)))
                    log.UnknownEffect(effect.Name);
                break;
        }
    }

    /// <summary>A new PIN has no wrong tries, but those at the one before a notice go on counting: else who changes the PIN after each four tries all.</summary>
    private static void BeginAnew(TurnDraft draft)
    {
        if (draft.State.NoticeSecret is null)
            ReturnGate.Reset(draft);
    }

    private static void Agree(TurnDraft draft)
    {
        if (draft.State.Lifecycle != LifecycleState.Consent)
            return; // she agreed before; an older button says it again
        draft.State = draft.State with { ConsentedAt = draft.Now };
        draft.Fire(LifecycleEvent.Agree);
        draft.Schedule(DueKind.ConsentExpiry, null);
        draft.Schedule(DueKind.PlaceExpiry, draft.Now + draft.Options.PlaceExpiry);
    }

    /// <summary>Who declines has an empty chat but for the answer: the question says what this is, and nothing will know of it later.</summary>
    private static void ShowAlone(TurnDraft draft, Step step)
    {
        draft.EraseEverything();
        draft.Show(step, asNew: true);
    }

    /// <summary>The chat is emptied first. What stays is one line without buttons, in the words of the content, so that she knows it is done.</summary>
    private static void SayFarewell(TurnDraft draft, Step step)
    {
        draft.EraseEverything();
        if (step.Replies.OfType<Reply.Menu>().LastOrDefault() is { Text.Length: > 0 } last)
            draft.Add(new OutboundBody.Say(last.Text) { Silent = true });
    }
}
