using ChatSupport.Storage;

namespace ChatSupport.Conversations;

/// <summary>Writes what became of messages, in the commits that the turns share.</summary>
internal sealed class OutboxMarks(StoreWriter writer, TurnSeals seals, Outbox outbox, IEnumerable<HearDelivery> listeners, TimeProvider time)
{
    private const string DropConversation = """
        DELETE FROM conversations
        WHERE key = $1 AND version = 0 AND NOT EXISTS (SELECT 1 FROM outbox WHERE conversation = $1 AND failure IS NULL)
        """;

    private const string DropMessages = "DELETE FROM messages WHERE conversation = $1";
    private const string DropFailures = "DELETE FROM outbox WHERE conversation = $1";
    private const string DropRow = "DELETE FROM outbox WHERE id = $1";
    private const string DropRows = "DELETE FROM outbox WHERE conversation = $1 AND id <= $2";
    private const string KeepFailure = "UPDATE outbox SET failure = $2, body = x'' WHERE id = $1";
    private const string SetMenu = "UPDATE conversations SET menu = $2 WHERE key = $1";
    private const string SetAddress = "UPDATE conversations SET address = $2 WHERE key = $1";

    // Not where she was forgotten while it was on its way.
    private const string NoteMessage = """
        INSERT OR IGNORE INTO messages (conversation, message_id, at)
        SELECT $1, $2, $3 WHERE EXISTS (SELECT 1 FROM conversations WHERE key = $1)
        """;

    private const string DropMessage = "DELETE FROM messages WHERE conversation = $1 AND message_id = $2";
    private const string DropMessagesTo = "DELETE FROM messages WHERE conversation = $1 AND number <= $2";

    /// <summary>A message arrived.</summary>
    /// <param name="conversation">Whose.</param>
    /// <param name="item">The message.</param>
    /// <param name="messageId">The channel's id of it; null where there is none.</param>
    /// <param name="newMenu">The menu she sees from now on; null where it stays as it was.</param>
    /// <param name="inNewThread">Its thread was gone and was begun anew.</param>
    public Task Sent(string conversation, OutboxItem item, string? messageId, string? newMenu, bool inNewThread = false)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return Write((session, letters) =>
        {
            session[DropRow].Run(item.Id);
            if (messageId is not null)
                session[NoteMessage].Run(conversation, messageId, now);
            if (newMenu is not null)
                session[SetMenu].Run(conversation, newMenu);
            if (ReportActions.IsShownOnce(item.Body))
                session.EmptyLogAfterCommit();
            Tell(session, letters, conversation, item, messageId, arrived: true, inNewThread);
            Finish(session, conversation, item);
        });
    }

    /// <summary>Messages were deleted from her chat, or cannot be.</summary>
    public Task Erased(string conversation, OutboxItem item, IReadOnlyList<string> ids, long upTo, bool menuToo) => Write((session, _) =>
    {
        session[DropRow].Run(item.Id);
        foreach (var id in ids)
            session[DropMessage].Run(conversation, id);
        session[DropMessagesTo].Run(conversation, upTo);
        if (menuToo)
            session[SetMenu].Run(conversation, null);
        Finish(session, conversation, item);
    });

    /// <summary>An older menu was taken out of her chat.</summary>
    public Task MenuGone(string conversation, string messageId) => Write((session, _) => session[DropMessage].Run(conversation, messageId));

    /// <summary>A message can never arrive. What it said goes, why it failed stays for the operator.</summary>
    public Task Failed(string conversation, OutboxItem item, string why) => Write((session, letters) =>
    {
        session[KeepFailure].Run(item.Id, why.Length > 200 ? why[..200] : why);
        Tell(session, letters, conversation, item, null, arrived: false);
        Finish(session, conversation, item);
    });

    /// <summary>Rows that do not open with our keys.</summary>
    public Task Unreadable(IReadOnlyList<long> ids) => Write((session, _) =>
    {
        foreach (var id in ids)
            session[KeepFailure].Run(id, "sealed with another key, or changed");
    });

    /// <summary>She cannot be reached: what waits up to a number is not sent any more.</summary>
    public Task Dropped(string conversation, long upTo) => Write((session, _) =>
    {
        session[DropRows].Run(conversation, upTo);
        DropForgotten(session, conversation);
    });

    /// <summary>Her address changed.</summary>
    public Task Moved(string conversation, string address)
    {
        var sealedAddress = seals.SealAddress(conversation, address);
        return Write((session, _) => session[SetAddress].Run(conversation, sealedAddress));
    }

    /// <summary>Removes the rest of a forgotten conversation once nothing of it waits to be sent.</summary>
    public static void DropForgotten(StoreSession session, string conversation)
    {
        if (session[DropConversation].Run(conversation) == 0)
            return;
        session[DropMessages].Run(conversation);
        session[DropFailures].Run(conversation);
        session.EmptyLogAfterCommit();
    }

    private static void Finish(StoreSession session, string conversation, OutboxItem item)
    {
        if (item.Forgets)
            DropForgotten(session, conversation);
    }

    private void Tell(StoreSession session, Letters letters, string conversation, OutboxItem item, string? messageId, bool arrived, bool inNewThread = false)
    {
        if (item.Body is not OutboundBody.Line { Ticket: { } ticket })
            return;
        foreach (var hear in listeners)
            hear(session, letters, new Delivery(conversation, ticket, messageId, arrived) { InNewThread = inNewThread });
    }

    private void Post(Letters letters)
    {
        foreach (var post in letters.Posts)
            outbox.Post(post);
    }

    /// <summary>Tries until it is written: a message that was sent must not be sent again for want of a mark.</summary>
    private async Task Write(Action<StoreSession, Letters> apply)
    {
        while (true)
        {
            try
            {
                await writer.Write(session =>
                {
                    var letters = new Letters(seals, session, time.GetUtcNow());
                    apply(session, letters);
                    return letters;
                }, CancellationToken.None, onDisk: Post).ConfigureAwait(false);
                return;
            }
            catch (StoreUnavailableException e) when (e.InnerException is not System.Threading.Channels.ChannelClosedException)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), time).ConfigureAwait(false);
            }
        }
    }
}
