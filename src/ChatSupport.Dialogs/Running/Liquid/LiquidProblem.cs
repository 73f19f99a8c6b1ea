using System.Globalization;
using System.Text.RegularExpressions;

namespace ChatSupport.Dialogs.Running.Liquid;

/// <summary>Says in one plain sentence why a template cannot be read.</summary>
internal static partial class LiquidProblem
{
    public static string From(string message, string text)
    {
        var place = Position().Match(message);
        var reason = place.Success ? message[..place.Index] : message.Split('\n')[0];
        reason = Plain(reason.Trim().TrimEnd('.'), text);
        return place.Success ? $"{reason}, in line {place.Groups[1].Value}, character {place.Groups[2].Value}{Near(text, place)}." : reason + ".";
    }

    public static string UnknownFilter(string name) =>
        $"The filter '{name}' does not exist; there are {string.Join(", ", LiquidFilters.Names)}.";

    public static string NoCondition(string text) =>
        text.Trim().Length == 0 ? "The condition is empty; write for example age < 18." : $"'{Shown(text)}' is not a condition; write for example age < 18.";

    /// <summary>What follows the part of a condition that was understood.</summary>
    public static string Rest(string before, string rest) =>
        rest.StartsWith('=') && !rest.StartsWith("==", StringComparison.Ordinal)
            ? "A comparison is written with two equal signs: lang == \"km\"."
            : rest.TrimStart('=', '!', '<', '>').Trim().Length == 0
            ? $"'{Shown(before + rest)}' lacks a value to compare with."
            : $"'{Shown(rest)}' was not understood; comparisons are ==, !=, <, >, <=, >= and contains, joined by and, or.";

    private static string Plain(string reason, string text)
    {
        if (reason.Length == 0)
            return "The template was not understood";
        if (UnknownTag().Match(reason) is { Success: true } tag)
            return $"The tag '{tag.Groups[1].Value}' does not exist here; there are if, unless, case, for, assign, cycle, comment and raw";
        if (reason.StartsWith("End of tag '}}'", StringComparison.Ordinal) && !text.Contains("}}", StringComparison.Ordinal))
            return "The blank that begins with '{{' is not closed with '}}'";
        return reason;
    }

    private static string Near(string text, Match place)
    {
        var line = int.Parse(place.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        var lines = text.Split('\n');
        return line >= 1 && line <= lines.Length ? $" of '{Shown(lines[line - 1])}'" : "";
    }

    private static string Shown(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= 60 ? line : line[..60] + "…";
    }

    [GeneratedRegex(@"\s+at \((\d+):(\d+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Position();

    [GeneratedRegex(@"Unknown tag '([^']*)'", RegexOptions.CultureInvariant)]
    private static partial Regex UnknownTag();
}
