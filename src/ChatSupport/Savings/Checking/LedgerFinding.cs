using System.Globalization;

namespace ChatSupport.Savings.Checking;

/// <summary>Something that is wrong with the ledger.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="What">What it concerns: <c>Entry 12</c>, <c>Member 3f…</c>.</param>
/// <param name="Detail">What more can be said; empty for nothing.</param>
internal sealed record LedgerFinding(LedgerFault Kind, string What, string Detail = "")
{
    private const string Ask = "What to do: keep a copy of the database, compare it with the last backup and the last export, and find out who could write to the file.";

    public static LedgerFinding Of(LedgerFault kind, string row, long number, string detail = "") =>
        new(kind, string.Create(CultureInfo.InvariantCulture, $"{row} {number}"), detail);

    /// <summary>Where, what, and what to do next.</summary>
    public override string ToString() => Kind switch
    {
        LedgerFault.Missing => $"{What} is not where the numbers go on: rows before it were removed or numbered anew. {Ask}",
        LedgerFault.Changed => $"{What} is not what was written: changed, or put in by somebody without the keys. {Ask}",
        LedgerFault.Unchained => $"{What} does not follow what is before it: that was changed, or removed. {Ask}",
        LedgerFault.Balance => $"{What} says a balance that is not the sum of what is before it. {Ask}",
        LedgerFault.Rule => $"{What} breaks a rule of the ledger: {Detail} {Ask}",
        LedgerFault.CutOff => $"{What} is not there, but savings.head names it as the newest: rows were removed at the end, or an older backup was put back. "
            + $"If you put a backup back, the next entry records that in the audit log. If nobody did: {Ask}",
        LedgerFault.OtherHead => $"{What} is not the one that savings.head names: rows were removed at the end and others written since, or an older backup was put back and used since. {Ask}",
        LedgerFault.NoHead => "The file savings.head beside the database is missing: nobody can tell whether the newest entries were removed. It was deleted, or the database was moved here without it. "
            + "What to do: put it back, or compare the newest entries with the last export. The next entry records this in the audit log and makes the file anew.",
        LedgerFault.BrokenHead => "The file savings.head beside the database holds something else. What to do: put it back from a copy, or compare the newest entries with the last export. "
            + "The next entry records this in the audit log and makes the file anew.",
        LedgerFault.Unguarded => $"{What} of the database is not what this version makes: what keeps the ledger from changes was taken away or altered. {Ask}",
        _ => $"The file is damaged at {What}: {Detail}. What to do: stop the program, keep a copy of the file, and put back a backup.",
    };
}

/// <summary>What can be wrong with the ledger.</summary>
internal enum LedgerFault
{
    /// <summary>Numbers are left out.</summary>
    Missing,

    /// <summary>The content does not have the hash or the seal that it should have.</summary>
    Changed,

    /// <summary>An entry names another one before it than there is.</summary>
    Unchained,

    /// <summary>A balance beside an entry is not the sum.</summary>
    Balance,

    /// <summary>Something that the program never does.</summary>
    Rule,

    /// <summary>The head names a row after the last.</summary>
    CutOff,

    /// <summary>The head names another row of this number.</summary>
    OtherHead,

    /// <summary>The head file is missing.</summary>
    NoHead,

    /// <summary>The head file holds something else.</summary>
    BrokenHead,

    /// <summary>A table, index, view or trigger is missing or changed.</summary>
    Unguarded,

    /// <summary>The database cannot read its own file.</summary>
    Damaged,
}

/// <summary>What a check found.</summary>
/// <param name="Entries">How many entries were checked.</param>
/// <param name="Findings">What is wrong; empty for a sound ledger.</param>
internal sealed record LedgerVerdict(long Entries, IReadOnlyList<LedgerFinding> Findings);
