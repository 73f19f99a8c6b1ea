using ChatSupport.Storage;

namespace ChatSupport.Staff;

/// <summary>Whether the database was filled with sample people, talks and figures. That stands in the audit log, which nobody can take it out of.</summary>
internal sealed class SampleData(StoreReaders readers)
{
    /// <summary>The act in the audit log that says so.</summary>
    public const string Act = "demo.fill";

    private bool known;

    /// <summary>It was; a banner says so on every page, and production refuses it.</summary>
    public bool IsHere => known |= readers.Read(session => session["SELECT 1 FROM audit_entries WHERE act = $1 LIMIT 1"].One(Act)) is not null;
}
