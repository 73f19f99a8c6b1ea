using System.Globalization;
using System.Text.RegularExpressions;

namespace ChatSupport.Dialogs.Running.Liquid;

/// <summary>Says in one plain sentence why a template cannot be read.</summary>
internal static partial class LiquidProblem
{
    public static LiquidFault From(string message, string text)
    {
        var place = Position().Match(message);
        var said = (place.Success ? message[..place.Index] : message.Split('\n')[0]).Trim().TrimEnd('.');
        var reason = Plain(said, text);
        return place.Success
            ? new LiquidFault($"{reason}, in line {place.Groups[1].Value}, character {place.Groups[2].Value}{Near(text, place)}.", Begin(said, text, OffsetOf(place, text)))
            : new LiquidFault(reason + ".", 0);
    }

    public static LiquidFault UnknownFilter(string name, int at) =>
        new($"The filter '{name}' does not exist; there are {string.Join(", ", LiquidFilters.Names)}.", at, name);

    public static LiquidFault NoCondition(string text) => new(
        text.Trim().Length == 0 ? "The condition is empty; write for example age < 18." : $"'{Shown(text)}' is not a condition; write for example age < 18.", 0);

    /// <summary>What follows the part of a condition that was understood.</summary>
    public static LiquidFault Rest(string before, string rest) => new(RestOf(before, rest), before.Length);

    private static string RestOf(string before, string rest) =>
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
        var line = Number(place, 1);
        var lines = text.Split('\n');
        return line >= 1 && line <= lines.Length ? $" of '{Shown(lines[line - 1])}'" : "";
    }

    /// <summary>The library says where it stopped reading; an author looks for where the mistake begins.</summary>
    private static int Begin(string said, string text, int stopped)
    {
        if (UnknownTag().Match(said) is { Success: true } tag && text.LastIndexOf(tag.Groups[1].Value, stopped, StringComparison.Ordinal) is >= 0 and var name)
            return name;

        var opened = said.StartsWith("End of tag", StringComparison.Ordinal) && stopped > 0
            ? Math.Max(text.LastIndexOf("{{", stopped - 1, StringComparison.Ordinal), text.LastIndexOf("{%", stopped - 1, StringComparison.Ordinal))
            : -1;
        return opened >= 0 ? opened : stopped;
    }

    private static int OffsetOf(Match place, string text)
    {
        var at = 0;
        for (var line = Number(place, 1); line > 1 && text.IndexOf('\n', at) is >= 0 and var end; line--)
            at = end + 1;
        return Math.Clamp(at + Number(place, 2) - 1, 0, text.Length);
    }

    private static int Number(Match place, int group) => int.Parse(place.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

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
