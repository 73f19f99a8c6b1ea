using System.Globalization;
using System.Text;

namespace ChatSupport.Staff.Accounts;

/// <summary>Codes of a code app: how they are typed, and which were taken already.</summary>
internal static class Codes
{
    private const int Digits = 6;

    /// <summary>A code is good for five steps of 30 seconds, in which eight others can be taken at most: one that is forgotten is good no more.</summary>
    private const int Kept = 10;

    /// <summary>A code as it is compared: six digits, whether typed with spaces or in Khmer. Empty for anything else, because one code written in two ways would be two.</summary>
    public static string Read(string typed)
    {
        var digits = typed.EnumerateRunes().Where(rune => !Rune.IsWhiteSpace(rune) && rune.Value != 0x200B)
            .Select(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber ? (int)Rune.GetNumericValue(rune) : -1).ToList();
        return digits.Count == Digits && digits.All(digit => digit >= 0) ? string.Concat(digits) : "";
    }

    /// <summary>Whether it was taken.</summary>
    /// <param name="taken">What <see cref="Add"/> gave last; null where none was.</param>
    /// <param name="code">From <see cref="Read"/>.</param>
    public static bool Holds(string? taken, string code) => taken?.Split(' ').Contains(code) == true;

    /// <summary>Keeps in mind that it was taken.</summary>
    public static string Add(string? taken, string code) => string.Join(' ', (taken?.Split(' ') ?? []).Append(code).TakeLast(Kept));
}
