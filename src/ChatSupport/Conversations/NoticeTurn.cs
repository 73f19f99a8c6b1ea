using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Conversations;

/// <summary>Something arrives unasked: a line that any stranger may read comes first, the screen behind it only on her tap and her secret.</summary>
internal sealed class NoticeTurn(DialogWalk walk, DialogTurn dialogs, EngineEffects effects)
{
    /// <summary>The id of the button under the neutral line.</summary>
    public const string OpenButton = "open-notice";

    private static readonly TimeSpan stillWaits = TimeSpan.FromHours(2);

    /// <summary>A screen wants to be shown.</summary>
    /// <param name="draft">The turn.</param>
    /// <param name="screen">Which.</param>
    /// <param name="hours">When alone it may be said, as she chose; null where she did not.</param>
    public static void Arrive(TurnDraft draft, string screen, string? hours = null)
    {
        if (draft.State.ConsentedAt is null)
            return; // she never agreed to hear from us
        draft.State = draft.State with { Notice = screen, NoticeHours = hours, NoticeSecret = SecretOf(draft.State), NoticeAsksSecret = false };
        Announce(draft);
    }

    /// <summary>The hash of the PIN or word that stands before the notice: the one that was hers when it came. Who holds the open chat and takes the PIN away,
    /// or sets another, does not read it by that. Null where none stands before it.</summary>
    public static string? SecretOf(ConversationState state) => state.NoticeSecret ?? state.ReturnSecret;

    /// <summary>A notice waits behind her PIN or word.</summary>
    public static bool IsLocked(ConversationState state) => state.Notice is not null && SecretOf(state) is not null;

    /// <summary>Says the neutral line, or sees to it that it is said when it may be.</summary>
    public static void Announce(TurnDraft draft)
    {
        if (draft.State.Notice is null || draft.State.Lifecycle is LifecycleState.Decoy or LifecycleState.Blocked)
            return; // behind the decoy it waits for her return, behind a block for the end of it
        switch (MayBeSaid(draft))
        {
            case null:
                draft.Schedule(DueKind.Notice, null); // it is there when she comes herself
                return;
            case { } later when later > draft.Now:
                draft.Schedule(DueKind.Notice, later);
                return;
        }

        draft.Schedule(DueKind.Notice, null);
        draft.Add(new OutboundBody.Show(Neutral(draft, Phrase.Notice), Replaces: false));
    }

    /// <summary>From when on it may be said; null for never. Who waits for a person and put the phone away just now still looks for an answer.</summary>
    private static DateTimeOffset? MayBeSaid(TurnDraft draft)
    {
        var (now, options) = (draft.Now, draft.Options);
        if (draft.State.NoticeHours is { } chosen and not SafeHours.Any)
            return SafeHours.From(chosen, now, options.UtcOffset); // also while the chat is used: by whom, nobody knows
        var since = draft.State.LastTurnAt is { } last ? now - last : TimeSpan.MaxValue;
        if (since <= options.InChatFor)
            return now;
        if (draft.State.Lifecycle is LifecycleState.WaitingForPeer or LifecycleState.WithPeer)
        {
            if (draft.State.PeerHours is { } hours)
                return SafeHours.From(hours, now, options.UtcOffset);
            if (since <= stillWaits && draft.State.Notice != PeerActions.Screen("check-in").ToString())
                return now;
        }
        return QuietHours.End(now, options) ?? now;
    }

    /// <summary>Takes what belongs to a notice: the tap, and the secret she was asked for.</summary>
    /// <returns>False where the event is none of its business.</returns>
    public async Task<bool> Take(TurnDraft draft, DialogState place, Input input, CancellationToken cancel)
    {
        if (input is Input.Button { Id: OpenButton })
        {
            await Tap(draft, place, cancel);
            return true;
        }

        if (!draft.State.NoticeAsksSecret)
            return false;
        if (input is Input.Text { Value: var typed } && draft.Inbound.Event is InboundEvent.Did)
        {
            await TrySecret(draft, place, typed, input, cancel);
            return true;
        }

        draft.State = draft.State with { NoticeAsksSecret = false }; // she went on with something else; the notice waits for another tap
        return false;
    }

    private async Task Tap(TurnDraft draft, DialogState place, CancellationToken cancel)
    {
        if (draft.State.Notice is null)
        {
            var step = draft.Interpreter.Show(draft.Interpreter.Settle(place, out _), Phrase.OldButton, draft.Today);
            draft.State = draft.State with { Dialog = step.State };
            draft.Show(step);
        }
        else if (SecretOf(draft.State) is null)
        {
            await Open(draft, place, cancel);
        }
        else
        {
            draft.State = draft.State with { NoticeAsksSecret = true };
            draft.Say(Phrase.AskPin);
        }
    }

    private async Task TrySecret(TurnDraft draft, DialogState place, string typed, Input input, CancellationToken cancel)
    {
        draft.TypedSecret = true;
        var answer = SecretOf(draft.State) is { } kept
            ? await ReturnGate.Look(kept, draft.State.ReturnLockedUntil, typed, draft.Now, cancel)
            : GateAnswer.Open;
        switch (answer)
        {
            case GateAnswer.Open:
                ReturnGate.Reset(draft);
                await Open(draft, place, cancel);
                return;
            case GateAnswer.Wrong:
                ReturnGate.CountWrong(draft);
                break;
        }

        if (await walk.RunUrgent(draft, place, input, cancel) is { } urgent)
        {
            draft.State = draft.State with { Dialog = urgent.State, NoticeAsksSecret = false };
            draft.Show(urgent);
            return;
        }

        draft.Say(Phrase.WrongPin);
    }

    private async Task Open(TurnDraft draft, DialogState place, CancellationToken cancel)
    {
        var screen = draft.State.Notice;
        draft.State = draft.State with { Notice = null, NoticeHours = null, NoticeSecret = null, NoticeAsksSecret = false };
        var from = DialogTurn.IsStale(draft) ? DialogTurn.Fresh(place) : draft.Interpreter.Settle(place, out _);
        var step = ScreenId.TryParse(screen, out var id) && draft.Interpreter.Dialogs.Find(id) is not null
            ? await walk.Open(draft, from, id, null, cancel)
            : await dialogs.Show(draft, from, cancel);
        await effects.Land(draft, step, asNew: false, cancel);
        if (DialogTurn.IsStale(draft))
            draft.Schedule(DueKind.PlaceExpiry, draft.Now + draft.Options.PlaceExpiry);
    }

    private static Reply.Menu Neutral(TurnDraft draft, Phrase phrase)
    {
        var phrases = draft.Interpreter.Dialogs.Phrases;
        return new Reply.Menu
        {
            Screen = ScreenId.Of("notice"),
            Language = draft.Language,
            Text = phrases.In(phrase, draft.Language),
            Choices = [new Button(OpenButton, phrases.In(Phrase.OpenNotice, draft.Language))],
        };
    }
}
