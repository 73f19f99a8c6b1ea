using System.Globalization;
using ChatSupport.Staff.Audit;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Staff.Accounts;

/// <summary>The audit log as staff read it: with names for the opaque ids.</summary>
internal sealed class AuditBook(AuditTrail trail, AccountRows accounts, StaffGuard guard)
{
    /// <summary>The names of all accounts by id, stopped ones as well.</summary>
    public IReadOnlyDictionary<string, string> Names(string? session)
    {
        guard.Require(session, StaffAct.ReadAudit);
        return accounts.All().ToDictionary(account => account.Id, account => account.Name, StringComparer.Ordinal);
    }

    /// <summary>A page, newest first.</summary>
    /// <inheritdoc cref="AuditTrail.Page"/>
    public IReadOnlyList<AuditEntry> Page(string? session, AuditFilter filter, long? before, int count)
    {
        guard.Require(session, StaffAct.ReadAudit);
        return trail.Page(filter, before, count);
    }

    /// <summary>All that fit, oldest first. That somebody took them along is recorded.</summary>
    public async Task<IEnumerable<AuditEntry>> Export(string? session, AuditFilter filter, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.ReadAudit);
        await trail.Write(new AuditNote(person.Id, "audit.export"), cancel);
        return trail.All(filter);
    }

    /// <summary>A filter from what was typed; what is empty or no day does not matter.</summary>
    public static AuditFilter FilterOf(string? who, string? act, string? from, string? until) =>
        new(Some(who), Some(act), null, At(Day(from)), At(Day(until)?.AddDays(1)));

    /// <summary>A day as it is typed, such as 2026-12-31; null for anything else.</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue ? day : null;

    private static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static DateTimeOffset? At(DateOnly? day) => day is { } known ? new DateTimeOffset(known, TimeOnly.MinValue, TimeSpan.Zero) : null;
}
