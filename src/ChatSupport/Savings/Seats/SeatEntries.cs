using ChatSupport.Conversations;
using ChatSupport.Storage;
using ChatSupport.Storage.Encryption;

namespace ChatSupport.Savings.Seats;

/// <summary>What she enters at her seat: a code of the staff, a PIN. Each answers with the screen that she is shown.</summary>
internal sealed class SeatEntries(StoreReaders readers, SeatPins pins, KeyRing keys, ScheduleBell bell)
{
    private const int WrongCodes = 5;
    private static readonly TimeSpan wrongFor = TimeSpan.FromMinutes(15);

    /// <summary>She typed a code. Whatever is wrong with it, the words are the same.</summary>
    public string TakeCode(TurnDraft draft, string digits)
    {
        draft.TypedSecret = true;
        var (key, seat) = (draft.Inbound.Conversation, draft.State.Seat ?? new SeatNote());
        if (draft.Now - seat.WrongSince > wrongFor)
            seat = seat with { WrongCodes = 0, WrongSince = draft.Now };
        if (seat.WrongCodes >= WrongCodes || IsPublic(key) || Find(draft, digits) is not { } code)
        {
            draft.State = draft.State with { Seat = seat with { WrongCodes = seat.WrongCodes + 1, Pad = null } };
            return "code-wrong";
        }
        var now = draft.Now;
        draft.Add(new SeatEffect(session =>
        {
            if (!SeatRows.Use(session, code))
                return; // somebody was faster
            if (code.For == SeatCodeFor.Link)
                SeatRows.Link(session, bell, code.Member, key, now);
            else if (code.For == SeatCodeFor.Reset)
                pins.Reset(session, code.Member);
        }));
        if (code.For == SeatCodeFor.Link && pins.HasPin(code.Member))
        {
            draft.State = draft.State with { Seat = null };
            return "linked";
        }
        var isSecond = code.For == SeatCodeFor.Second; // chosen only by who knows her PIN: a code alone would show everything
        draft.State = draft.State with { Seat = new SeatNote { Pad = SeatPads.Draw(isSecond ? PadFor.Prove : PadFor.New) with { Both = isSecond } } };
        return isSecond ? "prove" : "new";
    }

    /// <summary>She pressed the sixth digit.</summary>
    public async Task<string> Entered(TurnDraft draft, SeatPad pad, CancellationToken cancel)
    {
        var member = MemberOf(draft);
        var seat = draft.State.Seat! with { Pad = null };
        draft.State = draft.State with { Seat = seat };
        switch (pad.For)
        {
            case PadFor.Open or PadFor.Prove:
                var answer = await pins.Look(member, pad.Typed, cancel);
                return answer == PinAnswer.Wrong ? Missed(draft, pad) : Opened(draft, member!, pad, answer == PinAnswer.Both);
            case PadFor.New when PinRules.IsEasy(pad.Typed, PhnomPenh.DayOf(draft.Now)):
                Ask(draft, PadFor.New, pad);
                return "weak";
            case PadFor.New:
                Ask(draft, PadFor.Again, pad with { First = pad.Typed });
                return "again";
            case PadFor.Again when pad.Typed != pad.First:
                Ask(draft, PadFor.New, pad);
                return "differ";
            default:
                return await Keep(draft, member, pad, cancel);
        }
    }

    /// <summary>Shows the keys beneath a screen that asks for a PIN.</summary>
    public void ShowPad(TurnDraft draft, PadFor what)
    {
        var seat = draft.State.Seat ?? new SeatNote();
        var place = SeatScreens.Without(draft.State.Dialog!, draft.Interpreter.Dialogs);
        var pad = IsPublic(draft.Inbound.Conversation) ? null : seat.Pad?.For == what ? seat.Pad : Fresh(draft, seat.Pad, what);
        draft.State = draft.State with { Dialog = place, Seat = (seat.Closed() ?? new SeatNote()) with { Pad = pad } };
        draft.Schedule(DueKind.WindowCloses, null);
        if (pad is not null)
            draft.AddKeys(place.Screen, SeatPads.Dots(pad), SeatPads.Keys(pad, draft.Language));
    }

    /// <summary>Chats that cannot be kept from being copied, and whose browser others may use.</summary>
    private static bool IsPublic(string conversation) => conversation.StartsWith("web:", StringComparison.Ordinal);

    /// <summary>Who was to prove that she may choose a second PIN goes on proving it.</summary>
    private static string Missed(TurnDraft draft, SeatPad pad)
    {
        if (pad is not { For: PadFor.Prove, Both: true })
            return "wrong";
        draft.State = draft.State with { Seat = draft.State.Seat! with { Pad = SeatPads.Draw(PadFor.Prove) with { Both = true } } };
        return "prove";
    }

    private static string Opened(TurnDraft draft, string member, SeatPad pad, bool both)
    {
        draft.Add(new SeatEffect(session => SeatPins.Forgive(session, member, both)));
        if (pad.For == PadFor.Prove)
        {
            draft.State = draft.State with { Seat = new SeatNote { Pad = SeatPads.Draw(PadFor.New) with { Both = pad.Both || both } } };
            return "new";
        }
        draft.State = draft.State with
        {
            Seat = new SeatNote { Member = member, Both = both, OpenedAt = draft.Now, OpenUntil = draft.Now + SeatSide.OpenFor },
        };
        return "mine";
    }

    private static void Ask(TurnDraft draft, PadFor what, SeatPad before) => draft.State = draft.State with
    {
        Seat = draft.State.Seat! with { Pad = SeatPads.Draw(what) with { Both = before.Both, First = what == PadFor.Again ? before.First : "" } },
    };

    private async Task<string> Keep(TurnDraft draft, string? member, SeatPad pad, CancellationToken cancel)
    {
        if (member is null || await pins.Make(member, pad.Typed, pad.Both, cancel) is not { } made)
        {
            Ask(draft, PadFor.New, pad);
            return "weak";
        }
        draft.State = draft.State with { Seat = draft.State.Seat!.Closed() };
        draft.Add(new SeatEffect(session => SeatPins.Save(session, made, pad.Both)));
        return "set";
    }

    /// <summary>New keys for a screen that was not reached by entering something: she came to it, or went back. A new PIN is chosen only by who may.</summary>
    private SeatPad? Fresh(TurnDraft draft, SeatPad? before, PadFor what) => what switch
    {
        PadFor.Open or PadFor.Prove => SeatPads.Draw(what),
        PadFor.New when before is { For: PadFor.Again } => SeatPads.Draw(what) with { Both = before.Both },
        PadFor.New when MemberOf(draft) is { } member && !pins.HasPin(member) => SeatPads.Draw(what),
        _ => null,
    };

    private SeatCode? Find(TurnDraft draft, string digits)
    {
        var code = readers.Read(session => SeatRows.Code(session, SeatCode.HashOf(keys, digits), draft.Now));
        return code is null or { For: SeatCodeFor.Link } || MemberOf(draft) == code.Member ? code : null;
    }

    private string? MemberOf(TurnDraft draft) => readers.Read(session => SeatRows.Seat(session, draft.Inbound.Conversation))?.Member;
}
