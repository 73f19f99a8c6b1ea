using ChatSupport.Conversations;
using ChatSupport.Escalation.Desk;

namespace ChatSupport.Escalation.Relay;

/// <summary>What is kept of chats goes when its time is over: from educators' phones before messengers refuse to delete it, from the database later.</summary>
internal static class DeskRetention
{
    private const string Old = "SELECT id FROM desk_chats WHERE is_open = 0 AND closed_at <= $1 AND EXISTS (SELECT 1 FROM desk_lines WHERE chat = desk_chats.id) LIMIT 50";
    private const string DropUnaddressed = "DELETE FROM desk_lines WHERE chat >= '?' AND chat < '@' AND at <= $1"; // for whom it was, nobody said
    private const string DropInvitations = "DELETE FROM desk_invitations WHERE until <= $1";
    private const string DropEvents = "DELETE FROM desk_events WHERE at <= $1";
    private const string DropChats = "DELETE FROM desk_chats WHERE is_open = 0 AND closed_at <= $1";
    private static readonly TimeSpan figuresFor = TimeSpan.FromDays(400);

    public static bool Run(DeskPen pen)
    {
        var old = pen.Lines.TakeOldCopies(pen.Now - pen.Options.CopiesFor);
        var desks = old.Count == 0 ? [] : pen.Educators().Select(educator => educator.Conversation).ToHashSet();
        foreach (var some in old.GroupBy(copy => copy.Conversation).Where(some => desks.Contains(some.Key))) // what a worker was told is hers
            pen.Send(some.Key, new OutboundBody.Erase([.. some.Select(copy => copy.Message)], Everything: false));
        foreach (var chat in pen.Session[Old].All(row => row.GetString(0), (pen.Now - pen.Options.TranscriptsFor).ToUnixTimeMilliseconds()))
            pen.Lines.Drop(chat);
        pen.Session[DropUnaddressed].Run((pen.Now - pen.Options.CopiesFor).ToUnixTimeMilliseconds());
        pen.Session[DropInvitations].Run(pen.Now.ToUnixTimeMilliseconds());
        pen.Session[DropEvents].Run((pen.Now - figuresFor).ToUnixTimeMilliseconds());
        pen.Session[DropChats].Run((pen.Now - figuresFor).ToUnixTimeMilliseconds());
        return true;
    }
}
