using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ChatSupport.Dialogs.Running;
using ChatSupport.Storage.Encryption;

namespace ChatSupport.Savings.Groups;

/// <summary>Writes what is kept of groups and members as sealed bytes, and reads it again. The sealed part holds the columns in clear as well, so that one of those
/// that was changed is found.</summary>
internal sealed class GroupSeals(FieldCipher cipher, KeyRing keys)
{
    public byte[] Seal(SavingsGroup group) => cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(group, DialogJson.Options), PlaceOf(group.Id));

    public byte[] Seal(SavingsMember member) => cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(member, DialogJson.Options), PlaceOfMember(member.Id));

    /// <exception cref="CryptographicException">It was not sealed for this row.</exception>
    public SavingsGroup OpenGroup(string id, byte[] stored) => JsonSerializer.Deserialize<SavingsGroup>(cipher.Open(stored, PlaceOf(id)), DialogJson.Options)!;

    /// <exception cref="CryptographicException">It was not sealed for this row.</exception>
    public SavingsMember OpenMember(string id, byte[] stored) => JsonSerializer.Deserialize<SavingsMember>(cipher.Open(stored, PlaceOfMember(id)), DialogJson.Options)!;

    /// <summary>Finds a book within a group without saying which it is.</summary>
    public byte[] BookKey(string group, string book) => HMACSHA256.HashData(keys.LookupKey, Encoding.UTF8.GetBytes($"savings book\n{group}\n{book}"));

    private static FieldPlace PlaceOf(string group) => new(SavingsGroup.Table, "body", group);

    private static FieldPlace PlaceOfMember(string member) => new(SavingsMember.Table, "body", member);
}
