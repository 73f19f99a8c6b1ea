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

    /// <summary>Adds it, or keeps what the authenticator said last; a passkey of somebody else is left alone.</summary>
    public static void Put(StoreSession session, string staff, UserPasskeyInfo passkey) => session["""
        INSERT INTO staff_passkeys (credential, staff, facts) VALUES ($1, $2, $3)
        ON CONFLICT (credential) DO UPDATE SET facts = excluded.facts WHERE staff = excluded.staff
        """].Run(passkey.CredentialId, staff, JsonSerializer.Serialize(Facts.Of(passkey), PasskeyJson.Default.Facts));

    /// <summary>Takes one away.</summary>
    /// <returns>Whether the account had it.</returns>
    public static bool Remove(StoreSession session, string staff, byte[] credential) =>
        session["DELETE FROM staff_passkeys WHERE staff = $1 AND credential = $2"].Run(staff, credential) > 0;

    public static void RemoveAll(StoreSession session, string staff) => session["DELETE FROM staff_passkeys WHERE staff = $1"].Run(staff);

    private static UserPasskeyInfo Read(byte[] credential, string json)
    {
        var facts = JsonSerializer.Deserialize(json, PasskeyJson.Default.Facts)!;
        return new UserPasskeyInfo(credential, facts.PublicKey, facts.MadeAt, facts.Count, facts.Transports, facts.IsVerified, facts.MayBeBackedUp,
            facts.IsBackedUp, [], []) { Name = facts.Name };
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
