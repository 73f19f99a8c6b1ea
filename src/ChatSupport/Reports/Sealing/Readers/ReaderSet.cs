namespace ChatSupport.Reports.Sealing.Readers;

/// <summary>Readers that a report may be sealed to: there is none without a case worker and a recovery key, so that no report can be lost or locked away.</summary>
internal sealed class ReaderSet
{
    private ReaderSet(IReadOnlyList<Reader> all) => All = all;

    /// <summary>At least one case worker and one recovery key.</summary>
    public IReadOnlyList<Reader> All { get; }

    /// <summary>The set of these readers.</summary>
    /// <param name="readers">Those that count now.</param>
    /// <param name="wrong">What is missing, a sentence with what to do.</param>
    /// <returns>Null where somebody is missing: then no report is taken.</returns>
    public static ReaderSet? Of(IEnumerable<Reader> readers, out string wrong)
    {
        var all = readers.ToList();
        wrong = (all.Any(reader => reader.Role == ReaderRole.Worker), all.Any(reader => reader.Role == ReaderRole.Recovery)) switch
        {
            (true, true) => "",
            (false, true) => "No case worker has a key that counts now. Add one: chatsupport reports keys sign --add STAFF --key age1… --role worker",
            (true, false) => "No recovery key counts now. Make one (chatsupport reports keys recovery split), then add it: chatsupport reports keys sign --add recovery --key age1… --role recovery",
            _ => "Neither a case worker nor a recovery key counts now. Make and add both, as docs/reports.md shows.",
        };
        return wrong.Length == 0 ? new ReaderSet(all) : null;
    }

    /// <summary>The same without those who must not read this report: only these case workers, and every recovery key.</summary>
    /// <param name="workers">Ids of the case workers that stay.</param>
    /// <returns>Null where no case worker would be left.</returns>
    public ReaderSet? Only(IReadOnlySet<string> workers) => Of(All.Where(reader => reader.Role == ReaderRole.Recovery || workers.Contains(reader.Staff)), out _);
}
