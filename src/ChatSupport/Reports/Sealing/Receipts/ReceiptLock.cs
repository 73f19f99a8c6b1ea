using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ChatSupport.Reports.Sealing.Age;
using ChatSupport.Storage.Encryption;
using NSec.Cryptography;

namespace ChatSupport.Reports.Sealing.Receipts;

/// <summary>Locks the private half of a conversation's key with a receipt, so that who has the code reads the conversation, and nothing else of the report.</summary>
/// <remarks>Kept: version (1 byte), memory in KiB (4) and passes (1) of the hash, salt (16), nonce (24), the locked key (48). The digits are few, so they are
/// hashed slowly (Argon2id), mixed with a pepper that is not in the database, and tries are limited by the caller.</remarks>
/// <param name="pepper">32 bytes from outside of the database.</param>
/// <param name="gate">Where hashes wait in line; each takes 128 MiB for a fifth of a second.</param>
internal sealed class ReceiptLock(byte[] pepper, KdfGate gate)
{
    private const byte Version = 1;
    private const int SaltSize = 16;
    private const int NonceSize = 24;
    private const int HeadSize = 6;
    private const int KeptSize = HeadSize + SaltSize + NonceSize + AgeRecipient.Size + 16;

    private static readonly Cost usual = new(MemoryKib: 128 * 1024, Passes: 3);
    private static readonly AeadAlgorithm aead = AeadAlgorithm.XChaCha20Poly1305;

    private readonly byte[] nothing = Nothing();

    /// <summary>The pepper of this installation: it comes from the keys that lie outside of the database, and is the same after every restart.</summary>
    public static byte[] PepperOf(KeyRing ring) => HKDF.DeriveKey(HashAlgorithmName.SHA256, ring.LookupKey, 32, info: "chatsupport receipt pepper 1"u8.ToArray());

    /// <summary>Locks a key.</summary>
    /// <param name="code">The receipt, which is shown once and then forgotten.</param>
    /// <param name="conversation">The private half of the conversation's key.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <returns>What to keep.</returns>
    /// <exception cref="TimeoutException">Too many wait; nothing was done.</exception>
    public async Task<byte[]> Close(ReceiptCode code, AgeIdentity conversation, CancellationToken cancel)
    {
        var kept = Nothing();
        using var key = await Derive(code, kept, cancel);
        var secret = conversation.ToBytes();
        aead.Encrypt(key, Nonce(kept), Place(code), secret, kept.AsSpan(^(AgeRecipient.Size + 16)..));
        CryptographicOperations.ZeroMemory(secret);
        return kept;
    }

    /// <summary>Opens a key. Takes as long for a wrong code, and for one that nothing is kept for, as for a right one.</summary>
    /// <param name="code">What she typed.</param>
    /// <param name="kept">What is kept under its locator; null where there is nothing, or where it must not be tried now.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <returns>Null where it does not open; the caller says the same whatever the reason.</returns>
    /// <exception cref="TimeoutException">Too many wait; nothing is known.</exception>
    public async Task<AgeIdentity?> Open(ReceiptCode code, byte[]? kept, CancellationToken cancel)
    {
        var tried = IsOurs(kept) ? kept! : nothing;
        using var key = await Derive(code, tried, cancel);
        var secret = new byte[AgeRecipient.Size];
        try
        {
            return aead.Decrypt(key, Nonce(tried), Place(code), tried.AsSpan(^(AgeRecipient.Size + 16)..), secret) ? AgeIdentity.Of(secret) : null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    private Task<Key> Derive(ReceiptCode code, byte[] kept, CancellationToken cancel) => gate.Run(
        () =>
        {
            var cost = Cost.Of(kept);
            var argon = PasswordBasedKeyDerivationAlgorithm.Argon2id(new Argon2Parameters { DegreeOfParallelism = 1, MemorySize = cost.MemoryKib, NumberOfPasses = cost.Passes });
            var slow = argon.DeriveBytes(Encoding.ASCII.GetBytes(code.Secret), kept.AsSpan(HeadSize, SaltSize), 32);
            try
            {
                return KeyDerivationAlgorithm.HkdfSha256.DeriveKey(slow, pepper, "chatsupport receipt 1"u8, aead);
            }
            finally
            {
                CryptographicOperations.ZeroMemory(slow);
            }
        },
        cancel);

    /// <summary>Something to keep, with no key in it yet.</summary>
    private static byte[] Nothing()
    {
        var kept = new byte[KeptSize];
        kept[0] = Version;
        BinaryPrimitives.WriteInt32BigEndian(kept.AsSpan(1), usual.MemoryKib);
        kept[5] = (byte)usual.Passes;
        RandomNumberGenerator.Fill(kept.AsSpan(HeadSize));
        return kept;
    }

    /// <summary>Costs beyond all measure, or hardly any, are those of somebody who wrote into the database.</summary>
    private static bool IsOurs(byte[]? kept) => kept is { Length: KeptSize } && kept[0] == Version && Cost.Of(kept) is { MemoryKib: >= 46 * 1024 and <= 512 * 1024, Passes: >= 1 and <= 10 };

    private static ReadOnlySpan<byte> Nonce(byte[] kept) => kept.AsSpan(HeadSize + SaltSize, NonceSize);

    private static byte[] Place(ReceiptCode code) => Encoding.ASCII.GetBytes("receipt:" + code.Locator);

    /// <summary>What a hash costs. Kept with each, so that a later version can ask for more.</summary>
    private sealed record Cost(int MemoryKib, int Passes)
    {
        public static Cost Of(byte[] kept) => new(BinaryPrimitives.ReadInt32BigEndian(kept.AsSpan(1)), kept[5]);
    }
}
