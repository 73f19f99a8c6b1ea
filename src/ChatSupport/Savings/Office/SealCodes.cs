using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using ChatSupport.Dialogs.Khmer;
using ChatSupport.Savings.Entries;
using ChatSupport.Storage.Encryption;

namespace ChatSupport.Savings.Office;

/// <summary>The code that is written with a pen into a paper book beside a balance that was found right. Nobody without the keys can make one for another balance, so a later change shows,
/// on paper and in the ledger.</summary>
internal sealed class SealCodes(KeyRing keys)
{
    private const ulong Codes = 100_000_000;
    private const int Half = 4;

    private readonly byte[] key = HKDF.DeriveKey(HashAlgorithmName.SHA256, keys.FieldKey, LedgerChain.Size, info: "chatsupport savings book seal 1"u8.ToArray());

    /// <summary>The code, such as <c>4821-7730</c>; the same whenever it is asked for.</summary>
    /// <param name="member">Opaque id.</param>
    /// <param name="position">Position in the ledger.</param>
    /// <param name="riel">What book and ledger say.</param>
    /// <param name="cents">What they say in dollars, in cents.</param>
    public string Of(string member, long position, long riel, long cents)
    {
        var hash = HMACSHA256.HashData(key, new LedgerBytes("book seal 1").Text(member).Number(position).Number(riel).Number(cents).Hash());
        var code = (BinaryPrimitives.ReadUInt64BigEndian(hash) % Codes).ToString("D8", CultureInfo.InvariantCulture);
        return $"{code[..Half]}-{code[Half..]}";
    }

    /// <summary>Whether a code is that of a balance.</summary>
    /// <param name="typed">As it stands in the book, in either kind of digits; what is between them does not matter.</param>
    /// <param name="member">Opaque id.</param>
    /// <param name="position">As it stands in the book.</param>
    /// <param name="riel">As it stands in the book.</param>
    /// <param name="cents">As it stands in the book.</param>
    public bool IsGenuine(string typed, string member, long position, long riel, long cents)
    {
        var digits = string.Concat(Digits.ToArabic(typed).Where(c => c is not ('-' or ' ')));
        return digits.Length == 2 * Half && digits.All(char.IsAsciiDigit)
            && CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(digits), System.Text.Encoding.ASCII.GetBytes(Of(member, position, riel, cents).Replace("-", "", StringComparison.Ordinal)));
    }
}
