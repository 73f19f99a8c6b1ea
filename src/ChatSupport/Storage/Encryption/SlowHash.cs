using System.Security.Cryptography;
using NSec.Cryptography;

namespace ChatSupport.Storage.Encryption;

/// <summary>Hashes what has few digits slowly (Argon2id), and then with a pepper that is not in the database: who stole the file alone tries nothing,
/// who has the keys as well tries slowly.</summary>
/// <param name="pepper">32 bytes from outside of the database.</param>
/// <param name="gate">Where hashes wait in line.</param>
internal sealed class SlowHash(byte[] pepper, KdfGate gate)
{
    public const int SaltSize = 16;
    public const int Size = 32;

    /// <summary>The pepper of this installation for one purpose.</summary>
    public static byte[] PepperOf(KeyRing ring, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, ring.LookupKey, 32, info: System.Text.Encoding.ASCII.GetBytes(purpose));

    /// <summary>The hash of a text.</summary>
    /// <param name="secret">What is hashed; it is not kept.</param>
    /// <param name="salt">As long as <see cref="SaltSize"/> says.</param>
    /// <param name="cost">What it costs; kept beside the hash.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <exception cref="TimeoutException">Too many wait; nothing was done.</exception>
    public Task<byte[]> Of(string secret, byte[] salt, HashCost cost, CancellationToken cancel) => gate.Run(
        () =>
        {
            var argon = PasswordBasedKeyDerivationAlgorithm.Argon2id(new Argon2Parameters { DegreeOfParallelism = 1, MemorySize = cost.MemoryKib, NumberOfPasses = cost.Passes });
            var slow = argon.DeriveBytes(System.Text.Encoding.UTF8.GetBytes(secret), salt, Size);
            var hash = HMACSHA256.HashData(pepper, slow);
            CryptographicOperations.ZeroMemory(slow);
            return hash;
        },
        cancel);
}

/// <summary>What a slow hash costs. Kept with each, so that a later version can ask for more.</summary>
/// <param name="MemoryKib">Memory in KiB.</param>
/// <param name="Passes">Times over it.</param>
internal sealed record HashCost(int MemoryKib, int Passes)
{
    /// <summary>A tenth of a second on a small server.</summary>
    public static HashCost Usual { get; } = new(64 * 1024, 3);
}
