using System.Data.Common;
using ChatSupport.Staff.Audit;
using ChatSupport.Staff.Roles;
using ChatSupport.Storage;
using Microsoft.Extensions.Options;

namespace ChatSupport.Staff.Accounts;

/// <summary>The sign-ins that stand. The browser holds a sealed cookie with the id of one; everything else is decided here, at every use.</summary>
internal sealed class Sessions(StoreReaders readers, StoreWriter writer, AccountRows accounts, AuditTrail trail, TimeProvider time, IOptions<StaffOptions> options)
{
    private static readonly TimeSpan markEvery = TimeSpan.FromMinutes(1);

    private const string Columns = "SELECT id, staff, began_at, used_at, device FROM staff_sessions";

    /// <summary>Somebody ended sessions: open pages look whether it was theirs.</summary>
    public event Action? Ended;

    /// <summary>Begins one. Its id is always new, so that nobody can have prepared it.</summary>
    /// <param name="staff">The account.</param>
    /// <param name="stamp">Its stamp when the person proved who she is.</param>
    /// <param name="device">Which kind of browser.</param>
    /// <param name="how">How the person proved who she is, for the audit log.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Null where the account was stopped or recovered since the proof.</returns>
    public async Task<string?> Begin(string staff, string stamp, string device, string how, CancellationToken cancel)
    {
        var (id, now) = (AccountRows.NewId(), time.GetUtcNow().ToUnixTimeMilliseconds());
        return await writer.Write(session =>
        {
            if (session["SELECT 1 FROM staff WHERE id = $1 AND stamp = $2 AND is_stopped = 0"].One(staff, stamp) is null)
                return null;
            session["DELETE FROM staff_sessions WHERE began_at < $1 OR used_at < $2"].Run(
                now - (long)options.Value.SessionEndsAfter.TotalMilliseconds, now - (long)options.Value.IdleEndsAfter.TotalMilliseconds);
            session["INSERT INTO staff_sessions (id, staff, began_at, used_at, device) VALUES ($1, $2, $3, $3, $4)"].Run(id, staff, now, device);
            trail.Add(session, new AuditNote(staff, "session.begin", id, how));
            return id;
        }, cancel);
    }

    /// <summary>Who has this session, as account and session stand now; it counts as used.</summary>
    /// <returns>Null where it ended, is too old or idle, or the account is stopped.</returns>
    public StaffPerson? Use(string? id)
    {
        if (Find(id) is not var (session, account))
            return null;
        if (time.GetUtcNow() - session.UsedAt > markEvery)
            _ = Mark(session.Id);
        return new StaffPerson(account.Id, account.Name, account.Roles, session.Id);
    }

    /// <summary>Who has this session; looking does not count as use.</summary>
    /// <returns>Null where it ended, is too old or idle, or the account is stopped.</returns>
    public StaffPerson? Look(string? id) => Find(id) is var (session, account) ? new StaffPerson(account.Id, account.Name, account.Roles, session.Id) : null;

    /// <summary>Whether it stands; looking does not count as use.</summary>
    public bool Stands(string? id) => Find(id) is not null;

    /// <summary>Those of an account that stand, the newest first.</summary>
    public IReadOnlyList<StaffSession> Of(string staff) => [.. readers
        .Read(session => session[$"{Columns} WHERE staff = $1 ORDER BY began_at DESC"].All(Read, staff)).Where(IsYoung)];

    /// <summary>Ends one, in a transaction that says who did it.</summary>
    public async Task End(string by, string id, CancellationToken cancel)
    {
        await writer.Write(session =>
        {
            if (session["DELETE FROM staff_sessions WHERE id = $1"].Run(id) > 0)
                trail.Add(session, new AuditNote(by, "session.end", id, ""));
            return true;
        }, cancel);
        TellEnded();
    }

    /// <summary>Ends all of an account, within a transaction of the caller, who says so by <see cref="TellEnded"/> afterwards.</summary>
    public static void EndAll(StoreSession session, string staff) => session["DELETE FROM staff_sessions WHERE staff = $1"].Run(staff);

    public void TellEnded() => Ended?.Invoke();

    private (StaffSession Session, StaffAccount Account)? Find(string? id)
    {
        if (id is null || readers.Read(session => session[$"{Columns} WHERE id = $1"].All(Read, id)) is not [var found] || !IsYoung(found))
            return null;
        return accounts.Find(found.Staff) is { IsStopped: false } account ? (found, account) : null;
    }

    private bool IsYoung(StaffSession session)
    {
        var now = time.GetUtcNow();
        return now - session.BeganAt < options.Value.SessionEndsAfter && now - session.UsedAt < options.Value.IdleEndsAfter;
    }

    private async Task Mark(string id)
    {
        try
        {
            await writer.Write(session => session["UPDATE staff_sessions SET used_at = $2 WHERE id = $1"].Run(id, time.GetUtcNow().ToUnixTimeMilliseconds()), CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            // The health of the store says so already; the next use marks it.
        }
    }

    private static StaffSession Read(DbDataReader row) => new()
    {
        Id = row.GetString(0),
        Staff = row.GetString(1),
        BeganAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
        UsedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
        Device = row.GetString(4),
    };
}
