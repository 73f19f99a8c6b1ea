using System.Security.Cryptography;
using System.Text.Json;
using ChatSupport.Conversations.Insight;
using ChatSupport.Storage;

namespace ChatSupport.Conversations;

/// <summary>Keeps conversations: a turn is written whole or not at all, and is acknowledged only once it is on disk.</summary>
internal sealed class TurnStore(
    StoreWriter writer, StoreReaders readers, TurnSeals seals, Workers workers, Outbox outbox, ScheduleBell bell, TurnFigures figures, TimeProvider time)
{
    private const string NoteDropped = """
        INSERT OR IGNORE INTO messages (conversation, message_id, at)
        SELECT $1, $2, $3 WHERE EXISTS (SELECT 1 FROM conversations WHERE key = $1 AND version > 0)
        """;

    private const string ReadConversation = "SELECT version, state, recent FROM conversations WHERE key = $1 AND version > 0";

    /// <summary>Reads a conversation.</summary>
    /// <param name="key">Its opaque key.</param>
    /// <param name="cancel">Not waited for: the read is short.</param>
    /// <returns>Null where nothing is stored, or she was forgotten.</returns>
    /// <exception cref="ConversationUnavailableException">The database cannot be read now.</exception>
    /// <exception cref="ConversationDamagedException">The row does not open with our keys.</exception>
    public Task<StoredConversation?> Load(string key, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        try
        {
            var found = readers.Read(session => session[ReadConversation].All(
                row => (State: (byte[])row.GetValue(1), Recent: row.GetString(2)), key));
            return Task.FromResult(found is [var (state, recent)]
                ? new StoredConversation(seals.OpenState(key, state), TurnWrite.SplitRecent(recent))
                : null);
        }
        catch (StoreUnavailableException e)
        {
            throw new ConversationUnavailableException("The conversation could not be read.", e);
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            throw new ConversationDamagedException("What is stored of the conversation does not open. Take the row from a backup, or look whether the keys are the right ones.", e);
        }
    }

    /// <summary>Writes the turn in one transaction: the inbound id, the new state, the address, what to send and what becomes due. All or nothing.</summary>
    /// <param name="inbound">The event that the turn answers.</param>
    /// <param name="turn">The finished turn; its version must be one above the stored one. After a turn that forgets, nothing is stored: the next one has version 1.</param>
    /// <param name="cancel">Gives up waiting for a place in the queue; a turn that has one is written.</param>
    /// <returns><see cref="Receipt.Committed"/> once the rows are on disk; <see cref="Receipt.Repeated"/> when this inbound id was committed before.</returns>
    /// <exception cref="StaleConversationException">The stored version moved; load again and repeat the turn.</exception>
    /// <exception cref="ConversationUnavailableException">Nothing was written (full disk, locked file); post the event again.</exception>
    public async Task<Receipt> Commit(Inbound inbound, Turn turn, CancellationToken cancel)
    {
        var began = time.GetTimestamp();
        var write = new TurnWrite(inbound, turn, seals, time.GetUtcNow());
        TurnWritten written;
        try
        {
            written = await writer.Write(session => Apply(session, write, turn, inbound.Conversation), cancel, onDisk: Tell).ConfigureAwait(false);
        }
        catch (StoreUnavailableException e)
        {
            throw new ConversationUnavailableException("The turn could not be written. Nothing changed; it may be posted again.", e);
        }
        switch (written.Outcome)
        {
            case TurnOutcome.Repeated:
                return Receipt.Repeated;
            case TurnOutcome.Stale:
                throw new StaleConversationException("Another turn of this conversation was written since this one began.");
            default:
                bell.Ring(turn);
                figures.Committed(time.GetElapsedTime(began));
                return Receipt.Committed;
        }
    }

    /// <summary>Remembers a message of hers that no turn took, so that leaving quickly deletes it with the others.</summary>
    /// <param name="inbound">What brought it.</param>
    /// <param name="cancel">Gives up waiting for a place in the queue.</param>
    /// <exception cref="ConversationUnavailableException">It was not written; the event may be posted again.</exception>
    public async Task Note(Inbound inbound, CancellationToken cancel)
    {
        try
        {
            await writer.Write(session => session[NoteDropped].Run(inbound.Conversation, inbound.MessageId, inbound.ArrivedAt.ToUnixTimeMilliseconds()), cancel).ConfigureAwait(false);
        }
        catch (StoreUnavailableException e)
        {
            throw new ConversationUnavailableException("The message could not be noted.", e);
        }
    }

    private TurnWritten Apply(StoreSession session, TurnWrite write, Turn turn, string conversation)
    {
        var written = write.Apply(session);
        if (turn.Forgets && written.Outcome == TurnOutcome.Committed)
        {
            var worker = workers.Of(conversation);
            MissedWordRows.Forget(session, worker);
            ScreenCountRows.Forget(session, worker);
        }
        return written;
    }

    private void Tell(TurnWritten written)
    {
        if (written.Outcome != TurnOutcome.Committed)
            return;
        foreach (var post in written.Posted)
            outbox.Post(post);
    }
}
