using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ChatSupport.Reports.Sealing.Age;

/// <summary>An age file as text that can be pasted: strict PEM. A file has exactly one armored form, but for the line ends and blanks around it.</summary>
internal static class Armor
{
    private const string Begin = "-----BEGIN AGE ENCRYPTED FILE-----";
    private const string End = "-----END AGE ENCRYPTED FILE-----";
    private const int Columns = 64;

    private static readonly SearchValues<char> letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=");

    /// <summary>Writes a file as text.</summary>
    public static string Write(ReadOnlySpan<byte> file)
    {
        var base64 = Convert.ToBase64String(file);
        var text = new StringBuilder(base64.Length + (base64.Length / Columns) + 100).Append(Begin).Append('\n');
        for (var at = 0; at < base64.Length; at += Columns)
            text.Append(base64.AsSpan(at, Math.Min(Columns, base64.Length - at))).Append('\n');
        return text.Append(End).Append('\n').ToString();
    }

    /// <summary>Reads a file from text.</summary>
    /// <param name="text">The text; blanks and line ends before and after it do not matter.</param>
    /// <param name="file">The file.</param>
    public static bool TryRead(string text, [NotNullWhen(true)] out byte[]? file)
    {
        file = null;
        var lines = text.Trim(' ', '\t', '\r', '\n').Split('\n');
        for (var at = 0; at < lines.Length - 1; at++)
        {
            if (lines[at].EndsWith('\r'))
                lines[at] = lines[at][..^1];
        }
        if (lines.Length < 2 || lines[0] != Begin || lines[^1] != End)
            return false;
        var body = lines.AsSpan(1, lines.Length - 2);
        for (var at = 0; at < body.Length; at++)
        {
            var isLast = at == body.Length - 1;
            if (isLast ? body[at].Length is 0 or > Columns : body[at].Length != Columns)
                return false;
        }
        return TryJoin(string.Concat(body), out file);
    }

    private static bool TryJoin(string base64, [NotNullWhen(true)] out byte[]? file)
    {
        file = new byte[base64.Length / 4 * 3];
        if (!base64.AsSpan().ContainsAnyExcept(letters) && Convert.TryFromBase64String(base64, file, out var length)
            && Convert.ToBase64String(file.AsSpan(0, length)) == base64)
        {
            file = file[..length];
            return true;
        }
        file = null;
        return false;
    }
}
