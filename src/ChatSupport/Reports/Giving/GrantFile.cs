using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Sealing.Readers;

namespace ChatSupport.Reports.Giving;

/// <summary>Keys of cases on their way between the server and the machine without a network: each line a private half that is sealed to one reader. There is
/// nothing in it that the database does not hold, and nothing in clear but ids.</summary>
internal static class GrantFile
{
    /// <summary>Characters of the longest line: an age file of the smallest size in Base64, and what stands before it.</summary>
    private const int LongestLine = 4_000;

    private const string First = "chatsupport keys of cases 1";

    /// <summary>Writes the file.</summary>
    public static byte[] Write(IEnumerable<CarriedKey> keys)
    {
        var text = new StringBuilder(First).Append('\n');
        foreach (var key in keys)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"{key.Key.Key.Purpose} {key.Key.Key.Epoch} of {key.OfCase} for {key.Staff} key {key.ReaderEpoch} row {key.Key.Row} {Convert.ToBase64String(key.Key.File)}\n");
        }
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    /// <summary>Reads one. Whatever is not exactly as it is written is refused.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="keys">What is in it.</param>
    /// <param name="wrong">Why it is not taken, a sentence with what to do.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static bool TryRead(string file, [NotNullWhen(true)] out IReadOnlyList<CarriedKey>? keys, out string wrong)
    {
        (keys, wrong) = (null, "");
        var read = new List<CarriedKey>();
        var number = 0;
        foreach (var line in File.ReadLines(file, Encoding.ASCII))
        {
            if (++number == 1 && line == First)
                continue;
            if (number == 1 || Line(line) is not { } key)
            {
                wrong = string.Create(CultureInfo.InvariantCulture, $"{file}:{number}: This is no line of a file of keys. Take the file as 'reports keys recovery take-out' or 'give' wrote it.");
                return false;
            }
            read.Add(key);
        }
        if (number == 0)
            wrong = $"{file} is empty. Take the file as 'reports keys recovery take-out' or 'give' wrote it.";
        keys = read;
        return number > 0;
    }

    private static CarriedKey? Line(string line)
    {
        if (line.Length > LongestLine
            || line.Split(' ') is not [CaseKeyId.Case or CaseKeyId.Thread, var epoch, "of", var ofCase, "for", var staff, "key", var readerEpoch, "row", var row, var file]
            || !TryNumber(epoch, out var number) || !TryNumber(readerEpoch, out var of) || !IsId(ofCase) || !IsId(row) || !Reader.IsId(staff))
        {
            return null;
        }
        var bytes = new byte[file.Length];
        return Convert.TryFromBase64String(file, bytes, out var length) && SealedShape.IsKey(bytes.AsSpan(0, length))
            ? new CarriedKey(ofCase, staff, of, new GivenKey(new CaseKeyId(line.StartsWith(CaseKeyId.Case, StringComparison.Ordinal) ? CaseKeyId.Case : CaseKeyId.Thread, number), row, bytes[..length]))
            : null;
    }

    private static bool IsId(string text) => text.Length == 32 && text.All(char.IsAsciiHexDigitLower);

    private static bool TryNumber(string text, out uint number) => uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}

/// <summary>A key of a case on its way.</summary>
/// <param name="OfCase">The case.</param>
/// <param name="Staff">Id of the reader that it is sealed to.</param>
/// <param name="ReaderEpoch">Which key of that reader.</param>
/// <param name="Key">The key.</param>
internal sealed record CarriedKey(string OfCase, string Staff, uint ReaderEpoch, GivenKey Key);
