using System.Collections.Concurrent;
using System.Security.Cryptography;
using ChatSupport.Reports.Sealing.Age;

namespace ChatSupport.Reports.Sealing.Readers;

/// <summary>Asks whoever names a public key as hers to open something that is sealed to it: nobody can take a colleague's key for her own, and with it see
/// which cases the colleague has.</summary>
internal sealed class KeyProofs(TimeProvider time)
{
    private const int Size = 32;
    private static readonly TimeSpan stands = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Question> open = new(StringComparer.Ordinal);

    /// <summary>A question for somebody; an earlier one of hers is void.</summary>
    /// <param name="who">Opaque id of her account.</param>
    /// <param name="key">The key she names.</param>
    /// <returns>An age file that only the owner of the key can open.</returns>
    public byte[] Ask(string who, AgeRecipient key)
    {
        var secret = RandomNumberGenerator.GetBytes(Size);
        open[who] = new Question(key, SHA256.HashData(secret), time.GetUtcNow() + stands);
        return AgeFile.Seal(secret, [key]);
    }

    /// <summary>She opened it. A question is answered once.</summary>
    public bool IsAnswered(string who, AgeRecipient key, ReadOnlySpan<byte> answer) =>
        open.TryRemove(who, out var question) && question.Until > time.GetUtcNow() && question.Key.Equals(key)
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(answer), question.Hash);

    private sealed record Question(AgeRecipient Key, byte[] Hash, DateTimeOffset Until);
}
