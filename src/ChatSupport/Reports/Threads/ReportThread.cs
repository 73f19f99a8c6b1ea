using System.Globalization;
using System.Text;
using ChatSupport.Conversations;
using ChatSupport.Reports.Cases;
using ChatSupport.Reports.Giving;
using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Sealing.Age;
using ChatSupport.Reports.Sealing.Receipts;
using ChatSupport.Storage;

namespace ChatSupport.Reports.Threads;

/// <summary>The conversation of a report, from the reporter's side: opened by its number, from any chat; it never opens what she reported.</summary>
internal sealed class ReportThread(StoreReaders store, ReceiptLock receipts, NumberTries tries, ReportKeys keys)
{
    /// <summary>The most recordings of one conversation.</summary>
    public const int MostRecordings = 20;

    /// <summary>The most bytes of them, as they are kept.</summary>
    public const long MostBytes = 30 * 1024 * 1024;

    /// <summary>The longest message, in UTF-16 units.</summary>
    public const int LongestText = 16_000;

    private const string Find = "SELECT r.case_id, r.locked, c.thread_key FROM report_receipts r JOIN report_cases c ON c.id = r.case_id WHERE r.locator = $1";
    private const string Stands = "SELECT thread_key, epoch, held_until FROM report_cases WHERE id = $1";
    private const string NewestKey = "SELECT thread_key, epoch FROM report_cases WHERE id = $1";
    private const string HeldUntil = "SELECT held_until FROM report_cases WHERE id = $1";
    private const string Last = "SELECT id, from_reporter, epoch, at, CASE media WHEN '' THEN sealed ELSE x'' END, media FROM report_messages WHERE case_id = $1 ORDER BY at DESC, rowid DESC LIMIT 20";
    private const string AddMessage = "INSERT INTO report_messages (id, case_id, from_reporter, epoch, at, sealed, media) VALUES ($1, $2, 1, $3, $4, $5, $6)";
    private const string Recordings = "SELECT count(*), coalesce(sum(length(sealed)), 0) FROM report_messages WHERE case_id = $1 AND media <> ''";
    private const string Touch = "UPDATE report_cases SET last_at = $2, version = version + 1 WHERE id = $1";
    private const string See = "UPDATE report_messages SET seen_at = $2 WHERE case_id = $1 AND from_reporter = 0 AND seen_at IS NULL";
    private const string AskDeletion = "UPDATE report_cases SET deletion_asked_at = $2, last_at = $2, version = version + 1 WHERE id = $1";

    /// <summary>Opens a conversation. Wrong, unknown and tried too often from this chat are one and the same answer. What is open here stays open until another is.</summary>
    public async Task<NumberAnswer> Open(string conversation, ReceiptCode code, CancellationToken cancel)
    {
        if (tries.Take(conversation) is not NumberAnswer.Opened and var refused)
            return refused;
        var found = store.Read(session => session[Find].All(row => (Case: row.GetString(0), Locked: (byte[])row.GetValue(1), Key: row.GetString(2)), code.Locator));
        AgeIdentity? key;
        try
        {
            key = await receipts.Open(code, found is [var one] ? one.Locked : null, cancel);
        }
        catch (TimeoutException)
        {
            tries.GiveBack(conversation);
            return NumberAnswer.Busy;
        }
        if (key is null)
            return NumberAnswer.Wrong;
        if (found is not [var right] || key.Recipient.ToString() != right.Key)
        {
            key.Dispose(); // a row that somebody put in the place of another
            return NumberAnswer.Wrong;
        }
        tries.Right(conversation);
        keys.Hold(conversation, ReportKeyUse.Thread, right.Case, key);
        return NumberAnswer.Opened;
    }

