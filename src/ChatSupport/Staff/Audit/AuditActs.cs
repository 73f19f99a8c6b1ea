namespace ChatSupport.Staff.Audit;

/// <summary>What the audit log records about itself.</summary>
internal static class AuditActs
{
    /// <summary>The log did not go on where it had ended. The subject is the head that did not fit; empty where the file was missing.</summary>
    public const string Gap = "audit.gap";

    /// <summary>Somebody explained a gap: the subject is the number of its entry, the detail why all is well.</summary>
    public const string Explained = "audit.explained";
}
