using ChatSupport.Reports.Cases;
using ChatSupport.Reports.Work;
using ChatSupport.Staff.Roles;
using ChatSupport.Storage;

namespace ChatSupport.Reports.Giving;

/// <summary>New keys for cases whose key is in the hands of somebody who is not to read them any more: made in the browser of who has the case, which tells the
/// server the public half alone.</summary>
internal sealed class NewKeyBook(CaseGate gate, CaseReaders readers, KeyGiving giving)
{
    private const string HeldBy = """
        SELECT DISTINCT g.case_id FROM report_grants g JOIN report_cases c ON c.id = g.case_id AND c.closed_at IS NULL WHERE g.staff = $1 AND g.reader_epoch = $2
            AND g.purpose = 'case-key' AND g.epoch = (SELECT max(n.epoch) FROM report_grants n WHERE n.case_id = g.case_id AND n.purpose = 'case-key')
        """;

    /// <summary>How many cases that she may open need one.</summary>
    /// <param name="session">Who looks; a page looks by itself.</param>
    public int Count(string? session)
    {
        var person = gate.Require(session, StaffAct.WorkCases, byItself: true);
        return readers.Take(out _) is { } signed ? gate.Read(store => InWrongHands(store, signed).Count(id => IsHers(store, person, id))) : 0;
    }

    /// <summary>The next case that needs one.</summary>
    /// <param name="session">Who makes it.</param>
    /// <param name="after">The case before it; empty to begin.</param>
    /// <returns>For whom it is made; null where nothing is left.</returns>
    public KeyToMake? Next(string? session, string? after)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        if (readers.Take(out _) is not { } signed)
            return null;
        return gate.Read(store => InWrongHands(store, signed).Where(id => string.CompareOrdinal(id, after ?? "") > 0).Select(id => ToMake(store, person, signed, id)).FirstOrDefault(found => found is not null));
    }

    /// <summary>Keeps a new key: all of it in one commit. Nothing is written under the old one any more.</summary>
    /// <param name="session">Who made it.</param>
    /// <param name="id">The case.</param>
    /// <param name="made">The key.</param>
    /// <param name="cancel">Gives up before anything is written.</param>
    public async Task<CaseAnswer> Keep(string? session, string? id, MadeKey made, CancellationToken cancel)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        if (readers.Take(out _) is not { } signed)
            return new CaseAnswer(CaseRefusal.NoList);
        return await gate.In(person, id, "new-key", (store, one) => new CaseAnswer(one.State == CaseState.Closed ? CaseRefusal.NotNow : giving.Change(store, signed, person.Id, one, made)), cancel)
            ?? new CaseAnswer(CaseRefusal.NotThere);
    }

    private static IEnumerable<string> InWrongHands(StoreSession store, SignedReaders signed) => signed.List.All.Where(reader => reader.Revoked)
        .SelectMany(reader => store[HeldBy].All(row => row.GetString(0), reader.Staff, (long)reader.Epoch)).Distinct().Order(StringComparer.Ordinal);

    private static bool IsHers(StoreSession store, StaffPerson person, string id) =>
        WorkRows.Find(store, id) is { } one && Masking.Of(one, person, WorkRows.IsInConflict(store, id, person.Id)) is { MayOpen: true };

    private KeyToMake? ToMake(StoreSession store, StaffPerson person, SignedReaders signed, string id)
    {
        return IsHers(store, person, id) && WorkRows.Find(store, id) is { } one && giving.WantedFor(store, signed, one) is { Count: > 0 } wanted // else it waits until somebody counts
            ? new KeyToMake(id, GrantRows.Newest(store, id, CaseKeyId.Case) + 1, [.. wanted.Select(reader => new ReaderRef(reader.Staff, reader.Epoch))], signed.Text, signed.List.Root.ToString())
            : null;
    }
}

/// <summary>A case that needs a new key.</summary>
/// <param name="OfCase">The case.</param>
/// <param name="Epoch">The number that it gets.</param>
/// <param name="For">Whom it is sealed to; their public keys are in the list.</param>
/// <param name="List">The signed list of readers.</param>
/// <param name="Root">The public half of the root.</param>
internal sealed record KeyToMake(string OfCase, uint Epoch, IReadOnlyList<ReaderRef> For, string List, string Root);

/// <summary>A key of a reader.</summary>
internal sealed record ReaderRef(string Staff, uint Epoch);
