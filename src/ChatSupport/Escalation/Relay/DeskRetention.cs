using ChatSupport.Conversations;
using ChatSupport.Escalation.Desk;
using ChatSupport.Storage;

namespace ChatSupport.Escalation.Relay;

/// <summary>What is kept of chats goes when its time is over: from both phones before messengers refuse to delete it, from the database later.</summary>
internal static class DeskRetention
{
    private const string Old = "SELECT id FROM desk_chats WHERE is_open = 0 AND closed_at <= $1 AND worker NOT LIKE $2 LIMIT 50";
    private const string DropChat = "DELETE FROM desk_chats WHERE id = $1";
    private const string DropUnaddressed = "DELETE FROM desk_lines WHERE chat >= '?' AND chat < '@' AND at <= $1"; // for whom it was, nobody said
    private const string DropInvitations = "DELETE FROM desk_invitations WHERE until <= $1";
    private const string DropEvents = "DELETE FROM desk_events WHERE at <= $1";
    private const string DropChats = "DELETE FROM desk_chats WHERE is_open = 0 AND closed_at <= $1";
    private static readonly TimeSpan figuresFor = TimeSpan.FromDays(400);

    public static bool Run(DeskPen pen)
    {
        EmptyPhones(pen);
        foreach (var id in pen.Session[Old].All(row => row.GetString(0), (pen.Now - pen.Options.TranscriptsFor).ToUnixTimeMilliseconds(), Reaching.Erased + "%"))
            LoseHer(pen, id);
        pen.Referrals.DropErased(pen.Now - pen.Options.TranscriptsFor);
        pen.Session[DropUnaddressed].Run((pen.Now - pen.Options.CopiesFor).ToUnixTimeMilliseconds());
        pen.Session[DropInvitations].Run(pen.Now.ToUnixTimeMilliseconds());
        pen.Session[DropEvents].Run((pen.Now - figuresFor).ToUnixTimeMilliseconds());
        pen.Session[DropChats].Run((pen.Now - figuresFor).ToUnixTimeMilliseconds());
        return true;
    }

    /// <summary>What cannot be deleted now, for nothing reaches that phone, is not forgotten either: it is deleted once something does.</summary>
    private static void EmptyPhones(DeskPen pen)
    {
        var old = pen.Lines.CopiesBefore(pen.Now - pen.Options.CopiesFor);
        if (old.Count == 0)
            return;
        var away = pen.Educators().Where(one => one.Away).Select(one => one.Conversation).ToHashSet(StringComparer.Ordinal);
        var lost = old.Select(copy => copy.Chat).Distinct(StringComparer.Ordinal).Select(chat => (Worker: LostWorker(pen, chat), chat)).ToHashSet();
        foreach (var some in old.Where(copy => !away.Contains(copy.Conversation) && !lost.Contains((copy.Conversation, copy.Chat))).GroupBy(copy => copy.Conversation))
        {
            pen.Send(some.Key, new OutboundBody.Erase([.. some.Select(copy => copy.Message)], Everything: false));
            foreach (var (conversation, message, _) in some)
                pen.Lines.ForgetCopy(conversation, message);
        }
    }

    /// <summary>Whose chat it is where she cannot be reached; null where she can, or where the chat does not open.</summary>
    private static string? LostWorker(DeskPen pen, string chat)
    {
        try
        {
            return pen.Chat(chat) is { Reach: Reach.Lost } lost ? lost.Worker : null;
        }
        catch (Exception fault) when (!Database.IsUnavailable(fault))
        {
            return null;
        }
    }

    /// <summary>One that does not open (other keys, a damaged row) goes without being read, and keeps none of the others.</summary>
    private static void LoseHer(DeskPen pen, string id)
    {
        try
        {
            Reaching.LoseHer(pen, pen.Chat(id)!);
        }
        catch (Exception fault) when (!Database.IsUnavailable(fault))
        {
            pen.Lines.Drop(id);
            pen.Referrals.Drop(id);
            pen.Session[DropChat].Run(id);
        }
    }
}
