using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using ChatSupport.Storage;
using ChatSupport.Storage.Encryption;

namespace ChatSupport.Channels.DirectLine;

/// <summary>What was said in web chats: sealed rows whose order is the watermark. Whoever follows a chat is woken by what is added.</summary>
internal sealed class History(StoreWriter writer, StoreReaders readers, FieldCipher cipher, FileTickets tickets, Streams streams, Underway underway, TimeProvider time)
{
    /// <summary>How many activities are read at once.</summary>
    public const int PageSize = 50;

    private const string BeginChat = """
        INSERT INTO web_conversations (conversation, site, in_place, last_number, changed_at) VALUES ($1, $2, $3, 0, $4)
        ON CONFLICT (conversation) DO UPDATE SET in_place = max(in_place, excluded.in_place) RETURNING site, in_place, last_number, locale
        """;

    private const string FindChat = "SELECT site, in_place, last_number, locale FROM web_conversations WHERE conversation = $1";
    private const string SetInPlace = "UPDATE web_conversations SET in_place = 1 WHERE conversation = $1";
    private const string Page =
        "SELECT number, born, origin, body, at FROM web_activities WHERE conversation = $1 AND number > $2 ORDER BY number LIMIT 50";

    private const string Standing = "SELECT 1 FROM web_activities WHERE conversation = $1 AND born = $2 AND body IS NOT NULL";
    private const string One = "SELECT origin, body FROM web_activities WHERE conversation = $1 AND born = $2 AND body IS NOT NULL";

    /// <summary>Begins a chat, or finds the one that was begun.</summary>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public Task<Chat> Begin(string key, string site, bool inPlace, CancellationToken cancel) =>
        writer.Write(session => session[BeginChat].All(ReadChat, key, site, inPlace ? 1 : 0, Now())[0], cancel);

    /// <summary>The chat; null where there is none, or it was deleted.</summary>
    public Chat? Find(string key) => readers.Read(session => session[FindChat].All(ReadChat, key)) is [var chat] ? chat : null;

    /// <summary>From now on its client is told of changes.</summary>
    public Task ShowInPlace(string key, CancellationToken cancel) => writer.Write(session => session[SetInPlace].Run(key), cancel);

    /// <summary>Adds an activity at the end. The same origin again changes nothing.</summary>
    /// <returns>Null where there is no such chat.</returns>
    public Task<Written?> Append(string key, string origin, Activity activity, CancellationToken cancel, bool isMenu = false)
    {
        var (body, at) = (Seal(key, origin, activity), Now());
        return Write(key, session => HistoryWrites.Append(session, key, origin, body, at, isMenu ? activity.Locale : null), cancel);
    }

    /// <summary>Adds what she sent. The same origin again changes nothing.</summary>
    /// <returns>Null where there is no such chat, or it was emptied since her files began to come.</returns>
    public Task<Written?> AppendHers(string key, string origin, Activity activity, Underway.ComingFiles? coming, CancellationToken cancel)
    {
        var (body, at) = (Seal(key, origin, activity), Now());
        return Write(key, session => coming is { AreTooLate: true } ? null : HistoryWrites.Append(session, key, origin, body, at, isHers: true), cancel);
    }

    /// <summary>Puts a menu in the place of an older activity.</summary>
    /// <returns>Null where the older one is gone.</returns>
    public Task<Written?> Replace(string key, long born, string origin, Activity menu, CancellationToken cancel)
    {
        var (body, at) = (Seal(key, origin, menu), Now());
        return Write(key, session => HistoryWrites.Replace(session, key, born, origin, body, at, menu.Locale), cancel);
    }

    /// <summary>Takes activities away.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="born">The numbers that they were first sent under.</param>
    /// <param name="withFiles">What was sent in them goes as well.</param>
    /// <param name="tell">Its client is told of each that is gone.</param>
    /// <param name="cancel">Gives up waiting.</param>
    public Task TakeAway(string key, IReadOnlyList<long> born, bool withFiles, bool tell, CancellationToken cancel)
    {
        var at = Now();
        List<string> files = !withFiles ? [] : [.. born.SelectMany(one => ReadOne(key, one)?.Attachments ?? []).Select(file => file.Upload).OfType<string>()];
        return Write(key, session =>
        {
            if (withFiles)
                session.EmptyLogAfterCommit(); // also where none was sent: the words are not to be read in the log either
            return HistoryWrites.TakeAway(session, key, born, files, tell, at);
        }, cancel);
    }

