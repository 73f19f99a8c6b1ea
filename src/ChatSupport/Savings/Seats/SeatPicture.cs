using ChatSupport.Conversations;
using ChatSupport.Savings.Statements;
using ChatSupport.Storage;

namespace ChatSupport.Savings.Seats;

/// <summary>Her statement as a picture in the chat. A message that says nothing comes first, without a ring, and becomes the picture once its id is kept: so no phone
/// announces what it shows, and no crash leaves one that nobody could take away.</summary>
internal static class SeatPicture
{
    private const string Mark = "savings-picture:";

    /// <summary>She asked for it.</summary>
    public static void Ask(TurnDraft draft)
    {
        if (draft.State.Seat is not { } seat || !seat.IsOpen(draft.Now))
            return;
        var ticket = $"{Mark}{Guid.NewGuid():N}";
        draft.State = draft.State with { Seat = seat with { PictureTicket = ticket, Picture = null } };
        draft.Add(new OutboundBody.Line { Text = "…", Silent = true, Ticket = ticket });
    }

    /// <summary>The message stands in her chat: her conversation is told of its id in the same commit.</summary>
    public static void Hear(StoreSession session, Letters letters, Delivery delivery)
    {
        if (delivery.Ticket.StartsWith(Mark, StringComparison.Ordinal) && delivery is { Arrived: true, MessageId: { } message })
            letters.Add(delivery.Conversation, new OutboundBody.Post(new InboundEvent.News(SavingsActions.PictureStands, $"{delivery.Ticket} {message}")));
    }

    /// <summary>It becomes the picture, where she still looks; else it goes.</summary>
    /// <param name="draft">The turn.</param>
    /// <param name="about">The ticket and the id.</param>
    /// <param name="isSeen">What is hers is before whoever holds the phone.</param>
    public static void Arrive(TurnDraft draft, string about, bool isSeen)
    {
        if (about.Split(' ') is not [var ticket, var message])
            return;
        if (isSeen && IsThere(draft) && draft.State.Seat is { } seat && seat.IsOpen(draft.Now) && seat.PictureTicket == ticket)
        {
            draft.State = draft.State with { Seat = seat with { PictureTicket = null, Picture = message } };
            draft.Add(new OutboundBody.Line
            {
                Text = "",
                Silent = true,
                Edits = message,
                OnlyEdits = true,
                Media = new LineMedia(LineMediaKind.Photo, StatementFile.Key, StatementFile.PlaceOf(draft.Inbound.Conversation)),
            });
        }
        else
        {
            draft.Add(new OutboundBody.Erase([message], Everything: false));
        }
    }

    /// <summary>Ends a turn: it stands no longer than what is open, and than she looks at it.</summary>
    public static void Finish(TurnDraft draft)
    {
        if (draft.State.Seat is { } seat && (seat.Picture ?? seat.PictureTicket) is not null && (seat.OpenUntil is null || !IsThere(draft)))
            draft.State = draft.State with { Seat = seat with { Picture = null, PictureTicket = null } };
        if (draft.Before.Seat?.Picture is { } shown && draft.State.Seat?.Picture != shown && !draft.Forgets)
            draft.Add(new OutboundBody.Erase([shown], Everything: false));
    }

    private static bool IsThere(TurnDraft draft) => draft.State.Dialog?.Screen == SavingsActions.Screen("picture");
}
