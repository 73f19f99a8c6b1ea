using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ChatSupport.Storage.Encryption;

namespace ChatSupport.Channels.DirectLine;

/// <summary>Says what makes a posting known when it comes again. Clients choose their own ids, and one may put into them who she is: what is kept is a keyed
/// hash, from which nobody finds the id by trying.</summary>
internal sealed class Origins(KeyRing ring)
{
    private const int Length = 15; // bytes

    // A key of its own, so that no hash of one purpose is ever one of another.
    private readonly byte[] key = HKDF.DeriveKey(HashAlgorithmName.SHA256, ring.LookupKey, 32, info: "chatsupport direct line origin 1"u8.ToArray());

    /// <summary>The same for the same id of a client. Without one, each posting is new.</summary>
    public string Of(IncomingActivity activity) => activity.ClientId is { } given
        ? "c" + Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(given)).AsSpan(0, Length))
        : "r" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Length));
}