    /// <summary>Takes everything away: what was said and what was sent.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="tell">Its client is told of each activity that is gone.</param>
    /// <param name="origin">What made this happen.</param>
    /// <param name="end">Said after it; null for nothing.</param>
    /// <param name="cancel">Gives up waiting.</param>
    public Task EraseAll(string key, bool tell, string origin, Activity? end, CancellationToken cancel)
    {
        var at = Now();
        var body = end is null ? null : Seal(key, origin, end);
        return Write(key, session =>
        {
            underway.Overtake(key);
            HistoryWrites.EraseAll(session, key, tell, at);
            return body is null || HistoryWrites.Append(session, key, origin, body, at) is not null;
        }, cancel);
    }

    /// <summary>Reads what comes after a watermark: activities as the reader is to see them, and the watermark after them.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="reader">Who reads.</param>
    /// <param name="watermark">The last number read.</param>
    public HistoryPage Read(string key, Reader reader, long watermark)
    {
        var rows = readers.Read(session => session[Page].All(
            row => (Number: row.GetInt64(0), Born: row.GetInt64(1), Origin: row.GetString(2), Body: row.IsDBNull(3) ? null : (byte[])row.GetValue(3), At: row.GetInt64(4)),
            key, watermark));
        var activities = new List<Activity>(rows.Count);
        foreach (var row in rows.Where(row => row.Body is not null || row.Born <= watermark)) // what is gone is told only to whoever saw it
        {
            var activity = row.Body is null ? Deleted : Open(key, row.Origin, row.Body);
            activities.Add(Sent(key, activity, reader, row.Born) with
            {
                Type = row.Body is not null && row.Born <= watermark ? "messageUpdate" : activity.Type,
                Timestamp = DateTimeOffset.FromUnixTimeMilliseconds(row.At),
            });
        }
        return new HistoryPage(activities, rows.Count == 0 ? watermark : rows[^1].Number, rows.Count == PageSize);
    }

    /// <summary>The activity is still there.</summary>
    public bool Stands(string key, long born) => readers.Read(session => session[Standing].One(key, born)) is not null;

    /// <summary>One activity as it is kept; null where it is gone.</summary>
    public Activity? ReadOne(string key, long born) =>
        readers.Read(session => session[One].All(row => (Origin: row.GetString(0), Body: (byte[])row.GetValue(1)), key, born)) is [var row]
            ? Open(key, row.Origin, row.Body)
            : null;

    private static Activity Deleted { get; } = new() { Type = "messageDelete" };

    private Activity Sent(string key, Activity kept, Reader reader, long born) => kept with
    {
        Id = ChatNames.ActivityId(reader.ConversationId, born),
        Conversation = new ConversationAccount(reader.ConversationId),
        Attachments = kept.Attachments is null ? null : [.. kept.Attachments.Select(file => SentFile(key, file, reader, born))],
    };

    private Attachment SentFile(string key, Attachment kept, Reader reader, long born)
    {
        var url = kept switch
        {
            { Upload: { } upload } => FileUrl(key, reader, $"files/{upload}"),
            { Recording: not null } => FileUrl(key, reader, string.Create(CultureInfo.InvariantCulture, $"recordings/{born}")),
            _ => null,
        };
        var isPicture = kept.ContentType.StartsWith("image/", StringComparison.Ordinal);
        return kept with { ContentUrl = url, ThumbnailUrl = isPicture ? url : null, Upload = null, Recording = null };
    }

    private string FileUrl(string key, Reader reader, string file) => $"{reader.Base}/{file}?t={tickets.Issue(key, file)}";

    private static Chat ReadChat(System.Data.Common.DbDataReader row) =>
        new(row.GetString(0), row.GetBoolean(1), row.GetInt64(2), row.IsDBNull(3) ? null : row.GetString(3));

    private byte[] Seal(string key, string origin, Activity activity) =>
        cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(activity, Wire.Options), WebActivityRow.Place(key, origin));

    /// <exception cref="CryptographicException">It was sealed with another key, or changed.</exception>
    private Activity Open(string key, string origin, byte[] body) =>
        JsonSerializer.Deserialize<Activity>(cipher.Open(body, WebActivityRow.Place(key, origin)), Wire.Options)!;

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();

    private Task<T> Write<T>(string key, Func<StoreSession, T> apply, CancellationToken cancel) =>
        writer.Write(apply, cancel, onDisk: _ => streams.Wake(key));
}

/// <summary>Who reads a chat.</summary>
/// <param name="ConversationId">The conversation's id, as clients see it.</param>
/// <param name="Base">The conversation's address, whole, as this client reaches it.</param>
internal sealed record Reader(string ConversationId, string Base);

/// <summary>A part of a chat.</summary>
/// <param name="Activities">As the reader is to see them.</param>
/// <param name="Watermark">The last number read.</param>
/// <param name="MayHaveMore">There may be more after it.</param>
internal sealed record HistoryPage(IReadOnlyList<Activity> Activities, long Watermark, bool MayHaveMore);
