using System.Diagnostics.CodeAnalysis;

namespace ChatSupport.Dialogs.Khmer;

/// <summary>Khmer digits ០ to ៩ and the digits 0 to 9.</summary>
public static class Digits
{
    private const char Zero = '\u17E0';
    private const char Nine = '\u17E9';

    /// <summary>The text with 0 to 9 for Khmer digits.</summary>
    /// <returns>The same instance when it has none.</returns>
    public static string ToArabic(string text) => Replace(text, Zero, Nine, '0');

    /// <summary>The text with Khmer digits for 0 to 9.</summary>
    /// <returns>The same instance when it has none.</returns>
    public static string ToKhmer(string text) => Replace(text, '0', '9', Zero);

    /// <summary>Reads a number as people type it: either kind of digit, blanks or commas between thousands, one point or comma before
    /// decimals, a minus in front.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="number">The number.</param>
    /// <returns>False for anything else, and for <c>12.350</c>, which could be either of two numbers.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out decimal number)
    {
        number = 0;
        if (text is null)
            return false;

        var said = ToArabic(text).AsSpan().Trim();
        var negative = said.StartsWith("-", StringComparison.Ordinal);
        var reading = NumberText.Read(negative ? said[1..] : said);
        if (reading.Kind != NumberKind.One)
            return false;

        number = negative ? -reading.Value : reading.Value;
        return true;
    }

    private static string Replace(string text, char first, char last, char zero)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.AsSpan().IndexOfAnyInRange(first, last) < 0)
            return text;

        return string.Create(text.Length, (text, first, last, zero), static (to, all) =>
        {
            for (var i = 0; i < to.Length; i++)
            {
                var c = all.text[i];
                to[i] = c >= all.first && c <= all.last ? (char)(c - all.first + all.zero) : c;
            }
        });
    }
}
