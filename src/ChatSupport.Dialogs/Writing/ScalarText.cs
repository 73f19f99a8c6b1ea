using System.Text;
using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace ChatSupport.Dialogs.Writing;

/// <summary>The ways in which YAML writes a text.</summary>
internal static partial class ScalarText
{
    /// <summary>The smallest form on one line: plain where that is read as this text by every YAML reader, else in double quotes.</summary>
    public static string Inline(string value, bool inFlow) => IsPlain(value, inFlow) ? value : Double(value);

    /// <summary>One line in the manner of what stood there before.</summary>
    public static string Inline(string value, bool inFlow, ScalarStyle before) => before switch
    {
        ScalarStyle.DoubleQuoted => Double(value),
        ScalarStyle.SingleQuoted when value.All(c => c is not ('\n' or '\t')) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'",
        _ => Inline(value, inFlow),
    };

    /// <summary>Whether YAML lets the text stand without quotes, and no reader takes it for a number, a day or a flag.</summary>
    public static bool IsPlain(string value, bool inFlow) =>
        value.Length > 0
        && !char.IsWhiteSpace(value[0]) && !char.IsWhiteSpace(value[^1])
        && !"-?:,[]{}#&*!|>'\"%@`=<".Contains(value[0], StringComparison.Ordinal)
        && value[^1] != ':'
        && value.IndexOfAny(['\n', '\t']) < 0
        && !value.Contains(": ", StringComparison.Ordinal)
        && !value.Contains(" #", StringComparison.Ordinal)
        && (!inFlow || value.IndexOfAny([',', '[', ']', '{', '}']) < 0)
        && !LooksTyped().IsMatch(value);

    public static string Double(string value)
    {
        var quoted = new StringBuilder(value.Length + 8).Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>Whether a literal block says exactly this, without blanks that no editor shows at the beginning of a line.</summary>
    public static bool IsLiteral(string value)
    {
        var lines = value.Split('\n');
        return lines[0].Length > 0 && lines[0][0] != ' '
            && !value.EndsWith("\n\n", StringComparison.Ordinal)
            && lines.All(line => line.Length == 0 || (!string.IsNullOrWhiteSpace(line) && line.TrimStart(' ')[0] != '\t'));
    }

    /// <summary>Whether a folded block says exactly this: none of its lines begins with a blank.</summary>
    public static bool IsFolded(string value) => IsLiteral(value) && value.Split('\n').All(line => line.Length == 0 || line[0] != ' ');

    /// <summary>The sign that begins a block: of a text without a line end behind it <c>|-</c>.</summary>
    public static string Header(string value, ScalarStyle style) =>
        (style == ScalarStyle.Folded ? ">" : "|") + (value.EndsWith('\n') ? "" : "-");

    /// <summary>The lines of a block, each with a line end before it.</summary>
    public static string Lines(string value, ScalarStyle style, int indent, string newLine)
    {
        var body = value.EndsWith('\n') ? value[..^1] : value;
        if (style == ScalarStyle.Folded)
            body = Breaks().Replace(body, breaks => breaks.Value + "\n"); // one line end folds into a blank, two into one
        var margin = new string(' ', indent);
        return string.Concat(body.Split('\n').Select(line => newLine + (line.Length == 0 ? "" : margin + line)));
    }

    [GeneratedRegex(@"\n+")]
    private static partial Regex Breaks();

    /// <summary>Null, flags, whole and broken numbers, sexagesimals and days of YAML 1.1 and 1.2.</summary>
    [GeneratedRegex(@"^(?:~|null|true|false|yes|no|on|off|y|n|[-+]?(?:0[xob])?[0-9a-f_]*[0-9][0-9a-f_]*|[-+]?[0-9._,]*[0-9][0-9._,]*(?:e[-+]?[0-9]+)?|[-+]?\.(?:inf|nan)|[0-9]+(?::[0-9]+)+(?:\.[0-9]*)?|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ].*)?|\.\.\.|---)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LooksTyped();
}
