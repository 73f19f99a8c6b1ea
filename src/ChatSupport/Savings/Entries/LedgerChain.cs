using System.Security.Cryptography;
using System.Text;
using ChatSupport.Storage.Encryption;

namespace ChatSupport.Savings.Entries;

/// <summary>Proves the rows of the ledger. Anybody can follow the hashes, also in an export; the seals are made with a key outside of the database, so that who can
/// write the database but does not hold the key files cannot begin a chain of her own.</summary>
internal sealed class LedgerChain(KeyRing keys)
{
    /// <summary>Bytes of a hash, and of a seal.</summary>
    public const int Size = 32;

    private readonly byte[] key = HKDF.DeriveKey(HashAlgorithmName.SHA256, keys.FieldKey, Size, info: "chatsupport savings ledger 1"u8.ToArray());

    /// <summary>What stands for the row before the first.</summary>
    public static byte[] Beginning => new byte[Size];

    /// <summary>The seal of a row.</summary>
    /// <param name="table">A row sealed for one table is none of another.</param>
    /// <param name="hash">Its hash.</param>
    public byte[] Seal(string table, byte[] hash)
    {
        byte[] sealedPart = [.. Encoding.ASCII.GetBytes(table), 0, .. hash];
        return HMACSHA256.HashData(key, sealedPart);
    }

    /// <summary>Whether a seal is that of a row.</summary>
    public bool Seals(string table, byte[] hash, byte[] seal) => CryptographicOperations.FixedTimeEquals(Seal(table, hash), seal);
}
