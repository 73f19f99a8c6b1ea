using ChatSupport.Reports.Work;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Reports.Giving;

/// <summary>Whether what she was given opens: the server cannot see it, her browser can. What does not is taken away, so that it can be given anew.</summary>
internal sealed class OwnKeysBook(CaseGate gate, CaseReaders readers, KeyGiving giving)
{
    private const string After = "SELECT DISTINCT case_id FROM report_grants WHERE staff = $1 AND reader_epoch = $2 AND case_id > $3 ORDER BY case_id";

    /// <summary>The next case of which she was given keys, and may open it.</summary>
    /// <param name="session">Who looks.</param>
    /// <param name="after">The case before it; empty to begin.</param>
    /// <returns>Her files; null where nothing is left.</returns>
    public KeysToGive? Next(string? session, string? after)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        if (readers.Take(out _) is not { } signed)
            return null;
        return gate.Read(store => CaseReaders.Own(store, person, signed) is var (own, _)
            ? store[After].All(row => row.GetString(0), own.Staff, (long)own.Epoch, after ?? "")
                .Where(id => WorkRows.Find(store, id) is { } one && Masking.Of(one, person, WorkRows.IsInConflict(store, id, person.Id)) is { MayOpen: true })
                .Select(id => new KeysToGive(id, own.Epoch, GrantRows.FilesOf(store, id, own))).FirstOrDefault()
            : null);
    }

    /// <summary>Takes away what does not open, where another reader has that key.</summary>
    /// <param name="session">Who was given it.</param>
    /// <param name="id">The case.</param>
    /// <param name="rows">The ids of what does not open.</param>
    /// <param name="cancel">Gives up before anything is written.</param>
    public async Task<CaseAnswer> TakeBack(string? session, string? id, IReadOnlyCollection<string> rows, CancellationToken cancel)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        if (readers.Take(out _) is not { } signed)
            return new CaseAnswer(CaseRefusal.NoList);
        return await gate.In(person, id, "closed-key", (store, one) => CaseReaders.Own(store, person, signed) is var (own, _)
            && giving.TakeBack(store, signed, person.Id, one, own, rows) > 0 ? CaseAnswer.Done : new CaseAnswer(CaseRefusal.NobodyElseHasIt), cancel) ?? new CaseAnswer(CaseRefusal.NotThere);
    }
}
