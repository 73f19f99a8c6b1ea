using ChatSupport.Reports.Cases;
using ChatSupport.Reports.Giving;
using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Threads;
using ChatSupport.Staff.Roles;
using ChatSupport.Storage;

namespace ChatSupport.Reports.Work;

/// <summary>What lies sealed in a case: given to who may open it, and taken from her browser as it was sealed there. Nothing here can be read by the server.</summary>
internal sealed class SealedCaseBook(CaseGate gate, KeyBook keys, ReportRoutes routes)
{
    private const string AddNote = "INSERT INTO report_items (id, case_id, purpose, question, epoch, at, sealed) VALUES ($1, $2, 'note', '', $3, $4, $5) ON CONFLICT DO NOTHING";
    private const string AddWho = "INSERT INTO report_items (id, case_id, purpose, question, epoch, at, sealed) VALUES ($1, $2, 'identity', '', $3, $4, $5) ON CONFLICT DO NOTHING";
    private const string AddMessage = "INSERT INTO report_messages (id, case_id, from_reporter, epoch, at, sealed) VALUES ($1, $2, 0, $3, $4, $5) ON CONFLICT DO NOTHING";
    private const string Seen = "UPDATE report_messages SET seen_at = $2 WHERE case_id = $1 AND from_reporter = 1 AND seen_at IS NULL";

    /// <summary>All of a case, sealed. That she asked for it is recorded before she has it.</summary>
    /// <returns>What stands in the way, or the case.</returns>
    public async Task<(string? Why, SealedCase? Case)> Open(string? session, string? id, CancellationToken cancel)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        if (gate.Read(store => KeyRows.Of(store, person.Id)) is not { } own)
            return (CaseRefusal.NoKey, null);
        if (keys.ReaderOf(own.Recipient, out _) is not { } reader)
            return (CaseRefusal.KeyNotSigned, null);
        var opened = await gate.In(person, id, "open", (store, one) =>
        {
            gate.Note(store, person, "report.open", one.Id);
            store[Seen].Run(one.Id, gate.Now.ToUnixTimeMilliseconds());
            if (CaseAlerts.See(store, one.Id, person, gate.Now))
                gate.Note(store, person, "report.seen", one.Id);
            return new SealedCase(one.Id, own, SealedRows.GrantsOf(store, one.Id, reader.Staff, reader.Epoch), SealedRows.ItemsOf(store, one.Id), SealedRows.AttachmentsOf(store, one.Id));
        }, cancel);
        return opened is null ? (CaseRefusal.NotThere, null) : (null, opened);
    }

    /// <summary>A picture, voice or document, sealed.</summary>
    /// <returns>Null where it is not there, is of another case, or not for her.</returns>
    public async Task<byte[]?> File(string? session, string? id, string? row, CancellationToken cancel)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        return await gate.In(person, id, "attachment", (store, one) =>
        {
            if (!WorkRows.IsId(row) || SealedRows.FileOf(store, one.Id, row!) is not { } file)
                return null;
            gate.Note(store, person, "report.attachment", one.Id);
            return file;
        }, cancel);
    }

    /// <summary>Who it is about, sealed. It is asked for by itself, and that it was is recorded before it is given.</summary>
    /// <returns>Null where the case is not there, or not for her.</returns>
    public async Task<IReadOnlyList<SealedItem>?> Who(string? session, string? id, CancellationToken cancel)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        return await gate.In(person, id, "identity", (store, one) =>
        {
            gate.Note(store, person, "report.identity", one.Id);
            return SealedRows.WhoOf(store, one.Id);
        }, cancel);
    }

    /// <summary>Keeps who it is about, apart from all else, as the browser sealed it to the case.</summary>
    public Task<SaidAt> WriteWho(string? session, SealedText text, CancellationToken cancel) => Add(session, text, "who-kept", "case-key", AddWho, (_, _) => { }, cancel);

    /// <summary>Keeps a note that the browser sealed to the case.</summary>
    public Task<SaidAt> Write(string? session, SealedText text, CancellationToken cancel) => Add(session, text, "note", "case-key", AddNote, (_, _) => { }, cancel);

    /// <summary>Keeps an answer to the reporter that the browser sealed to the conversation; where she said that she may be written to, a notice waits for her.</summary>
    public Task<SaidAt> Reply(string? session, SealedText text, CancellationToken cancel) => Add(session, text, "reply", "thread-key", AddMessage,
        (store, one) => routes.Tell(store, one.Id, gate.Now), cancel);

    private async Task<SaidAt> Add(string? session, SealedText text, string what, string key, string insert, Action<StoreSession, Case> then, CancellationToken cancel)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        var now = gate.Now;
        var answer = await gate.In(person, text.OfCase, what, (store, one) =>
        {
            if (!WorkRows.IsId(text.Row) || !SealedShape.IsText(text.File) || text.Epoch == 0 || text.Epoch > GrantRows.Newest(store, one.Id, key))
                return new CaseAnswer(CaseRefusal.NotSealed);
            if (text.Epoch != GrantRows.Newest(store, one.Id, key))
                return new CaseAnswer(CaseRefusal.OldKey); // whom it was taken from could read it
            if (one.State == CaseState.Closed)
                return new CaseAnswer(CaseRefusal.NotNow);
            if (store[insert].Run(text.Row, one.Id, (long)text.Epoch, now.ToUnixTimeMilliseconds(), text.File) != 1)
                return new CaseAnswer(CaseRefusal.TwiceSent);
            then(store, one);
            WorkRows.Save(store, one with { LastAt = now });
            gate.Note(store, person, $"report.{what}", one.Id);
            return CaseAnswer.Done;
        }, cancel) ?? CaseBook.NotThere;
        return new SaidAt(answer.Why, now, person.Name);
    }
}

