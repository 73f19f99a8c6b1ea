using ChatSupport.Reports.Cases;
using ChatSupport.Reports.Sealing.Readers;
using ChatSupport.Reports.Work;
using ChatSupport.Staff.Roles;
using ChatSupport.Storage;

namespace ChatSupport.Reports.Giving;

/// <summary>Who should be able to open which cases and cannot yet, and the giving: the browser of somebody who has a key seals it anew, one case at a time, so
/// that it goes on where it stopped.</summary>
internal sealed class GivingBook(CaseGate gate, CaseReaders readers, KeyGiving giving)
{
    private const string After = "SELECT id FROM report_cases WHERE id > $1 ORDER BY id";

    /// <summary>How it stands, for the cases that she knows of.</summary>
    /// <param name="session">Who looks.</param>
    public GivingView Look(string? session)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        if (readers.Take(out _) is not { } signed)
            return new GivingView(CaseRefusal.NoList, null, [], 0, 0);
        return gate.Read(store => ViewOf(store, person, signed));
    }

    /// <summary>Her own key, and the list by which her browser knows to whom.</summary>
    /// <param name="session">Who gives.</param>
    /// <param name="to">Id of the reader.</param>
    /// <returns>What stands in the way, or what to begin with.</returns>
    public (string? Why, GivingBegun? Begun) Begin(string? session, string to)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        if (readers.Take(out _) is not { } signed)
            return (CaseRefusal.NoList, null);
        return gate.Read<(string?, GivingBegun?)>(store =>
        {
            if (CaseReaders.Own(store, person, signed) is not var (_, key))
                return (KeyRows.Of(store, person.Id) is null ? CaseRefusal.NoKey : CaseRefusal.KeyNotSigned, null);
            return readers.Known(store, signed).Any(known => known.Reader.Staff == to)
                ? (null, new GivingBegun(key, signed.Text, signed.List.Root.ToString()))
                : (CaseRefusal.NoReader, null);
        });
    }

    /// <summary>The next case of which she has what a reader lacks.</summary>
    /// <param name="session">Who gives.</param>
    /// <param name="to">Id of the reader.</param>
    /// <param name="after">The case before it; empty to begin.</param>
    /// <returns>Her own files of these keys; null where nothing is left.</returns>
    public KeysToGive? Next(string? session, string to, string? after)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        if (readers.Take(out _) is not { } signed)
            return null;
        return gate.Read(store =>
        {
            if (CaseReaders.Own(store, person, signed) is not var (own, _) || readers.Known(store, signed).FirstOrDefault(known => known.Reader.Staff == to) is not { } reader)
                return null;
            return store[After].All(row => row.GetString(0), after ?? "").Select(id => ToGive(store, person, own, reader, id)).FirstOrDefault(found => found is not null);
        });
    }

    /// <summary>Keeps what her browser sealed to a reader.</summary>
    /// <param name="session">Who gives.</param>
    /// <param name="id">The case.</param>
    /// <param name="to">Id of the reader.</param>
    /// <param name="readerEpoch">Which key of hers.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="cancel">Gives up before anything is written.</param>
    public async Task<CaseAnswer> Give(string? session, string? id, string to, uint readerEpoch, IReadOnlyCollection<GivenKey> keys, CancellationToken cancel)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        if (readers.Take(out _) is not { } signed)
            return new CaseAnswer(CaseRefusal.NoList);
        return await gate.By(person, id, "give-key", (store, one) =>
            CaseReaders.Own(store, person, signed) is var (own, _) && HasThem(store, one, own, keys) && MayGive(store, person, one, OwnerOf(store, signed, to))
                ? new CaseAnswer(giving.Give(store, signed, person.Id, one, to, readerEpoch, keys).Why)
                : null, cancel) ?? new CaseAnswer(CaseRefusal.NotThere);
    }

    /// <summary>Who can give her the key of a case that she may open and has no key to.</summary>
    /// <param name="session">Who lacks it.</param>
    /// <param name="id">The case.</param>
    /// <param name="cancel">Gives up before anything is written.</param>
    /// <returns>Names of colleagues, nobody for the recovery holders alone; null where she lacks nothing, or may not open it.</returns>
    public async Task<IReadOnlyList<string>?> Givers(string? session, string? id, CancellationToken cancel)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        if (readers.Take(out _) is not { } signed)
            return null;
        var found = await gate.In(person, id, "givers", (store, one) => new Found(GiversOf(store, person, signed, one)), cancel);
        return found?.Names;
    }

    private List<string>? GiversOf(StoreSession store, StaffPerson person, SignedReaders signed, Case one)
    {
        var grants = GrantRows.Of(store, one.Id);
        if (CaseReaders.Own(store, person, signed) is not var (own, _) || grants.MissingFor(own) is not { Count: > 0 } missing)
            return null;
        return [.. readers.Known(store, signed)
            .Where(known => known.Person is { } other && other.Id != person.Id && MayGive(store, other, one, person.Id) && !WorkRows.IsInConflict(store, one.Id, other.Id)
                && missing.All(grants.Of(known.Reader).Contains))
            .Select(known => known.Person!.Name)];
    }

    /// <summary>She sees the case, or it belongs to whom she gives: then she gives what she was given before, and sees nothing of it.</summary>
    private static bool MayGive(StoreSession store, StaffPerson person, Case one, string? to) =>
        (to is not null && one.Owner == to) || Masking.Of(one, person, WorkRows.IsInConflict(store, one.Id, person.Id)) is not null;

    private static bool HasThem(StoreSession store, Case one, Reader own, IReadOnlyCollection<GivenKey> keys)
    {
        var has = GrantRows.Of(store, one.Id).Of(own);
        return keys.All(key => has.Contains(key.Key));
    }

    private string? OwnerOf(StoreSession store, SignedReaders signed, string to) => readers.Known(store, signed).FirstOrDefault(known => known.Reader.Staff == to)?.Person?.Id;

    private static KeysToGive? ToGive(StoreSession store, StaffPerson person, Reader own, KnownReader to, string id)
    {
        if (WorkRows.Find(store, id) is not { } one || !CaseReaders.IsWanted(one, to) || !CaseReaders.MayHave(store, one, to)
            || WorkRows.IsInConflict(store, id, person.Id) || !MayGive(store, person, one, to.Person?.Id))
        {
            return null;
        }
        var missing = GrantRows.Of(store, id).MissingFor(to.Reader);
        var files = GrantRows.FilesOf(store, id, own).Where(file => missing.Contains(file.Key)).ToList();
        return files.Count == 0 ? null : new KeysToGive(id, to.Reader.Epoch, files);
    }

    private GivingView ViewOf(StoreSession store, StaffPerson person, SignedReaders signed)
    {
        var grants = GrantRows.All(store);
        var conflicts = WorkRows.Conflicts(store, person.Id);
        var cases = WorkRows.All(store).Where(one => !conflicts.Contains(one.Id) && grants.ContainsKey(one.Id)).ToList();
        var seen = cases.Where(one => Masking.Of(one, person, isInConflict: false) is not null).ToHashSet();
        var own = CaseReaders.Own(store, person, signed)?.Reader;
        var lines = readers.Known(store, signed).Select(known =>
        {
            var hers = known.Person is { } other ? WorkRows.Conflicts(store, other.Id) : new HashSet<string>();
            var wanted = cases.Where(one => CaseReaders.IsWanted(one, known) && (known.IsRecovery || Masking.Of(one, known.Person!, hers.Contains(one.Id)) is not null)).ToList();
            var lacks = wanted.ToDictionary(one => one, one => grants[one.Id].MissingFor(known.Reader));
            bool Gives(Case one) => own is not null && known.Person?.Id != person.Id && (seen.Contains(one) || (known.Person is { } to && one.Owner == to.Id)) && lacks[one].Any(grants[one.Id].Of(own).Contains);
            var told = wanted.Where(one => seen.Contains(one) || Gives(one)).ToList();
            return new GivingLine(known.Reader.Staff, known.Person?.Name, known.Person?.Id == person.Id, told.Count, told.Count(one => lacks[one].Count > 0), told.Count(Gives));
        }).ToList();
        var ours = seen.Where(one => one.State != CaseState.Closed && (one.Owner == person.Id || person.May(StaffAct.SuperviseCases))).ToList();
        return new GivingView(null, CaseReaders.Own(store, person, signed)?.Key.Kind, lines, ours.Count(one => grants[one.Id].IsInWrongHands(CaseKeyId.Case, signed.List)), ours.Count(one => grants[one.Id].IsInWrongHands(CaseKeyId.Thread, signed.List)));
    }

    private sealed record Found(IReadOnlyList<string>? Names);
}

