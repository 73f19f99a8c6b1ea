using System.Globalization;

namespace ChatSupport.Staff.Audit;

/// <summary>Something that is wrong with the audit log.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="From">The first entry it concerns; 0 where it concerns none.</param>
/// <param name="To">The last entry it concerns.</param>
/// <param name="Written">For <see cref="AuditFault.Renumbered"/>: the number that the first of them was written under.</param>
/// <param name="Detail">What the log itself says about it; empty where it says nothing.</param>
internal sealed record AuditFinding(AuditFault Kind, long From, long To, long Written = 0, string Detail = "")
{
    private const string Ask = "What to do: keep a copy of the database, compare it with the last backup and the last export, and find out who could write to the file.";

    /// <summary>Where, what, and what to do next.</summary>
    public override string ToString() => Kind switch
    {
        AuditFault.Missing => $"{Where} {Are} not there: removed. {Ask}",
        AuditFault.Changed => $"{Where} {Are} not what was written: changed, or put in by somebody without the keys. {Ask}",
        AuditFault.Renumbered => $"{Where} {Were} written as {(From == To ? $"entry {Number(Written)}" : $"entries {Number(Written)} to {Number(Written + To - From)}")}: numbered anew, or moved because entries before were removed, put in or swapped. {Ask}",
        AuditFault.Unproven => $"{Where} cannot be checked, because what comes before is not there as it was written. {Ask}",
        AuditFault.Foreign => $"{Where} {Are} numbered below 1, which this program never does: put in. {Ask}",
        AuditFault.CutOff => $"{Where} {Are} not there, but audit.head names entry {Number(To)} as the newest: rows were removed at the end, or an older backup was put back. "
            + $"If you put a backup back, the next entry records that, and you explain it with 'chatsupport audit explain'. If nobody did: {Ask}",
        AuditFault.OtherHead => $"{Where} is not the one that audit.head names: rows were removed at the end and others written since, or an older backup was put back and used since. {Ask}",
        AuditFault.NoHead => "The file audit.head beside the database is missing: nobody can tell whether the newest entries were removed. It was deleted, or the database was moved here without it. "
            + "What to do: put it back where you have it; else compare the end of the log with the last export. The next entry makes a new file and records that.",
        AuditFault.BrokenHead => "The file audit.head beside the database cannot be understood: it was changed or damaged. "
            + "What to do: keep a copy of it and compare the end of the log with the last export. The next entry makes a new file and records that.",
        AuditFault.Gap => $"{Where} records that the log did not go on where it had ended. {Detail} What to do: compare the entries before it with the last export. "
            + $"Once you know the reason, write it down: chatsupport audit explain {Number(From)} --because \"the reason\"",
        AuditFault.Unguarded => $"The database does not refuse any more that entries are changed or removed: its triggers were taken away. {Ask}",
        _ => throw new InvalidOperationException($"There are no words for {Kind}."),
    };

    private string Where => From == To ? $"Entry {Number(From)}" : $"Entries {Number(From)} to {Number(To)}";

    private string Are => From == To ? "is" : "are";

    private string Were => From == To ? "was" : "were";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What can be wrong with the audit log.</summary>
internal enum AuditFault
{
    /// <summary>Numbers are left out.</summary>
    Missing,

    /// <summary>The content does not have the proof that it should have.</summary>
    Changed,

    /// <summary>Sound, but under another number.</summary>
    Renumbered,

    /// <summary>Nobody can tell: the entry before it is gone or changed.</summary>
    Unproven,

    /// <summary>Its number is below 1.</summary>
    Foreign,

    /// <summary>The head names an entry after the last.</summary>
    CutOff,

    /// <summary>The head names another entry of this number.</summary>
    OtherHead,

    /// <summary>The head file is missing.</summary>
    NoHead,

    /// <summary>The head file holds something else.</summary>
    BrokenHead,

    /// <summary>An entry of the log says that it did not go on where it ended, and nobody has explained why.</summary>
    Gap,

    /// <summary>The triggers are missing.</summary>
    Unguarded,
}
