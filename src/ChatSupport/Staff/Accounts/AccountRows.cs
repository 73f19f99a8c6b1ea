using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using ChatSupport.Dialogs.Khmer;
using ChatSupport.Staff.Roles;
using ChatSupport.Storage;
using ChatSupport.Storage.Encryption;

namespace ChatSupport.Staff.Accounts;

/// <summary>Reads and writes accounts. Names, hashes and keys lie sealed in the table; a name is found by its keyed hash.</summary>
internal sealed class AccountRows(StoreReaders readers, FieldCipher cipher, KeyRing keys)
{
    private const string Columns = "SELECT id, name, password, code_key, last_code, roles, stamp, is_stopped, failures, locked_until, made_at FROM staff";

    private const string Insert = """
        INSERT INTO staff (id, name, password, code_key, last_code, roles, stamp, is_stopped, failures, locked_until, made_at, name_key)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """;

    private const string Update = """
        UPDATE staff SET name = $2, password = $3, code_key = $4, last_code = $5, roles = $6, stamp = $7, is_stopped = $8, failures = $9,
            locked_until = $10, name_key = $11 WHERE id = $1
        """;

    /// <summary>A new opaque id.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>A name as it is compared: two that look the same are the same, whatever keyboard and case they were typed with.</summary>
    public static string Fold(string name) => StrictKey.Of(NewNames.Clean(name)).ToUpperInvariant();

    public IReadOnlyList<StaffAccount> All() => readers.Read(session => session[$"{Columns} ORDER BY made_at, id"].All(Read));

    public StaffAccount? Find(string id) => readers.Read(session => Find(session, id));

    /// <summary>The account as a transaction sees it.</summary>
    public StaffAccount? Find(StoreSession session, string id) => session[$"{Columns} WHERE id = $1"].All(Read, id) is [var account] ? account : null;

    public StaffAccount? FindByName(string name) => readers.Read(session => FindByName(session, name));

    public StaffAccount? FindByName(StoreSession session, string name) =>
        session[$"{Columns} WHERE name_key = $1"].All(Read, KeyOf(name)) is [var account] ? account : null;

    /// <summary>Whether somebody can sign in who looks after accounts.</summary>
    public bool HasAdministrator() => readers.Read(session => HasOtherAdministrator(session, but: ""));

    /// <summary>Whether somebody else can.</summary>
    public bool HasOtherAdministrator(StoreSession session, string but) => session[Columns].All(Read).Any(account =>
        account.Id != but && !account.IsStopped && account.Roles.Contains(StaffRole.Administrator) && CanSignIn(session, account));

    public void Add(StoreSession session, StaffAccount account) => session[Insert].Run(
        account.Id, SealText(account, "name", account.Name), SealText(account, "password", account.PasswordHash), SealText(account, "code_key", account.CodeKey),
        SealText(account, "last_code", account.LastCode), RoleText.Write(account.Roles), account.Stamp, account.IsStopped ? 1 : 0, account.Failures,
        account.LockedUntil?.ToUnixTimeMilliseconds(), account.MadeAt.ToUnixTimeMilliseconds(), KeyOf(account.Name));

    public void Change(StoreSession session, StaffAccount account) => session[Update].Run(
        account.Id, SealText(account, "name", account.Name), SealText(account, "password", account.PasswordHash), SealText(account, "code_key", account.CodeKey),
        SealText(account, "last_code", account.LastCode), RoleText.Write(account.Roles), account.Stamp, account.IsStopped ? 1 : 0, account.Failures,
        account.LockedUntil?.ToUnixTimeMilliseconds(), KeyOf(account.Name));

    private static bool CanSignIn(StoreSession session, StaffAccount account) => (account.PasswordHash is not null && account.CodeKey is not null)
        || session["SELECT 1 FROM staff_passkeys WHERE staff = $1 LIMIT 1"].One(account.Id) is not null;

    private byte[] KeyOf(string name) => HMACSHA256.HashData(keys.LookupKey, Encoding.UTF8.GetBytes($"staff\n{Fold(name)}"));

    private byte[]? SealText(StaffAccount account, string column, string? text) =>
        text is null ? null : cipher.Seal(text, new FieldPlace("staff", column, account.Id));

    private StaffAccount Read(DbDataReader row)
    {
        var id = row.GetString(0);
        return new StaffAccount
        {
            Id = id,
            Name = Open(row, 1, "name", id)!,
            PasswordHash = Open(row, 2, "password", id),
            CodeKey = Open(row, 3, "code_key", id),
            LastCode = Open(row, 4, "last_code", id),
            Roles = RoleText.Read(row.GetString(5)),
            Stamp = row.GetString(6),
            IsStopped = row.GetInt64(7) != 0,
            Failures = row.GetInt32(8),
            LockedUntil = row.IsDBNull(9) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(9)),
            MadeAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(10)),
        };
    }

    private string? Open(DbDataReader row, int at, string column, string id) =>
        row.IsDBNull(at) ? null : cipher.OpenText((byte[])row.GetValue(at), new FieldPlace("staff", column, id));
}
