using System.Globalization;
using System.Text.RegularExpressions;

namespace ChatSupport.Staff.Sheets;

/// <summary>Texts as spreadsheets write them: characters that XML cannot hold stand there as <c>_x000D_</c>, and so does what only looks like that.</summary>
internal static partial class CellText
{
    public static string Write(string text) => Unwritable().Replace(text, found => Escape(found.Value[0]));

    public static string Read(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escaped().Replace(text, found => ((char)int.Parse(found.Groups[1].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString())
        : text;

    private static string Escape(char c) => string.Create(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");

    // The underline of what looks like an escape, or would look like one before an escaped character. A pair of surrogates is written as it is,
    // half of one cannot be.
    [GeneratedRegex(@"_(?=x[0-9A-Fa-f]{4})|[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]")]
    private static partial Regex Unwritable();

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escaped();
}
