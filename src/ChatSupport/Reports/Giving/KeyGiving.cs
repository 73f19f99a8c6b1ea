using ChatSupport.Reports.Cases;
using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Sealing.Age;
using ChatSupport.Reports.Sealing.Readers;
using ChatSupport.Reports.Work;
using ChatSupport.Staff.Audit;
using ChatSupport.Storage;

namespace ChatSupport.Reports.Giving;

/// <summary>Takes keys that were sealed elsewhere, by a colleague's browser or with the recovery key. It cannot look into them; it looks at everything else.</summary>
internal sealed class KeyGiving(CaseReaders readers, AuditTrail trail)
{
    /// <summary>What the audit log calls a key that was given.</summary>
    public const string Given = "report.key-given";

    /// <summary>What it calls a case that has a new key.</summary>
    public const string NewKey = "report.new-key";

    /// <summary>Keeps keys for a reader. The same once more changes nothing.</summary>
    /// <param name="store">Of the transaction.</param>
    /// <param name="signed">The list of readers.</param>
    /// <param name="who">Who gives, for the audit log.</param>
    /// <param name="one">The case.</param>
    /// <param name="to">Id of the reader.</param>
    /// <param name="readerEpoch">Which key of hers they were sealed to.</param>
    /// <param name="keys">The keys.</param>
    public GivingAnswer Give(StoreSession store, SignedReaders signed, string who, Case one, string to, uint readerEpoch, IReadOnlyCollection<GivenKey> keys)
    {
        if (readers.Known(store, signed).FirstOrDefault(known => known.Reader.Staff == to && known.Reader.Epoch == readerEpoch) is not { } reader)
            return new GivingAnswer(CaseRefusal.NoReader);
        if (!CaseReaders.MayHave(store, one, reader))
            return new GivingAnswer(CaseRefusal.NotHerCase);
        var has = GrantRows.Of(store, one.Id).Keys.ToHashSet();
        if (keys.Count == 0 || !keys.All(key => has.Contains(key.Key) && WorkRows.IsId(key.Row) && SealedShape.IsKey(key.File)))
            return new GivingAnswer(CaseRefusal.NotSealed);
        var kept = keys.Count(key => GrantRows.Add(store, one.Id, key, to, readerEpoch));
        if (kept > 0)
            trail.Add(store, new AuditNote(who, Given, one.Id, $"to key {readerEpoch} of {to}"));
        return new GivingAnswer(null, kept);
    }

    /// <summary>The case has a new key from now on: what is written is sealed to it. Who was revoked loses the older ones as well.</summary>
    /// <param name="store">Of the transaction.</param>
    /// <param name="signed">The list of readers.</param>
    /// <param name="who">Who made it, for the audit log.</param>
    /// <param name="one">The case.</param>
    /// <param name="made">The new key.</param>
    /// <returns>What stands against it; null where it was done.</returns>
    public string? Change(StoreSession store, SignedReaders signed, string who, Case one, MadeKey made)
    {
        var grants = GrantRows.Of(store, one.Id);
        var wanted = WantedFor(store, signed, one);
        if (grants.Newest(CaseKeyId.Case) + 1 != made.Epoch || !wanted.Select(reader => (reader.Staff, reader.Epoch)).ToHashSet().SetEquals(made.For.Select(gift => (gift.Staff, gift.ReaderEpoch))))
            return CaseRefusal.KeysChanged;
        if (wanted.Count == 0)
            return CaseRefusal.NobodyLeft;
        if (!AgeRecipient.TryParse(made.Recipient, out _) || made.For.Count != wanted.Count || !made.For.All(gift => WorkRows.IsId(gift.Row) && SealedShape.IsKey(gift.File)))
            return CaseRefusal.NotSealed;
        if (CaseRows.Rekey(store, one.Id, made.Recipient) != 1)
            return CaseRefusal.NotSealed; // the same key again
        var key = new CaseKeyId(CaseKeyId.Case, made.Epoch);
        foreach (var gift in made.For)
        {
            if (!GrantRows.Add(store, one.Id, new GivenKey(key, gift.Row, gift.File), gift.Staff, gift.ReaderEpoch))
                throw new InvalidOperationException("A row of a new key is there already."); // nothing of it is kept then
        }
        var taken = TakeFromRevoked(store, signed, one.Id, key);
        trail.Add(store, new AuditNote(who, NewKey, one.Id, $"key {made.Epoch} of the case, for {made.For.Count} readers{taken}"));
        return null;
    }

