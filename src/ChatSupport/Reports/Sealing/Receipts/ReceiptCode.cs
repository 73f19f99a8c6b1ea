using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChatSupport.Dialogs.Khmer;

namespace ChatSupport.Reports.Sealing.Receipts;

/// <summary>The twenty digits by which a reporter finds her report again: six find it, fourteen open its conversation. They look like a number of a bank.</summary>
internal sealed class ReceiptCode
{
    private const int LocatorDigits = 6;
    private const int AllDigits = 20;
    private const int Group = 4;
    private const int LongestTyped = 100; // characters; nothing longer is looked at

    private ReceiptCode(string digits) => (Locator, Secret) = (digits[..LocatorDigits], digits[LocatorDigits..]);

    /// <summary>Six digits that are kept with the report. They are no secret.</summary>
    public string Locator { get; }

    /// <summary>Fourteen digits that are kept nowhere.</summary>
    public string Secret { get; }

    /// <summary>All of it as it is shown, once: <c>1234 5678 9012 3456 7890</c>.</summary>
    public string Shown => string.Join(' ', (Locator + Secret).Chunk(Group).Select(group => new string(group)));

    /// <summary>A code that nobody can guess. Whether the locator is free is for the caller to look at.</summary>
    public static ReceiptCode New() => new(RandomNumberGenerator.GetString("0123456789", AllDigits));

    /// <summary>Reads what she typed: Khmer or Arabic digits, in any groups, with blanks and dashes.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ReceiptCode? code)
    {
        code = null;
        if (text is null or { Length: > LongestTyped })
            return false;
        var digits = new StringBuilder(text.Length);
        foreach (var c in Digits.ToArabic(text))
        {
            if (char.IsAsciiDigit(c))
                digits.Append(c);
            else if (!IsBetween(c))
                return false;
        }
        if (digits.Length != AllDigits)
            return false;
        code = new ReceiptCode(digits.ToString());
        return true;
    }

    /// <summary>Not the code: this is what would stand in a log by mistake.</summary>
    public override string ToString() => "a receipt";

    private static bool IsBetween(char c) =>
        char.IsWhiteSpace(c) || c is '\u200B' or '\u2212' || char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation; // the first: what keyboards put between Khmer words
}
