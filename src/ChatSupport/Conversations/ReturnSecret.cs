using System.Security.Cryptography;
using System.Text;
using ChatSupport.Dialogs.Khmer;
using ChatSupport.Storage.Encryption;

namespace ChatSupport.Conversations;

/// <summary>The PIN or word that brings her place back, kept only as a salted hash: <c>pin:rounds:salt:hash</c> or <c>word:…</c>.</summary>
internal static class ReturnSecret
{
    /// <summary>The longest word that is hashed, in UTF-16 units.</summary>
    public const int LongestWord = 100;

    private const int Rounds = 210_000;

    // One hash keeps a core busy for a tenth of a second. Whoever makes many chats ask for many waits with them in line, but not for long: a turn
    // that waits holds up what was read from Telegram together with it.
    private static readonly KdfGate gate = new(Math.Max(1, Environment.ProcessorCount / 2), waiting: 1_000, TimeSpan.FromSeconds(2), TimeProvider.System);

    private const string Pin = "pin";
    private const string Word = "word";

    /// <summary>The hash of a PIN of four to eight digits, Khmer or Arabic.</summary>
    /// <exception cref="ArgumentException">It is not one. The message does not quote it.</exception>
    public static Task<string> OfPin(string typed, CancellationToken cancel) =>
        IsPin(KeyOf(typed)) ? Hash(Pin, KeyOf(typed), RandomNumberGenerator.GetBytes(16), Rounds, cancel)
            : throw new ArgumentException("A PIN has four to eight digits.", nameof(typed));

    /// <summary>The hash of a word or short sentence; spelling, case and blanks do not matter.</summary>
    /// <exception cref="ArgumentException">It is empty or too long. The message does not quote it.</exception>
    public static Task<string> OfWord(string typed, CancellationToken cancel) =>
        IsWord(KeyOf(typed)) ? Hash(Word, KeyOf(typed), RandomNumberGenerator.GetBytes(16), Rounds, cancel)
            : throw new ArgumentException($"A word has 1 to {LongestWord} characters.", nameof(typed));

    /// <summary>What she typed has the shape of the kept secret, so that it is worth a look. For a PIN: four to eight digits.</summary>
    public static bool IsTry(string kept, string typed)
    {
        var key = KeyOf(typed);
        return KeepsPin(kept) ? IsPin(key) : IsWord(key);
    }

    /// <summary>True where a PIN is kept, false where a word is.</summary>
    public static bool KeepsPin(string kept) => kept.StartsWith(Pin + ":", StringComparison.Ordinal);

    /// <summary>What she typed is the kept secret.</summary>
    /// <exception cref="TimeoutException">Too many others wait to be looked at; nothing is known.</exception>
    public static async Task<bool> Fits(string kept, string typed, CancellationToken cancel)
    {
        var parts = kept.Split(':');
        var rounds = int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture);
        var again = await Hash(parts[0], KeyOf(typed), Convert.FromBase64String(parts[2]), rounds, cancel);
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(again), Encoding.ASCII.GetBytes(kept));
    }

    private static Task<string> Hash(string kind, string key, byte[] salt, int rounds, CancellationToken cancel) => gate.Run(
        () =>
        {
            var hash = Rfc2898DeriveBytes.Pbkdf2(key, salt, rounds, HashAlgorithmName.SHA256, 32);
            return $"{kind}:{rounds}:{Convert.ToBase64String(salt)}:{Convert.ToBase64String(hash)}";
        },
        cancel);

    private static string KeyOf(string typed) => StrictKey.Of(typed).Replace(" ", "", StringComparison.Ordinal);

    private static bool IsPin(string key) => key.Length is >= 4 and <= 8 && key.All(char.IsAsciiDigit);

    private static bool IsWord(string key) => key.Length is >= 1 and <= LongestWord;
}
