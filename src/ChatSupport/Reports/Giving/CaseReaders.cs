using ChatSupport.Reports.Cases;
using ChatSupport.Reports.Sealing.Readers;
using ChatSupport.Reports.Work;
using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Roles;
using ChatSupport.Storage;

namespace ChatSupport.Reports.Giving;

/// <summary>Who of the signed readers stands behind which account, and which cases she may have: keys are given to nobody else.</summary>
internal sealed class CaseReaders(ReaderBook book, AccountRows accounts, TimeProvider time)
{
    private const string AccountOf = "SELECT staff FROM report_keys WHERE recipient = $1";

    /// <summary>The list of the root.</summary>
    /// <param name="wrong">Why there is none, a sentence with what to do.</param>
    public SignedReaders? Take(out string wrong) => book.Take(remember: true, out var text, out wrong) is { } list ? new SignedReaders(list, text) : null;

    /// <summary>The recovery keys that count now, and the case workers and supervisors who have an account here.</summary>
    public IReadOnlyList<KnownReader> Known(StoreSession store, SignedReaders signed) =>
        [.. signed.List.At(time.GetUtcNow()).Select(reader => Of(store, reader)).Where(known => known.IsRecovery || known.Person is not null)];

    /// <summary>Her own key as the root signed it, and as it is kept; null where she has none that opens anything.</summary>
    public static (Reader Reader, LockedKey Key)? Own(StoreSession store, StaffPerson person, SignedReaders signed) =>
        KeyRows.Of(store, person.Id) is { } key && signed.List.All.FirstOrDefault(one => one is { Role: ReaderRole.Worker, Revoked: false } && one.Key.ToString() == key.Recipient) is { } reader
            ? (reader, key)
            : null;

    /// <summary>The case may be hers: a recovery key has every case, a case worker her own and those that nobody has, a supervisor all; whoever knows somebody in
    /// it does not.</summary>
    public static bool MayHave(StoreSession store, Case one, KnownReader reader) => reader.IsRecovery
        || (reader.Person is { } person && Masking.Of(one, person, WorkRows.IsInConflict(store, one.Id, person.Id)) is not null);

    /// <summary>A closed case is given to a recovery key alone: nobody works on it.</summary>
    public static bool IsWanted(Case one, KnownReader reader) => reader.IsRecovery || one.State != CaseState.Closed;

    private KnownReader Of(StoreSession store, Reader reader)
    {
        if (reader.Role == ReaderRole.Recovery || store[AccountOf].One(reader.Key.ToString()) is not string id)
            return new KnownReader(reader, null);
        var counts = KeyRows.Of(store, id)?.Recipient == reader.Key.ToString() && accounts.Find(store, id) is { IsStopped: false } found && RoleTable.Allows(found.Roles, StaffAct.WorkCases);
        return new KnownReader(reader, counts ? new StaffPerson(id, accounts.Find(store, id)!.Name, accounts.Find(store, id)!.Roles, "") : null);
    }
}

/// <summary>The list of readers with the text that the root signed, so that a browser can look at the signature itself.</summary>
internal sealed record SignedReaders(ReaderList List, string Text);

/// <summary>A reader whose key counts now.</summary>
/// <param name="Reader">As the root signed it.</param>
/// <param name="Person">Whose it is; null for a recovery key.</param>
internal sealed record KnownReader(Reader Reader, StaffPerson? Person)
{
    public bool IsRecovery => Reader.Role == ReaderRole.Recovery;
}
