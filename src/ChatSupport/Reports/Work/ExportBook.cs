using ChatSupport.Staff.Roles;

namespace ChatSupport.Reports.Work;

/// <summary>What of a case leaves the console: a file for one recipient, sealed in the browser, and paper. Each is recorded before anything is given out.</summary>
internal sealed class ExportBook(CaseGate gate)
{
    /// <summary>For a helper outside: only where one was told of the case, with her yes or by two.</summary>
    public const string ForHelper = "helper";

    /// <summary>For another who works on it: the only one that holds the notes of the staff.</summary>
    public const string ForColleague = "colleague";

    private const string Told = "SELECT 1 FROM report_referrals WHERE case_id = $1 AND state IN ('in-progress', 'accepted', 'done') LIMIT 1";

    /// <summary>What a file can be for, coded words: her own copy, a helper outside, another who works on it.</summary>
    public static IReadOnlyList<string> Purposes { get; } = ["her-copy", ForHelper, ForColleague];

    /// <summary>What opens it: a key of who gets it, or letters that her browser made.</summary>
    public static IReadOnlyList<string> Recipients { get; } = ["key", "words"];

    /// <summary>All of a case, sealed as it lies here; the browser that opened it makes one file of it. The server never sees that file, nor to whom it is sealed.</summary>
    /// <param name="session">Who.</param>
    /// <param name="id">The case.</param>
    /// <param name="asked">What for, and how it will be opened.</param>
    /// <param name="cancel">Gives up before anything is written.</param>
    /// <returns>What stands in the way, or the case.</returns>
    public async Task<ExportAnswer> Export(string? session, string? id, ExportAsked asked, CancellationToken cancel)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        return await gate.In(person, id, "export", (store, one) =>
        {
            if (!Purposes.Contains(asked.Purpose) || !Recipients.Contains(asked.Recipient))
                return new ExportAnswer(CaseRefusal.NoPurpose, null);
            if (asked.Purpose == ForHelper && store[Told].One(one.Id) is null)
                return new ExportAnswer(CaseRefusal.NoReferral, null);
            gate.Note(store, person, "report.export-case", one.Id, $"{asked.Purpose} to {asked.Recipient}{(asked.WithWho ? " with identity" : "")}");
            if (asked.WithWho)
                gate.Note(store, person, "report.identity", one.Id, "export");
            var items = SealedRows.ItemsOf(store, one.Id).Where(item => item.Purpose != "note" || asked.Purpose == ForColleague);
            if (asked.WithWho)
                items = items.Concat(SealedRows.WhoOf(store, one.Id));
            return new ExportAnswer(null, new CaseExport(one, gate.Now, person.Name, [.. items], SealedRows.AttachmentsOf(store, one.Id)));
        }, cancel) ?? new ExportAnswer(CaseRefusal.NotThere, null);
    }

    /// <summary>The page is printed, with what of the case is open on it.</summary>
    /// <returns>What stands at the head of the paper; null where the case is not there, or not for her.</returns>
    public async Task<PrintHead?> Print(string? session, string? id, CancellationToken cancel)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        return await gate.In(person, id, "print", (store, one) =>
        {
            gate.Note(store, person, "report.print", one.Id);
            return new PrintHead(one.Code, gate.Now, person.Name);
        }, cancel);
    }
}

/// <summary>An export that somebody asks for.</summary>
/// <param name="Purpose">One of <see cref="ExportBook.Purposes"/>.</param>
/// <param name="Recipient">One of <see cref="ExportBook.Recipients"/>.</param>
/// <param name="WithWho">With who it is about.</param>
internal sealed record ExportAsked(string Purpose, string Recipient, bool WithWho);

/// <summary>What became of it.</summary>
/// <param name="Why">What stood against it; null for nothing.</param>
/// <param name="Export">The case; null where something did.</param>
internal sealed record ExportAnswer(string? Why, CaseExport? Export);

/// <summary>A case to be made into a file.</summary>
/// <param name="Of">Its coded facts.</param>
/// <param name="At">When it was asked for.</param>
/// <param name="By">The name that others on the staff see.</param>
/// <param name="Items">Answers, notes, messages, and who it is where that was asked for.</param>
/// <param name="Attachments">Where the files are.</param>
internal sealed record CaseExport(Case Of, DateTimeOffset At, string By, IReadOnlyList<SealedItem> Items, IReadOnlyList<SealedAttachment> Attachments);

/// <summary>What stands at the head of a printed case.</summary>
internal sealed record PrintHead(string Code, DateTimeOffset At, string By);
