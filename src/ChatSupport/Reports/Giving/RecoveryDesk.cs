using ChatSupport.Reports.Cases;
using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Sealing.Age;
using ChatSupport.Reports.Sealing.Readers;
using ChatSupport.Reports.Work;
using ChatSupport.Staff.Audit;
using ChatSupport.Storage;

namespace ChatSupport.Reports.Giving;

/// <summary>The way of keys by the recovery key: what is sealed to it is carried to the machine without a network, given there to a reader, and brought back.
/// The server sees sealed files alone.</summary>
internal sealed class RecoveryDesk(StoreWriter writer, StoreReaders store, CaseReaders readers, KeyGiving giving, AuditTrail trail)
{
    private const string CasesOf = "SELECT id FROM report_cases ORDER BY id";

    /// <summary>What is sealed to recovery keys: of all open cases, or of those of which a reader lacks keys.</summary>
    /// <param name="reader">Id of the reader; null for all.</param>
    /// <param name="cancel">Gives up before anything is recorded.</param>
    /// <returns>Why nothing is taken out; else the keys. That they were is recorded before they are returned.</returns>
    public async Task<(string? Why, IReadOnlyList<CarriedKey> Keys)> TakeOut(string? reader, CancellationToken cancel)
    {
        if (readers.Take(out var wrong) is not { } signed)
            return (wrong, []);
        var (why, keys) = store.Read(session => OutOf(session, signed, reader));
        if (why is null)
        {
            await trail.Write(new AuditNote(AuditNote.CommandLine, "report.keys-out", "",
                $"keys of {keys.Select(key => key.OfCase).Distinct().Count()} cases, sealed to a recovery key{(reader is null ? "" : $", for {reader}")}"), cancel);
        }
        return (why, keys);
    }

    /// <summary>Gives carried keys to readers. Needs the recovery key, so it is done where there is no network.</summary>
    /// <param name="keys">What was taken out.</param>
    /// <param name="recovery">The recovery key.</param>
    /// <param name="to">The readers, from the signed list.</param>
    /// <param name="seen">Hears how many keys were looked at.</param>
    /// <returns>What to bring back, and how many keys did not open.</returns>
    public static (IReadOnlyList<CarriedKey> Given, int Closed) Give(IReadOnlyList<CarriedKey> keys, AgeIdentity recovery, IReadOnlyList<Reader> to, Action<int> seen)
    {
        var given = new List<CarriedKey>();
        var (closed, count) = (0, 0);
        foreach (var same in keys.GroupBy(key => (key.OfCase, key.Key.Key)))
        {
            using var opened = same.Select(key => Open(key, recovery)).FirstOrDefault(key => key is not null);
            if (opened is null)
                closed++;
            else
                given.AddRange(to.Where(reader => !same.Any(key => key.Staff == reader.Staff && key.ReaderEpoch == reader.Epoch)).Select(reader => Sealed(opened, same.Key.OfCase, same.Key.Key, reader)));
            seen(count += same.Count());
        }
        return (given, closed);
    }

    /// <summary>Keeps what was brought back: each case in a commit of its own. What was brought before is not brought twice, so that it goes on where it stopped.</summary>
    /// <param name="keys">What 'give' wrote.</param>
    /// <param name="seen">Hears how many keys were looked at.</param>
    /// <param name="cancel">Stops between two cases.</param>
    public async Task<BroughtIn> BringIn(IReadOnlyList<CarriedKey> keys, Action<int> seen, CancellationToken cancel)
    {
        if (readers.Take(out var wrong) is not { } signed)
            return new BroughtIn(wrong, 0, 0, new Dictionary<string, int>());
        var (kept, count) = (0, 0);
        var refused = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var gift in keys.GroupBy(key => (key.OfCase, key.Staff, key.ReaderEpoch)))
        {
            cancel.ThrowIfCancellationRequested();
            var answer = await writer.Write(session => WorkRows.Find(session, gift.Key.OfCase) is { } one
                ? giving.Give(session, signed, AuditNote.CommandLine, one, gift.Key.Staff, gift.Key.ReaderEpoch, [.. gift.Select(key => key.Key)])
                : new GivingAnswer(GoneSince), cancel);
            kept += answer.Kept;
            if (answer.Why is { } why)
                refused[why] = refused.GetValueOrDefault(why) + gift.Count();
            seen(count += gift.Count());
        }
        return new BroughtIn(null, kept, keys.Count - kept - refused.Values.Sum(), refused);
    }

    private const string GoneSince = "The case is not there any more.";

    private (string? Why, List<CarriedKey> Keys) OutOf(StoreSession session, SignedReaders signed, string? reader)
    {
        var known = readers.Known(session, signed).FirstOrDefault(one => one.Reader.Staff == reader);
        if (reader is not null && known is null)
            return ($"'{reader}' has no key that counts now, or no account here has it. She makes her key at /console/reports/key, and the root signs it.", []);
        var recovery = signed.List.All.Where(one => one.Role == ReaderRole.Recovery).ToList(); // those that were replaced as well: their sheets may be what is left
        var keys = new List<CarriedKey>();
        foreach (var id in session[CasesOf].All(row => row.GetString(0)))
        {
            if (WorkRows.Find(session, id) is not { } one || (known is null ? one.State == CaseState.Closed : !CaseReaders.IsWanted(one, known) || !CaseReaders.MayHave(session, one, known)))
                continue;
            var missing = known is null ? null : GrantRows.Of(session, id).MissingFor(known.Reader);
            keys.AddRange(recovery.SelectMany(holder => GrantRows.FilesOf(session, id, holder).Where(file => missing?.Contains(file.Key) ?? true)
                .Select(file => new CarriedKey(id, holder.Staff, holder.Epoch, file))));
        }
        return (null, keys);
    }

    private static AgeIdentity? Open(CarriedKey key, AgeIdentity recovery)
    {
        try
        {
            return NewKey.Open(new KeyGrant(Guid.ParseExact(key.Key.Row, "n"), key.Staff, key.ReaderEpoch, key.Key.File), key.Key.Key.AsPurpose, Guid.ParseExact(key.OfCase, "n"), key.Key.Key.Epoch, recovery);
        }
        catch (CannotBeOpenedException)
        {
            return null;
        }
    }

    private static CarriedKey Sealed(AgeIdentity opened, string ofCase, CaseKeyId key, Reader reader)
    {
        var grant = NewKey.Give(opened, key.AsPurpose, Guid.ParseExact(ofCase, "n"), key.Epoch, [reader])[0];
        return new CarriedKey(ofCase, grant.Staff, grant.ReaderEpoch, new GivenKey(key, grant.Row.ToString("n"), grant.Sealed));
    }
}

/// <summary>What became of keys that were brought back.</summary>
/// <param name="Why">Why none was looked at; null where they were.</param>
/// <param name="Kept">How many are new.</param>
/// <param name="Had">How many were there before.</param>
/// <param name="Refused">How many were refused, by the sentence that says why.</param>
internal sealed record BroughtIn(string? Why, int Kept, int Had, IReadOnlyDictionary<string, int> Refused);
