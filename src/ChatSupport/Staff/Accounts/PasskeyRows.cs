using System.Text.Json;
using System.Text.Json.Serialization;
using ChatSupport.Storage;
using Microsoft.AspNetCore.Identity;

namespace ChatSupport.Staff.Accounts;

/// <summary>Reads and writes passkeys.</summary>
internal sealed partial class PasskeyRows(StoreReaders readers)
{
    private const string Columns = "SELECT credential, staff, facts FROM staff_passkeys";

    public IReadOnlyList<UserPasskeyInfo> Of(string staff) =>
        readers.Read(session => session[$"{Columns} WHERE staff = $1"].All(row => Read((byte[])row.GetValue(0), row.GetString(2)), staff));

    /// <summary>The passkey and the account it belongs to; null where nobody has it.</summary>
    public (string Staff, UserPasskeyInfo Passkey)? Find(byte[] credential) =>
        readers.Read(session => session[$"{Columns} WHERE credential = $1"].All(
            row => (row.GetString(1), Read((byte[])row.GetValue(0), row.GetString(2))), credential)) is [var found] ? found : null;

    /// <summary>How many an account has, as a transaction sees it.</summary>
    public static long Count(StoreSession session, string staff) => (long)session["SELECT count(*) FROM staff_passkeys WHERE staff = $1"].One(staff)!;

    /// <summary>Whether somebody has it.</summary>
    public static bool IsKnown(StoreSession session, byte[] credential) => session["SELECT 1 FROM staff_passkeys WHERE credential = $1"].One(credential) is not null;

    /// <summary>Adds one that nobody has.</summary>
    public static void Add(StoreSession session, string staff, UserPasskeyInfo passkey) =>
        session["INSERT INTO staff_passkeys (credential, staff, facts) VALUES ($1, $2, $3)"].Run(passkey.CredentialId, staff, Written(passkey));

    /// <summary>Keeps what the authenticator said when it was used. One that was taken away meanwhile does not come back.</summary>
    public static void Renew(StoreSession session, string staff, UserPasskeyInfo passkey) =>
        session["UPDATE staff_passkeys SET facts = $3 WHERE credential = $1 AND staff = $2"].Run(passkey.CredentialId, staff, Written(passkey));

    /// <summary>Takes one away.</summary>
    /// <returns>Whether the account had it.</returns>
    public static bool Remove(StoreSession session, string staff, byte[] credential) =>
        session["DELETE FROM staff_passkeys WHERE staff = $1 AND credential = $2"].Run(staff, credential) > 0;

    public static void RemoveAll(StoreSession session, string staff) => session["DELETE FROM staff_passkeys WHERE staff = $1"].Run(staff);

    private static string Written(UserPasskeyInfo passkey) => JsonSerializer.Serialize(Facts.Of(passkey), PasskeyJson.Default.Facts);

    private static UserPasskeyInfo Read(byte[] credential, string json)
    {
        var facts = JsonSerializer.Deserialize(json, PasskeyJson.Default.Facts)!;
        return new UserPasskeyInfo(credential, facts.PublicKey, facts.MadeAt, facts.Count, facts.Transports, facts.IsVerified, facts.MayBeBackedUp,
            facts.IsBackedUp, [], [])
        { Name = facts.Name };
    }

    internal sealed record Facts(
        byte[] PublicKey, string? Name, DateTimeOffset MadeAt, uint Count, string[]? Transports, bool IsVerified, bool MayBeBackedUp, bool IsBackedUp)
    {
        public static Facts Of(UserPasskeyInfo key) => new(
            key.PublicKey, key.Name, key.CreatedAt, key.SignCount, key.Transports, key.IsUserVerified, key.IsBackupEligible, key.IsBackedUp);
    }

    [JsonSerializable(typeof(Facts))]
    private sealed partial class PasskeyJson : JsonSerializerContext;
}