/// <summary>How it stands with the keys of the cases that somebody knows of.</summary>
/// <param name="Why">Why nothing can be said; null where it can.</param>
/// <param name="Kind">What opens her own key, <c>passkey</c> or <c>words</c>; null where she has none that counts.</param>
/// <param name="Lines">One for each reader.</param>
/// <param name="NeedNewKey">Open cases whose key was given to somebody who is revoked.</param>
/// <param name="OldConversations">The same of conversations; each gets a new key when its reporter next opens it by her number.</param>
internal sealed record GivingView(string? Why, string? Kind, IReadOnlyList<GivingLine> Lines, int NeedNewKey, int OldConversations);

/// <summary>A reader, and how many cases she should be able to open.</summary>
/// <param name="Staff">Her id in the signed list.</param>
/// <param name="Name">The name of her account; null for a recovery key.</param>
/// <param name="IsSelf">It is who looks.</param>
/// <param name="Cases">How many, of those that who looks knows of.</param>
/// <param name="Missing">How many of them she cannot open yet.</param>
/// <param name="CanGive">How many who looks can give her.</param>
internal sealed record GivingLine(string Staff, string? Name, bool IsSelf, int Cases, int Missing, int CanGive);

/// <summary>What a browser begins to give with.</summary>
/// <param name="Own">Her own key.</param>
/// <param name="List">The signed list of readers.</param>
/// <param name="Root">The public half of the root.</param>
internal sealed record GivingBegun(LockedKey Own, string List, string Root);

/// <summary>A case of which a reader lacks keys.</summary>
/// <param name="OfCase">The case.</param>
/// <param name="ReaderEpoch">To which key of the reader they are to be sealed.</param>
/// <param name="Keys">The giver's own files of them.</param>
internal sealed record KeysToGive(string OfCase, uint ReaderEpoch, IReadOnlyList<GivenKey> Keys);
