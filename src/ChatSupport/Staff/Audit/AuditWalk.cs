namespace ChatSupport.Staff.Audit;

/// <summary>Goes along the chain, entry by entry, and says what is wrong and where.</summary>
internal sealed class AuditWalk(AuditChain chain)
{
    private const int MostLinks = 8;

    private readonly List<AuditFinding> findings = [];

    // What the next entry may be chained to: one proof while all is well; after a wrong entry also what that may have been.
    private readonly List<byte[]> links = [AuditChain.Beginning];
    private (long Number, byte[] Mac) sound = (0, AuditChain.Beginning);
    private bool afterWrong;
    private long next = 1;

    /// <summary>What was found so far, in the order of the entries.</summary>
    public IReadOnlyList<AuditFinding> Findings => findings;

    /// <summary>The number after the last.</summary>
    public long Next => next;

    /// <summary>Takes the next row.</summary>
    /// <returns>True where it is what was written, where it was written.</returns>
    public bool Take(AuditRow row)
    {
        if (row.Number < 1)
        {
            Find(AuditFault.Foreign, row.Number);
            return false;
        }
        var left = row.Number > next;
        var written = left ? null : Written(row);
        if (written is null && Proves(sound.Mac, sound.Number + 1, row))
            written = sound.Number + 1; // moved up over those that were put in before it, or moved away behind the last
        if (left && written is null)
            Leave(row.Number);
        Keep(row, written);
        return written == row.Number;
    }

    /// <summary>The number that it was written under, next to what is before it; null where there is no telling.</summary>
    private long? Written(AuditRow row)
    {
        foreach (var number in (ReadOnlySpan<long>)[row.Number, row.Number + 1, row.Number - 1])
        {
            if (links.Exists(link => Proves(link, number, row)))
                return number;
        }
        return null;
    }

    private void Leave(long until)
    {
        findings.Add(new AuditFinding(AuditFault.Missing, next, until - 1));
        links.Clear();
        afterWrong = true;
    }

    private void Keep(AuditRow row, long? written)
    {
        if (written is { } number)
        {
            if (number != row.Number)
                Find(AuditFault.Renumbered, row.Number, number);
            sound = (number, row.Mac);
            links.Clear();
            links.Add(row.Mac);
        }
        else
        {
            Find(afterWrong ? AuditFault.Unproven : AuditFault.Changed, row.Number);
            var before = links.ToArray();
            links.Add(row.Mac);
            links.AddRange(before.Select(link => Mac(link, row.Number, row))); // its proof alone may have been changed
            if (links.Count > MostLinks)
                links.RemoveRange(0, links.Count - MostLinks);
        }
        afterWrong = written is null;
        next = row.Number == long.MaxValue ? row.Number : row.Number + 1;
    }

    private bool Proves(byte[] link, long number, AuditRow row) => row.Sound && Mac(link, number, row).AsSpan().SequenceEqual(row.Mac);

    private byte[] Mac(byte[] link, long number, AuditRow row) => chain.Mac(link, number, row.At, row.Who, row.Act, row.Subject, row.Detail);

    /// <summary>One finding for what is wrong in the same way in a row: a million moved entries are one sentence.</summary>
    private void Find(AuditFault kind, long number, long written = 0)
    {
        if (findings is [.., var last] && last.Kind == kind && last.To + 1 == number && last.Written + (written == 0 ? 0 : number - last.From) == written)
            findings[^1] = last with { To = number };
        else
            findings.Add(new AuditFinding(kind, number, number, written));
    }
}
