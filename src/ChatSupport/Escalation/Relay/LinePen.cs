using ChatSupport.Conversations;
using ChatSupport.Escalation.Desk;
using ChatSupport.Storage;

namespace ChatSupport.Escalation.Relay;

/// <summary>The lines of chats within one transaction, and the messages that show them.</summary>
internal sealed class LinePen(StoreSession session, DeskSeals seals, DateTimeOffset now)
{
    private const string AddLine = "INSERT INTO desk_lines (chat, author, state, source, at, body) VALUES ($1, $2, $3, $4, $5, $6)";
    private const string WriteLine = "UPDATE desk_lines SET state = $2, body = $3 WHERE number = $1";
    private const string ReadLine = "SELECT chat, body FROM desk_lines WHERE number = $1";
    private const string ReadBySource = "SELECT number, body FROM desk_lines WHERE chat = $1 AND source = $2 AND author = $3 ORDER BY number DESC LIMIT 1";
    private const string ReadLines = "SELECT number, body FROM desk_lines WHERE chat = $1 ORDER BY number";
    private const string ReadInState = "SELECT number, body FROM desk_lines WHERE chat = $1 AND author = $2 AND state = $3 ORDER BY number";
    private const string ReadAfter = "SELECT min(at) FROM desk_lines WHERE chat = $1 AND author = 0 AND (number > $2 AND state < 4 OR state < 2)";
    private const string ReadLast = "SELECT number, body FROM desk_lines WHERE chat = $1 AND author = $2 AND state <= 2 ORDER BY number DESC LIMIT 1";
    private const string AddFileRow = "INSERT INTO desk_files (key, chat, content_type, body) VALUES ($1, $2, $3, $4)";
    private const string DropOneFile = "DELETE FROM desk_files WHERE key = $1";
    private const string DropFiles = "DELETE FROM desk_files WHERE chat = $1";
    private const string DropLines = "DELETE FROM desk_lines WHERE chat = $1";

    private const string AddCopy = "INSERT OR REPLACE INTO desk_copies (conversation, message_id, chat, line, at) VALUES ($1, $2, $3, $4, $5)";
    private const string FindCopy = "SELECT chat, line FROM desk_copies WHERE conversation = $1 AND message_id = $2";
    private const string CopiesOf = "SELECT message_id FROM desk_copies WHERE conversation = $1 AND chat = $2";
    private const string DropCopiesOf = "DELETE FROM desk_copies WHERE conversation = $1 AND chat = $2";
    private const string OldCopies = "SELECT conversation, message_id, chat FROM desk_copies WHERE at <= $1 ORDER BY conversation";
    private const string DropCopy = "DELETE FROM desk_copies WHERE conversation = $1 AND message_id = $2";
    private const string ChatsOf = "SELECT DISTINCT chat FROM desk_copies WHERE conversation = $1";
    private const string AllCopies = "SELECT message_id FROM desk_copies WHERE conversation = $1";
    private const string DropAllCopies = "DELETE FROM desk_copies WHERE conversation = $1";

    /// <summary>Writes a new line.</summary>
    /// <returns>It, with its number.</returns>
    public DeskLine Add(DeskLine line)
    {
        session[AddLine].Run(line.Chat, (int)line.From, (int)line.State, line.Source, line.At.ToUnixTimeMilliseconds(), seals.Seal(line));
        return line with { Number = session.LastNumber };
    }

    public DeskLine Save(DeskLine line)
    {
        session[WriteLine].Run(line.Number, (int)line.State, seals.Seal(line));
        return line;
    }

    public DeskLine? Find(long number) => session[ReadLine].All(row => seals.OpenLine(row.GetString(0), (byte[])row.GetValue(1)) with { Number = number }, number).FirstOrDefault();

    /// <summary>The line that a message of its writer's became.</summary>
    public DeskLine? Find(string chat, string source, LineFrom from) => Read(chat, ReadBySource, chat, source, (int)from).FirstOrDefault();

