using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Conversations;

/// <summary>The digits of a link code, and the keyed hash that is all that is kept of them: without the key, which lies outside the database,
/// nobody finds a code by trying all of them on a stolen file.</summary>
/// <remarks>
/// How far guessing leads. There are 10^8 codes. One conversation has five tries, then one after each lock of 1, 2, 4 … 60 minutes: under 40 a day.
/// All conversations together have 20 wrong ones at once and 288 a day (<see cref="LinkGuard"/>). Where one code stands at every moment, which is
/// 144 links a day, a year of guessing without a pause finds one with a chance of 288 * 365 / 10^8 = 0.1 %; it would be that of nobody chosen,
/// and it says so to her, because her own chat is emptied by it. Who saw a code but not her PIN has eight tries before it falls (five, then after
/// 1, 2 and 4 minutes): 0.08 % of the PINs of four digits. Who holds her open chat and asks for one code after the other goes on in that count: under 40 a day.
/// </remarks>
internal sealed class LinkCodes(byte[] lookupKey)
{
    /// <summary>How long a code stands. Not a setting: the screens say ten minutes.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    private const int Digits = 8;

    // A key of its own, so that no hash of one purpose is ever one of another.
    private readonly byte[] key = HKDF.DeriveKey(HashAlgorithmName.SHA256, lookupKey, 32, info: "chatsupport link code 1"u8.ToArray());

    /// <summary>A new code as she reads it: <c>0482 7716</c>.</summary>
    public static string Draw()
    {
        var digits = RandomNumberGenerator.GetInt32(100_000_000).ToString("D8", CultureInfo.InvariantCulture);
        return $"{digits[..4]} {digits[4..]}";
    }

    /// <summary>The digits of a code as it is shown, or as a question for a code hands it on; null where it is none.</summary>
    public static string? Read(string? shown)
    {
        var digits = shown?.Replace(" ", "", StringComparison.Ordinal);
        return digits is { Length: Digits } && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    /// <summary>What is kept of a code: 64 hexadecimal digits.</summary>
    /// <param name="digits">From <see cref="Read"/>.</param>
    public string HashOf(string digits) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(digits)));

    /// <summary>Answers <see cref="LinkActions.Draw"/>.</summary>
    internal sealed class Query : IBotQuery
    {
        public ActionSpec Spec { get; } = LinkActions.All.Single(spec => spec.Name == LinkActions.Draw);

        public Task<Value?> Run(ActionCall call, QueryContext context, CancellationToken cancel) => Task.FromResult<Value?>(new Value.Text(Draw()));
    }
}
