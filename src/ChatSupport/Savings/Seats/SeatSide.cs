using ChatSupport.Conversations;
using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;
using ChatSupport.Storage;

namespace ChatSupport.Savings.Seats;

/// <summary>A member at her savings: she links this conversation by a code that staff gave her, enters her PIN on keys, and what she sees closes by itself.</summary>
internal sealed class SeatSide(StoreReaders readers, SeatEntries entries, SeatActs acts, DialogWalk walk, LeaveQuickly leaving) : ITurnPart
{
    /// <summary>How long what she sees stands after she last did something.</summary>
    public static readonly TimeSpan OpenFor = TimeSpan.FromSeconds(60);

    private const string HideCommand = "/hide";
    private const int FewestDigits = 4; // fewer are the number of a choice
    private static readonly TimeSpan longestOpen = TimeSpan.FromMinutes(10);

    public async Task<bool> TakeFirst(TurnDraft draft, Input input, CancellationToken cancel)
    {
        // Who holds a lost phone may be quicker than the schedule, and what she does at the savings would write over it.
        if (draft.State.Seat is not null && await TakenOff(draft, cancel))
            return true;
        if (draft.State.Seat is { OpenUntil: { } until } && until <= draft.Now)
            End(draft); // the schedule comes late: who presses now may be somebody else
        return false;
    }

    public async Task<bool> Take(TurnDraft draft, Input input, CancellationToken cancel)
    {
        if (!IsSeen(draft))
            return false;
        var place = draft.State.Dialog!;
        switch (input)
        {
            case Input.Button { Id: var id } when SeatPads.IsKey(id):
                return await Press(draft, place, id, cancel);
            case Input.Text { Value: var typed } when SeatScreens.TakesCode(place.Screen) && SeatCode.Read(typed) is { } digits:
                await Show(draft, entries.TakeCode(draft, digits), cancel);
                return true;
            case Input.Text { Value: var typed } when draft.State.Peer is not null && SeatScreens.TakesCode(place.Screen) && IsDigits(typed):
                draft.TypedSecret = true;
                await Show(draft, "code-wrong", cancel); // a code with a digit too few is nothing for her helper
                return true;
            case Input.Text when draft.State.Peer is not null && SeatScreens.IsHers(place.Screen) && draft.Interpreter.Dialogs.Find(place.Screen)?.Ask is not null:
                return await Answer(draft, place, input, cancel);
            case Input.Text { Value: var typed } when SeatScreens.PadOn(place.Screen) is { } what && IsDigits(typed):
                draft.TypedSecret = true;
                await Show(draft, what is PadFor.Open or PadFor.Prove ? "typed" : "new", cancel);
                return true;
            case Input.Text { Value: var typed } when typed.Trim() == HideCommand && draft.State.Seat is { OpenUntil: not null }:
                End(draft);
                await Close(draft, cancel);
                return true;
            default:
                return false;
        }
    }

    public async Task<bool> Hear(TurnDraft draft, InboundEvent.News news, CancellationToken cancel)
    {
        switch (news.What)
        {
            case SavingsActions.WindowCloses:
                await TimeIsOver(draft, cancel);
                return true;
            case SavingsActions.PictureStands:
                SeatPicture.Arrive(draft, news.About, IsSeen(draft));
                return true;
            case SavingsActions.MeetingIsNear:
                Notify(draft, "reminder");
                return true;
            case SavingsActions.MonthIsOver:
                Notify(draft, "note");
                return true;
            default:
                return false;
        }
    }

    public bool CarryOut(TurnDraft draft, Effect effect) => acts.CarryOut(draft, effect);

    public void Finish(TurnDraft draft)
    {
        FinishSeat(draft);
        SeatPicture.Finish(draft);
    }

    private void FinishSeat(TurnDraft draft)
    {
        var key = draft.Inbound.Conversation;
        if (draft.Forgets)
        {
            if (draft.Before.ConsentedAt is not null)
                draft.Add(new SeatEffect(session => SeatActs.Forget(session, key)));
            return;
        }
        if (draft.Link is LinkChange.Take { Link.Conversation: var from })
        {
            End(draft);
            draft.Add(new SeatEffect(session => SeatRows.Move(session, from, key)));
            return;
        }
        draft.ShowUnannounced(SeatScreens.IsHers);
        if (IsSeen(draft) && SeatScreens.PadOn(draft.State.Dialog!.Screen) is { } what)
            entries.ShowPad(draft, what);
        else if (IsSeen(draft) && SeatScreens.IsHers(draft.State.Dialog!.Screen) && draft.State.Seat is { } seat && seat.IsOpen(draft.Now))
            KeepOpen(draft, seat);
        else if (draft.State.Seat is { Pad: not null } or { OpenUntil: not null })
            End(draft);
    }

    /// <summary>Nothing of hers is kept in her place any more.</summary>
    private static void End(TurnDraft draft)
    {
        draft.State = draft.State with { Seat = draft.State.Seat?.Closed() };
        draft.Schedule(DueKind.WindowCloses, null);
        if (draft.State.Dialog is not { } place)
            return;
        var clean = SeatScreens.Without(place, draft.Interpreter.Dialogs);
        draft.State = draft.State with
        {
            Dialog = SeatScreens.IsHers(place.Screen) || SeatScreens.PadOn(place.Screen) is not null ? clean with { Screen = SeatScreens.Start, Misses = 0, Suggested = [] } : clean,
        };
    }