    /// <summary>The case whose conversation is open here; null for none, or where it was destroyed meanwhile.</summary>
    public OpenCase? Of(string conversation) => keys.CaseOf(conversation, ReportKeyUse.Thread) is { } id
        ? store.Read(session => session[Stands].All(
            row => new OpenCase(id, row.GetString(0), (uint)row.GetInt64(1), row.IsDBNull(2) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2))), id)) is [var open] ? open : null
        : null;

    /// <summary>The last messages, in order, as they can be shown now; that some cannot be opened is said.</summary>
    public IReadOnlyList<OutboundBody.Line> Lines(string conversation, OpenCase open, string language, TimeSpan ahead)
    {
        var rows = store.Read(session => session[Last].All(
            row => (Id: row.GetString(0), Hers: row.GetBoolean(1), Epoch: (uint)row.GetInt64(2), At: row.GetInt64(3), Sealed: (byte[])row.GetValue(4), Media: row.GetString(5)), open.Id));
        rows.Reverse();
        var text = new StringBuilder();
        var unopened = rows.Count;
        keys.Use(conversation, ReportKeyUse.Thread, open.Id, key =>
        {
            var older = store.Read(session => ThreadKeys.Older(session, open.Id, key));
            foreach (var row in rows)
            {
                var said = row.Media.Length > 0 ? ReportWord.Voice.In(language)
                    : OpenOne(row.Sealed, new SealedPlace(Purpose.Message, open.Case, Guid.ParseExact(row.Id, "n"), row.Epoch), [key, .. older]);
                if (said is null)
                    continue;
                unopened--;
                var at = DateTimeOffset.FromUnixTimeMilliseconds(row.At).ToOffset(ahead).ToString("d/M", CultureInfo.InvariantCulture);
                text.AppendLine(CultureInfo.InvariantCulture, $"{(row.Hers ? ReportWord.Hers : ReportWord.Ours).In(language)}, {at}: {said}");
            }
            foreach (var one in older)
                one.Dispose();
        });
        if (unopened > 0)
            text.AppendLine(string.Format(CultureInfo.InvariantCulture, ReportWord.CouldNotBeOpened.In(language), unopened));
        return ShownOnce.Of(text.ToString(), ShownOnce.ForReading);
    }

    /// <summary>What was written to her is seen.</summary>
    public static ReportEffect Seen(OpenCase open, DateTimeOffset now) => new(session => session[See].Run(open.Id, now.ToUnixTimeMilliseconds()));

    /// <summary>Seals what she wrote.</summary>
    public static ReportEffect Write(OpenCase open, string text, DateTimeOffset now) => Add(open, Purpose.Message, Encoding.UTF8.GetBytes(text), "", now);

    /// <summary>Seals a recording of her voice.</summary>
    public static ReportEffect Say(OpenCase open, SentMedia voice, DateTimeOffset now) => Add(open, Purpose.Attachment, voice.Bytes, voice.ContentType, now);

    /// <summary>Another recording can be kept in this conversation.</summary>
    public bool HasRoom(OpenCase open) =>
        store.Read(session => session[Recordings].All(row => row.GetInt64(0) < MostRecordings && row.GetInt64(1) < MostBytes, open.Id))[0];

    private static ReportEffect Add(OpenCase open, Purpose purpose, byte[] content, string media, DateTimeOffset now)
    {
        var place = new SealedPlace(purpose, open.Case, Guid.NewGuid(), open.Epoch);
        var file = Sealed(content, place, open.ThreadKey);
        return new ReportEffect(session =>
        {
            if (session[Touch].Run(open.Id, now.ToUnixTimeMilliseconds()) != 1)
                throw new InvalidOperationException("The case went while she wrote."); // she is told that it failed
            if (session[NewestKey].All(row => (Key: row.GetString(0), Epoch: (uint)row.GetInt64(1)), open.Id) is [var newest] && newest.Epoch != place.Epoch)
                (place, file) = (place with { Epoch = newest.Epoch }, Sealed(content, place with { Epoch = newest.Epoch }, newest.Key)); // it got a new key meanwhile
            session[AddMessage].Run(place.Row.ToString("n"), open.Id, place.Epoch, now.ToUnixTimeMilliseconds(), file, media);
        });
    }

    /// <summary>She wants it deleted: at once, or as soon as the hold of two people ends.</summary>
    public static ReportEffect Delete(OpenCase open, DateTimeOffset now, ReportBell bell) => new(session =>
    {
        if (session[HeldUntil].One(open.Id) is long until && until > now.ToUnixTimeMilliseconds()) // as it is now, not when she pressed
            session[AskDeletion].Run(open.Id, now.ToUnixTimeMilliseconds());
        else
            CaseRows.Destroy(session, open.Id, now);
        session.AfterCommit(bell, bell.Ring);
    });

    private static byte[] Sealed(byte[] content, SealedPlace place, string threadKey) => AgeRecipient.TryParse(threadKey, out var key)
        ? SealedFile.Seal(content, place, [key])
        : throw new InvalidOperationException("The public key of a conversation is none.");

    private static string? OpenOne(byte[] file, SealedPlace place, IReadOnlyList<AgeIdentity> keys)
    {
        try
        {
            return Encoding.UTF8.GetString(SealedFile.Open(file, place, keys));
        }
        catch (CannotBeOpenedException)
        {
            return null;
        }
    }
}

/// <summary>A case whose conversation she opened.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="ThreadKey">Public half of the conversation's key.</param>
/// <param name="Epoch">Which key of the case that is.</param>
/// <param name="HeldUntil">Two people hold it until then; null for no hold.</param>
internal sealed record OpenCase(string Id, string ThreadKey, uint Epoch, DateTimeOffset? HeldUntil)
{
    public Guid Case => Guid.ParseExact(Id, "n");

    public bool IsHeld(DateTimeOffset now) => HeldUntil > now;
}

/// <summary>What became of a number that she typed.</summary>
internal enum NumberAnswer
{
    /// <summary>It opened, or may be looked at.</summary>
    Opened,

    /// <summary>It opens nothing, or was tried too often from this chat.</summary>
    Wrong,

    /// <summary>Too many are tried at this moment, by whomever: it was not looked at.</summary>
    Busy,
}
