using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Educators;
using ChatSupport.Escalation.Referrals;
using ChatSupport.Escalation.Relay;

namespace ChatSupport.Escalation.Desk;

/// <summary>Somebody takes a chat: decided, with what she may hold, within one transaction, so that of ten who tap at the same moment one has it.</summary>
internal static class Claiming
{
    /// <summary>Takes it.</summary>
    /// <param name="pen">The transaction.</param>
    /// <param name="id">The chat.</param>
    /// <param name="educator">Who takes it.</param>
    /// <param name="pressed">The channel's id of the question she answered; null where there was none.</param>
    /// <returns>What became of it; she is told.</returns>
    public static TakeOutcome Take(DeskPen pen, string id, Educator educator, string? pressed)
    {
        var outcome = Decide(pen, id, educator, out var chat);
        if (outcome == TakeOutcome.Taken)
            Hand(pen, chat!, educator, pressed);
        else if (outcome != TakeOutcome.AlreadyYours)
            Refuse(pen, chat, educator, pressed, outcome);
        return outcome;
    }

    /// <summary>A supervisor takes it over: whoever had it is told, and what is said goes to the supervisor from now on.</summary>
    public static TakeOutcome TakeOver(DeskPen pen, string id, Educator supervisor)
    {
        if (supervisor.Role == DeskRole.Educator)
            return TakeOutcome.NotForYou;
        if (pen.Chat(id) is not { IsOpen: true } chat || chat.State == DeskState.Closing)
            return TakeOutcome.Over;
        if (chat.Owner == supervisor.Id)
            return TakeOutcome.AlreadyYours;
        if (chat.Owner is { } before && pen.Educator(before) is { } helper)
        {
            pen.Tell(helper, DeskLines.Say(helper, DeskWord.TakenOver, null));
            chat = Requeueing.TakeAway(pen, chat, helper);
        }
        Hand(pen, chat.Waits ? chat : chat.After(DeskEvent.Requeue), supervisor, pressed: null);
        return TakeOutcome.Taken;
    }

    private static TakeOutcome Decide(DeskPen pen, string id, Educator educator, out DeskChat? chat)
    {
        chat = pen.Chat(id);
        if (chat is null or { State: DeskState.Closed or DeskState.Closing })
            return TakeOutcome.Over;
        if (chat.Owner == educator.Id && chat.TransferTo is null)
            return TakeOutcome.AlreadyYours;
        if (chat.State == DeskState.Transferring ? chat.TransferTo != educator.Id : !chat.Waits)
            return TakeOutcome.AlreadyTaken;
        if (educator.LeftAt is not null || (educator.Role == DeskRole.Educator ? chat.MustNotHave(educator) : chat.Excluded.Contains(educator.Id)))
            return TakeOutcome.NotForYou;
        return educator.Role == DeskRole.Educator && !Offering.HasRoom(pen, educator, chat.Level) ? TakeOutcome.Full : TakeOutcome.Taken;
    }

    private static void Hand(DeskPen pen, DeskChat chat, Educator educator, string? pressed)
    {
        if (chat.Owner is { } before && before != educator.Id && pen.Educator(before) is { } former)
            chat = Requeueing.TakeAway(pen, chat, former);
        chat = Offering.WithdrawAll(pen, chat, educator.Id, DeskWord.OfferTaken);
        chat = pen.Save(chat.After(DeskEvent.Claim) with
        {
            Owner = educator.Id,
            Epoch = chat.Epoch + 1,
            ClaimedAt = pen.Now,
            TransferTo = null,
            OwedSince = pen.Now,
            NudgedAt = null,
            AlarmedAt = null,
            QuietSince = null,
            CheckedInAt = null,
        });
        pen.Save(educator with { Lapses = 0, ConfirmedAt = educator.Duty == DutyState.On ? pen.Now : educator.ConfirmedAt, AskedAt = null });
        pen.Count(chat, "claimed", educator.Id, pen.Now - chat.ArrivedAt);
        if (pressed is not null)
            pen.Tell(educator, DeskLines.Changed(educator, pressed, DeskWord.YouTookIt));
        pen.Tell(educator, DeskLines.Head(educator, chat, pen.Now));
        Relaying.BringWhatWaits(pen, chat, educator);
        Referring.Bring(pen, chat, educator);
        pen.News(chat, Workers.WorkerNews.Joined);
    }

    private static void Refuse(DeskPen pen, DeskChat? chat, Educator educator, string? pressed, TakeOutcome outcome)
    {
        var word = outcome switch
        {
            TakeOutcome.Over => DeskWord.OfferOver,
            TakeOutcome.Full => DeskWord.YouAreFull,
            TakeOutcome.NotForYou => DeskWord.NotForYou,
            _ => DeskWord.OfferTaken,
        };
        if (chat is not null)
            pen.Count(chat, "claim-lost", educator.Id);
        pen.Tell(educator, pressed is null || outcome == TakeOutcome.Full ? DeskLines.Say(educator, word, null) : DeskLines.Changed(educator, pressed, word));
    }
}

/// <summary>What became of a wish to take a chat.</summary>
internal enum TakeOutcome
{
    /// <summary>She has it.</summary>
    Taken,

    /// <summary>She had it already.</summary>
    AlreadyYours,

    /// <summary>Another has it.</summary>
    AlreadyTaken,

    /// <summary>It is over.</summary>
    Over,

    /// <summary>She has as many as she may.</summary>
    Full,

    /// <summary>She let it go, may know the worker, or the worker wished for another.</summary>
    NotForYou,
}