    /// <summary>Every line of a chat, in order.</summary>
    public List<DeskLine> Of(string chat) => Read(chat, ReadLines, chat);

    /// <summary>The lines of one side that stand so, in order.</summary>
    public List<DeskLine> Of(string chat, LineFrom from, LineState state) => Read(chat, ReadInState, chat, (int)from, (int)state);

    /// <summary>The last line of one side that was not held or taken back; null for none.</summary>
    public DeskLine? Last(string chat, LineFrom from) => Read(chat, ReadLast, chat, (int)from).FirstOrDefault();

    /// <summary>When the worker first wrote what a line cannot have answered: after it, or before it and not with her helper yet. Null where she did not.</summary>
    public DateTimeOffset? SaidAfter(string chat, long line) =>
        session[ReadAfter].One(chat, line) is long at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;

    /// <summary>Keeps a voice note or picture that was sent in the console.</summary>
    /// <returns>What a line brings with it.</returns>
    public LineMedia AddFile(string chat, LineMediaKind kind, string contentType, byte[] bytes)
    {
        var key = DeskIds.New();
        session[AddFileRow].Run(key, chat, contentType, seals.SealFile(key, bytes));
        return new LineMedia(kind, key, DeskFiles.PlaceOf(chat));
    }

    /// <summary>Takes it away again; nothing happens to what came from a channel.</summary>
    public void DropFile(LineMedia? media)
    {
        if (!DeskFiles.IsOne(media))
            return;
        session[DropOneFile].Run(media!.Media);
        session.EmptyLogAfterCommit();
    }

    /// <summary>Takes all that was said away.</summary>
    public void Drop(string chat)
    {
        session[DropLines].Run(chat);
        session[DropFiles].Run(chat);
        session.EmptyLogAfterCommit();
    }

    /// <summary>Remembers a message that has to do with a chat.</summary>
    public void Remember(string conversation, string message, string chat, long line) =>
        session[AddCopy].Run(conversation, message, chat, line, now.ToUnixTimeMilliseconds());

    /// <summary>What a message has to do with; null for nothing.</summary>
    public (string Chat, long Line)? Copy(string conversation, string message) =>
        session[FindCopy].All(row => ((string, long)?)(row.GetString(0), row.GetInt64(1)), conversation, message).FirstOrDefault();

    /// <summary>The chats that have messages in somebody's conversation.</summary>
    public List<string> ChatsIn(string conversation) => session[ChatsOf].All(row => row.GetString(0), conversation);

    /// <summary>Every message of a chat in somebody's conversation.</summary>
    public List<string> Copies(string conversation, string chat) => session[CopiesOf].All(row => row.GetString(0), conversation, chat);

    /// <summary>Every message of a chat in somebody's conversation, and forgets them.</summary>
    public List<string> TakeCopies(string conversation, string chat)
    {
        var found = Copies(conversation, chat);
        session[DropCopiesOf].Run(conversation, chat);
        return found;
    }

    /// <summary>Every message of the desk in somebody's conversation, and forgets them.</summary>
    public List<string> TakeAllCopies(string conversation)
    {
        var found = session[AllCopies].All(row => row.GetString(0), conversation);
        session[DropAllCopies].Run(conversation);
        return found;
    }

    /// <summary>Messages that are as old as this, by conversation, with the chat they show.</summary>
    public List<(string Conversation, string Message, string Chat)> CopiesBefore(DateTimeOffset since) =>
        session[OldCopies].All(row => (row.GetString(0), row.GetString(1), row.GetString(2)), since.ToUnixTimeMilliseconds());

    /// <summary>Forgets a message: it is gone from where it stood.</summary>
    public void ForgetCopy(string conversation, string message) => session[DropCopy].Run(conversation, message);

    private List<DeskLine> Read(string chat, string sql, params ReadOnlySpan<object?> values) =>
        session[sql].All(row => seals.OpenLine(chat, (byte[])row.GetValue(1)) with { Number = row.GetInt64(0) }, values);
}