/// <summary>All of a case as it goes to a browser.</summary>
/// <param name="OfCase">The case, which each file within names.</param>
/// <param name="Own">Her own key, which opens the grants.</param>
/// <param name="Grants">The keys of the case that were given to her.</param>
/// <param name="Items">Answers, notes and messages in the order in which they came.</param>
/// <param name="Attachments">Where the files are that answers speak of.</param>
internal sealed record SealedCase(string OfCase, LockedKey Own, IReadOnlyList<SealedGrant> Grants, IReadOnlyList<SealedItem> Items, IReadOnlyList<SealedAttachment> Attachments);

/// <summary>A private half of a key of the case, sealed to her.</summary>
internal sealed record SealedGrant(string Purpose, string Row, uint Epoch, byte[] File);

/// <summary>An answer, note or message.</summary>
/// <param name="Purpose">As the file itself says.</param>
/// <param name="Row">The row that the file names.</param>
/// <param name="Epoch">Which key of the case.</param>
/// <param name="At">When, in milliseconds since 1970.</param>
/// <param name="Question">Which question an answer belongs to.</param>
/// <param name="IsOurs">A case worker wrote it.</param>
/// <param name="File">The file.</param>
internal sealed record SealedItem(string Purpose, string Row, uint Epoch, long At, string Question, bool IsOurs, byte[] File)
{
    /// <summary>What a recording among the messages is, which is asked for by itself; empty for words.</summary>
    public string Media { get; init; } = "";
}

/// <summary>A picture, voice or document that is asked for by itself.</summary>
/// <param name="Row">The row that the file names.</param>
/// <param name="Epoch">Which key of the case.</param>
/// <param name="By">Which key: <c>case-key</c>, or <c>thread-key</c> for a recording among the messages.</param>
internal sealed record SealedAttachment(string Row, uint Epoch, string By);

/// <summary>A text that a browser sealed.</summary>
/// <param name="OfCase">The case.</param>
/// <param name="Row">The row that the file names; nobody had it before.</param>
/// <param name="Epoch">Which key of the case.</param>
/// <param name="File">An age file.</param>
internal sealed record SealedText(string OfCase, string Row, uint Epoch, byte[] File);

/// <summary>That a text was kept, when, and in whose name.</summary>
/// <param name="Why">What stood against it; null for nothing.</param>
/// <param name="At">When.</param>
/// <param name="By">The name that others on the staff see.</param>
internal sealed record SaidAt(string? Why, DateTimeOffset At, string By);
