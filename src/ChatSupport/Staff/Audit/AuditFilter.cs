namespace ChatSupport.Staff.Audit;

/// <summary>Which entries are wanted; what is null does not matter.</summary>
/// <param name="Who">Exactly this account.</param>
/// <param name="Act">How the act begins: <c>staff.</c> for all that was done to accounts.</param>
/// <param name="Subject">Exactly this subject.</param>
/// <param name="From">Not before this time.</param>
/// <param name="Until">Before this time.</param>
internal sealed record AuditFilter(string? Who = null, string? Act = null, string? Subject = null, DateTimeOffset? From = null, DateTimeOffset? Until = null)
{
    /// <summary>All entries.</summary>
    public static AuditFilter Everything { get; } = new();
}
