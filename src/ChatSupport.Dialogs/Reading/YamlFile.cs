using System.Text;
using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Reading;

/// <summary>Reads one YAML file into nodes that know their place. Whatever the bytes are, the answer is nodes or findings, never an exception.</summary>
public static class YamlFile
{
    /// <summary>The largest file that is looked into, in bytes.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>How deep lists and maps may stand in one another.</summary>
    public const int MaxDepth = 32;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the file.</summary>
    /// <param name="file">The file as it is on disk.</param>
    /// <param name="issues">Receives every finding.</param>
    /// <returns>The names at the top of the file; null where it cannot be read, which at least one finding explains.</returns>
    public static YamlMap? Read(ContentFile file, ICollection<DialogIssue> issues)
    {
        if (Decode(file, issues) is not { } text)
            return null;

        var source = new SourceText(file.Path, text);
        return HasOddCharacters(source, issues) ? null : new YamlEvents(source, issues).Read(text);
    }

    /// <summary>The text of a file; null where it cannot be read, which a finding explains.</summary>
    internal static string? Decode(ContentFile file, ICollection<DialogIssue> issues)
    {
        var bytes = file.Bytes.Span;
        var start = new Mark(file.Path, 1, 1);
        if (bytes.Length > MaxBytes)
        {
            issues.Add(FileRules.TooLarge.At(start, $"The file is larger than {MaxBytes} bytes, the most that is read.",
                "Split it into several dialogs."));
            return null;
        }

        if (bytes is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] or [0, 0, 0xFE, 0xFF, ..])
        {
            issues.Add(FileRules.NotUtf8.At(start, "The file is written in UTF-16 or UTF-32, but UTF-8 is expected.",
                "Save it again as UTF-8."));
            return null;
        }

        if (bytes is [0xEF, 0xBB, 0xBF, ..])
        {
            issues.Add(FileRules.ByteOrderMark.At(start, "The file begins with a byte-order mark.", "Save it as UTF-8 without one."));
            bytes = bytes[3..];
        }

        return DecodeUtf8(bytes, file.Path, issues);
    }

    private static string? DecodeUtf8(ReadOnlySpan<byte> bytes, string path, ICollection<DialogIssue> issues)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException wrong)
        {
            var before = Encoding.UTF8.GetString(bytes[..Math.Max(0, wrong.Index)]);
            var mark = new SourceText(path, before).MarkAt(before.Length);
            issues.Add(FileRules.NotUtf8.At(mark, "There are bytes here that are not UTF-8.", "Save the file again as UTF-8."));
            return null;
        }
    }

    /// <summary>Characters that no editor shows, and tabs that indent: both shift what the author sees against what is read.</summary>
    private static bool HasOddCharacters(SourceText source, ICollection<DialogIssue> issues)
    {
        var found = source.Lines().Select(line => FirstOdd(source, line.Begin, line.End)).OfType<DialogIssue>().Take(FileRules.MostFindings).ToList();
        foreach (var issue in found)
            issues.Add(issue);

        return found.Count > 0;
    }

    /// <summary>One finding per line tells enough.</summary>
    private static DialogIssue? FirstOdd(SourceText source, int begin, int end)
    {
        var indents = true;
        for (var i = begin; i < end; i++)
        {
            var c = source[i];
            if (indents && c == '\t')
                return FileRules.Tab.At(source.MarkAt(i), "A tab indents this line.", "Indent with blanks, two for each step.");

            if (IsInvisible(c))
            {
                return FileRules.ControlCharacter.At(source.MarkAt(i),
                    $"The character U+{(int)c:X4} stands here, which no text needs.", "Delete it.");
            }

            indents &= c == ' ';
        }

        return null;
    }

    /// <summary>A character that no text needs and no editor shows.</summary>
    internal static bool IsInvisible(char c) =>
        (c < ' ' && c is not ('\t' or '\n' or '\r')) || c is >= '\u007F' and <= '\u009F' or '\u2028' or '\u2029' or '\uFFFE' or '\uFFFF' or '\uFEFF';
}
