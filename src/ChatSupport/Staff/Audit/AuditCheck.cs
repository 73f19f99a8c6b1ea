using System.Globalization;
using ChatSupport.Storage;

namespace ChatSupport.Staff.Audit;

/// <summary>Finds every changed, removed, inserted or moved entry of the audit log. Writes nothing.</summary>
/// <remarks>What it cannot find: that somebody who writes the database and the head file put both back to an earlier state. An export kept elsewhere shows that.</remarks>
internal sealed class AuditCheck(StoreReaders readers, AuditChain chain, AuditHeadFile file)
{
    private const string Triggers = "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit_entries' AND name IN ('audit_entries_only_next', 'audit_entries_no_change', 'audit_entries_no_removal')";

    /// <summary>Checks all entries and the head.</summary>
    /// <param name="cancel">Gives up between two entries.</param>
    /// <exception cref="StoreUnavailableException">The database cannot be read now.</exception>
    /// <exception cref="IOException">The head file cannot be read.</exception>
    public AuditVerdict Verify(CancellationToken cancel)
    {
        var head = file.Read(); // before the entries: they are never behind it
        var walk = new AuditWalk(chain);
        var gaps = new SortedDictionary<long, string>();
        var (count, first, last, newest) = (0L, 0L, 0L, (byte[]?)null);
        foreach (var row in AuditRow.All(readers))
        {
            cancel.ThrowIfCancellationRequested();
            if (walk.Take(row))
                NoteGap(gaps, row);
            (first, last) = (count++ == 0 ? row.At : first, row.At);
            if (row.Number == head?.Number)
                newest = row.Mac;
        }
        List<AuditFinding> findings = [.. walk.Findings, .. Head(head, newest, walk, count), .. gaps.Select(gap => new AuditFinding(AuditFault.Gap, gap.Key, gap.Key, Detail: gap.Value))];
        if (readers.Read(session => session[Triggers].One()) is not 3L)
            findings.Add(new AuditFinding(AuditFault.Unguarded, 0, 0));
        return new AuditVerdict(count, count == 0 ? null : TimeOf(first), count == 0 ? null : TimeOf(last), findings);
    }

    private static IEnumerable<AuditFinding> Head(AuditHead? head, byte[]? newest, AuditWalk walk, long count)
    {
        if (head is null)
            return count > 0 ? [new AuditFinding(AuditFault.NoHead, 0, 0)] : [];
        if (head.Number < 0)
            return [new AuditFinding(AuditFault.BrokenHead, 0, 0)];
        if (head.Number >= walk.Next)
            return [new AuditFinding(AuditFault.CutOff, walk.Next, head.Number)];
        var differs = newest is not null && AuditHead.Of(head.Number, newest) != head;
        return differs && !walk.Findings.Any(finding => finding.From <= head.Number && head.Number <= finding.To)
            ? [new AuditFinding(AuditFault.OtherHead, head.Number, head.Number)]
            : [];
    }

    private static void NoteGap(SortedDictionary<long, string> gaps, AuditRow row)
    {
        if (row.ActText == AuditActs.Gap)
            gaps.Add(row.Number, row.DetailText);
        else if (row.ActText == AuditActs.Explained && long.TryParse(row.SubjectText, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            gaps.Remove(number);
    }

    private static DateTimeOffset? TimeOf(long at) =>
        at >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() && at <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
}

/// <summary>What a check found.</summary>
/// <param name="Entries">How many entries were checked.</param>
/// <param name="First">When the first was written; null where there is none, or it has no time.</param>
/// <param name="Last">When the last was written.</param>
/// <param name="Findings">What is wrong; empty for a sound log.</param>
internal sealed record AuditVerdict(long Entries, DateTimeOffset? First, DateTimeOffset? Last, IReadOnlyList<AuditFinding> Findings);