    /// <summary>Whom a new key of a case is sealed to; nobody where no case worker or no recovery key would be among them.</summary>
    public IReadOnlyList<Reader> WantedFor(StoreSession store, SignedReaders signed, Case one) =>
        ReaderSet.Of(readers.Known(store, signed).Where(known => CaseReaders.MayHave(store, one, known)).Select(known => known.Reader), out _) is { } set ? set.All : [];

    /// <summary>An older key goes from who was revoked, where a case worker and a recovery key that count now have it.</summary>
    /// <returns>From whom, for the audit log; empty for nobody.</returns>
    public static string TakeFromRevoked(StoreSession store, SignedReaders signed, string caseId, CaseKeyId newest)
    {
        var grants = GrantRows.Of(store, caseId);
        var (good, revoked) = (signed.List.All.Where(reader => !reader.Revoked).ToList(), signed.List.All.Where(reader => reader.Revoked).ToList());
        var older = grants.Keys.Where(key => key.Purpose == newest.Purpose && key.Epoch < newest.Epoch).ToList();
        bool IsKept(CaseKeyId key, ReaderRole role) => good.Any(reader => reader.Role == role && grants.Of(reader).Contains(key));
        var from = revoked.Where(reader => older.Exists(grants.Of(reader).Contains)).ToList();
        if (from.Count == 0 || !older.TrueForAll(key => IsKept(key, ReaderRole.Worker) && IsKept(key, ReaderRole.Recovery)))
            return "";
        GrantRows.TakeFrom(store, caseId, newest.Purpose, newest.Epoch, from);
        return $"; older ones taken from {string.Join(", ", from.Select(reader => $"key {reader.Epoch} of {reader.Staff}"))}";
    }

    /// <summary>Takes keys away that she was given and cannot open, so that they can be given anew; never one that nobody else would have.</summary>
    /// <param name="store">Of the transaction.</param>
    /// <param name="signed">The list of readers.</param>
    /// <param name="who">Whose they are, for the audit log.</param>
    /// <param name="one">The case.</param>
    /// <param name="own">Her key.</param>
    /// <param name="rows">The ids of what does not open.</param>
    /// <returns>How many were taken away.</returns>
    public int TakeBack(StoreSession store, SignedReaders signed, string who, Case one, Reader own, IReadOnlyCollection<string> rows)
    {
        var grants = GrantRows.Of(store, one.Id);
        var others = signed.List.All.Where(reader => !reader.Revoked && (reader.Staff, reader.Epoch) != (own.Staff, own.Epoch)).Select(grants.Of).ToList();
        var closed = GrantRows.FilesOf(store, one.Id, own).Where(file => rows.Contains(file.Row) && others.Exists(has => has.Contains(file.Key))).ToList();
        foreach (var file in closed)
            GrantRows.Remove(store, one.Id, file.Row);
        if (closed.Count > 0)
            trail.Add(store, new AuditNote(who, "report.key-closed", one.Id, $"{closed.Count} keys given to key {own.Epoch} of {own.Staff} do not open"));
        return closed.Count;
    }
}

/// <summary>What became of keys that were given.</summary>
/// <param name="Why">One of <see cref="CaseRefusal"/>; null where they are kept.</param>
/// <param name="Kept">How many were not there before.</param>
internal sealed record GivingAnswer(string? Why, int Kept = 0);

/// <summary>A new key of a case, made in a browser.</summary>
/// <param name="Epoch">Its number.</param>
/// <param name="Recipient">Public half.</param>
/// <param name="For">The private half for each reader.</param>
internal sealed record MadeKey(uint Epoch, string Recipient, IReadOnlyList<KeyGift> For);

/// <summary>A private half for one reader.</summary>
internal sealed record KeyGift(string Staff, uint ReaderEpoch, string Row, byte[] File);
