using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Sealing.Readers;

namespace ChatSupport.Reports.Giving;

/// <summary>A key of a case, by what it is the key of and its number; nothing secret.</summary>
/// <param name="Purpose"><c>case-key</c> or <c>thread-key</c>.</param>
/// <param name="Epoch">From 1 on; only the highest is written to.</param>
internal readonly record struct CaseKeyId(string Purpose, uint Epoch)
{
    public const string Case = "case-key";
    public const string Thread = "thread-key";

    /// <summary>The purpose as sealed files name it.</summary>
    public Purpose AsPurpose => Purpose == Case ? Sealing.Purpose.CaseKey : Sealing.Purpose.ThreadKey;
}

/// <summary>Which keys a case has, and to whom each was given.</summary>
/// <param name="All">One for each key and each key of a reader.</param>
internal sealed record CaseGrants(IReadOnlyList<GrantLine> All)
{
    /// <summary>Whom no reader can be named like: by this, the conversation's older keys are found again from the reporter's side.</summary>
    public const string OfReporter = "~receipt";

    /// <summary>The keys that the case has and had.</summary>
    public IEnumerable<CaseKeyId> Keys => All.Select(line => line.Key).Distinct();

    /// <summary>Those that this key of a reader was given.</summary>
    public IReadOnlySet<CaseKeyId> Of(Reader reader) => All.Where(line => line.Staff == reader.Staff && line.ReaderEpoch == reader.Epoch).Select(line => line.Key).ToHashSet();

    /// <summary>Those that it was not.</summary>
    public IReadOnlyList<CaseKeyId> MissingFor(Reader reader)
    {
        var has = Of(reader);
        return [.. Keys.Where(key => !has.Contains(key))];
    }

    /// <summary>The number of the key that is written to; 0 for none.</summary>
    public uint Newest(string purpose) => All.Where(line => line.Key.Purpose == purpose).Select(line => line.Key.Epoch).DefaultIfEmpty().Max();

    /// <summary>The key that is written to now was given to a key that was revoked since.</summary>
    public bool IsInWrongHands(string purpose, ReaderList list)
    {
        var newest = Newest(purpose);
        return All.Any(line => line.Key.Purpose == purpose && line.Key.Epoch == newest
            && list.All.Any(reader => reader.Revoked && reader.Staff == line.Staff && reader.Epoch == line.ReaderEpoch));
    }
}

/// <summary>That a key was given.</summary>
internal sealed record GrantLine(CaseKeyId Key, string Staff, uint ReaderEpoch);

/// <summary>A private half, sealed anew to a reader.</summary>
/// <param name="Key">Which key.</param>
/// <param name="Row">Its own id, which the file names.</param>
/// <param name="File">An age file.</param>
internal sealed record GivenKey(CaseKeyId Key, string Row, byte[] File);
