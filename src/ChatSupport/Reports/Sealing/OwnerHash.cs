using System.Security.Cryptography;
using System.Text;
using ChatSupport.Storage.Encryption;

namespace ChatSupport.Reports.Sealing;

/// <summary>By what a draft, or her consent to be written to, is found again from her chat. Who has the database and not the keys finds neither from the other.</summary>
internal sealed class OwnerHash(KeyRing ring)
{
    private readonly byte[] key = HKDF.DeriveKey(HashAlgorithmName.SHA256, ring.LookupKey, 32, info: "chatsupport report owner 1"u8.ToArray());

    /// <summary>64 hexadecimal digits.</summary>
    public string Of(string conversation) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(conversation)));
}