    private static void KeepOpen(TurnDraft draft, SeatNote seat)
    {
        var last = (seat.OpenedAt ?? draft.Now) + longestOpen;
        var until = draft.Inbound.Event is InboundEvent.Did or InboundEvent.Commanded ? draft.Now + OpenFor : seat.OpenUntil!.Value;
        draft.State = draft.State with { Seat = seat with { OpenUntil = until < last ? until : last, Pad = null } };
        draft.Schedule(DueKind.WindowCloses, draft.State.Seat.OpenUntil);
    }

    /// <summary>What she saved, and she, are before whoever holds the phone.</summary>
    private static bool IsSeen(TurnDraft draft) => draft.State is { Decoy: null, Dialog: not null, Lifecycle: LifecycleState.Dialog or LifecycleState.WaitingForPeer or LifecycleState.WithPeer };

    private static bool IsDigits(string typed)
    {
        var digits = typed.Length <= 40 ? string.Concat(Digits.ToArabic(typed).Where(c => !char.IsWhiteSpace(c))) : "";
        return digits.Length >= FewestDigits && digits.All(char.IsAsciiDigit);
    }

    private static void Notify(TurnDraft draft, string screen)
    {
        if (draft.State.Educator is null && (draft.State.Notice is null || (ScreenId.TryParse(draft.State.Notice, out var waiting) && waiting.Dialog == SeatScreens.Start.Dialog)))
            NoticeTurn.Arrive(draft, SavingsActions.Screen(screen).ToString()); // what waits already is not to be lost for it
    }

    private async Task<bool> Press(TurnDraft draft, DialogState place, string button, CancellationToken cancel)
    {
        if (SeatScreens.PadOn(place.Screen) is null || draft.State.Seat is not { Pad: { } pad } seat || SeatPads.Press(pad, button) is not { } pressed)
            return false; // an older pad: the screen says so
        if (pressed.Typed.Length == PinRules.Length)
        {
            await Show(draft, await entries.Entered(draft, pressed, cancel), cancel);
            return true;
        }
        draft.State = draft.State with { Seat = seat with { Pad = pressed } };
        draft.Show(draft.Interpreter.Show(place, null, draft.Today), silent: true);
        return true;
    }

    /// <summary>She talks with a person as well: what she answers here is not said there.</summary>
    private async Task<bool> Answer(TurnDraft draft, DialogState place, Input input, CancellationToken cancel)
    {
        var step = await walk.Run(draft, draft.Interpreter.Settle(place, out _), input, cancel);
        if (step.Effects.Length > 0)
            return false; // her words led elsewhere
        draft.State = draft.State with { Dialog = step.State };
        draft.Show(step, silent: true);
        return true;
    }

    private async Task TimeIsOver(TurnDraft draft, CancellationToken cancel)
    {
        if (await TakenOff(draft, cancel))
            return;
        if (draft.State.Seat is not { OpenUntil: { } until })
            return;
        if (until > draft.Now)
        {
            draft.Schedule(DueKind.WindowCloses, until); // she did something since
            return;
        }
        End(draft);
        if (IsSeen(draft))
            await Close(draft, cancel);
    }

    /// <returns>False where this phone is not lost.</returns>
    private async Task<bool> TakenOff(TurnDraft draft, CancellationToken cancel)
    {
        var key = draft.Inbound.Conversation;
        if (!readers.Read(session => SeatRows.IsTakenOff(session, key)))
            return false;
        draft.Add(new SeatEffect(session => SeatRows.Drop(session, key)));
        await Empty(draft, cancel);
        return true;
    }

    /// <summary>Her phone is in other hands: what was said here goes, and the decoy stands there.</summary>
    private async Task Empty(TurnDraft draft, CancellationToken cancel)
    {
        End(draft);
        if (draft.State.Lifecycle is LifecycleState.New or LifecycleState.Erased)
            return;
        if (draft.State.Lifecycle == LifecycleState.Blocked)
            await leaving.LeaveUnseen(draft, cancel);
        else
            await leaving.Leave(draft, cancel);
    }

    /// <summary>The message that showed it says now that it is closed.</summary>
    private async Task Close(TurnDraft draft, CancellationToken cancel)
    {
        var step = await walk.Open(draft, draft.State.Dialog!, SavingsActions.Screen("closed"), null, cancel);
        draft.State = draft.State with { Dialog = step.State };
        foreach (var reply in step.Replies)
            draft.Add(new OutboundBody.Show(reply, Replaces: reply is Reply.Menu) { Silent = true });
    }

    private async Task Show(TurnDraft draft, string screen, CancellationToken cancel)
    {
        var place = draft.State.Dialog!;
        if (SeatScreens.PadOn(place.Screen) is not null || SeatScreens.TakesCode(place.Screen))
            place = SeatScreens.Without(place, draft.Interpreter.Dialogs) with { Screen = SeatScreens.Start, Misses = 0, Suggested = [] }; // back leads there, not to the keys
        var step = await walk.Open(draft, place, SavingsActions.Screen(screen), null, cancel);
        draft.State = draft.State with { Dialog = step.State };
        draft.Show(step, silent: true);
    }
}
