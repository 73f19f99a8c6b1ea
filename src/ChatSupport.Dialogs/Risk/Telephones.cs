using System.Text.RegularExpressions;

namespace ChatSupport.Dialogs.Risk;

/// <summary>Telephone numbers, however their digits are parted. Dates, times, amounts of money and the short public numbers are none.</summary>
/// <remarks>No expression can run away: each looks at a few dozen characters at most.</remarks>
internal static partial class Telephones
{
    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Least = 8; // digits
    private const int Most = 15; // digits of any number in the world
    private const int MostAtHome = 10; // digits of a Cambodian number with its 0
    private const int WidestGap = 5;
    private const string Day = "([12][0-9]|3[01]|0?[1-9])";
    private const string Month = "(1[0-2]|0?[1-9])";
    private const string Year = "(19|20|25)[0-9]{2}"; // 25: of the Buddhist calendar
    private const string Money = @"(៛|រៀល|ដុល្លារ|បាត|លាន|ម៉ឺន|riels?|khr|\$|usd|dollars?|baht|thb|vnd|đ|₫|元|¥|rmb|cny|%)";

    private static readonly string[] publicNumbers = ["117", "118", "119", "1280", "1288"];

    private static readonly Regex[] otherThings = [DayFromYear(), DayToYear(), Hours(), Amount(), MoneyBefore(), MoneyBehind()];

    [GeneratedRegex(Year + "(-" + Month + "-|/" + Month + @"/|\." + Month + @"\.)" + Day, Plain)]
    private static partial Regex DayFromYear();

    [GeneratedRegex(Day + "(-" + Month + "-|/" + Month + @"/|\." + Month + @"\.)(" + Year + "|[0-9]{2})", Plain)]
    private static partial Regex DayToYear();

    [GeneratedRegex("([01]?[0-9]|2[0-4])[:.h][0-5][0-9]( ?(-|–|to|ដល់) ?([01]?[0-9]|2[0-4])[:.h][0-5][0-9])?", Plain)]
    private static partial Regex Hours();

    [GeneratedRegex(@"(?<![0-9])(?<![0-9][ .,])[1-9][0-9]{0,2}((,[0-9]{3}){1,4}|(\.[0-9]{3}){0,3}\.[0-9]00|( [0-9]{3}){0,3} [0-9]00)", Plain)]
    private static partial Regex Amount();

    [GeneratedRegex(@"(\$|៛|usd|khr) ?(?>[0-9][0-9,.]{0,30})", Plain)]
    private static partial Regex MoneyBefore();

    [GeneratedRegex("(?<![0-9,.])(?<![0-9] )((?>[0-9][0-9,.]{0,30})|[0-9]{1,3}( [0-9]{3}){1,4}) ?" + Money, Plain)]
    private static partial Regex MoneyBehind();

    public static IEnumerable<ContactHit> In(ContactText said)
    {
        var text = said.Plains;
        var groups = Groups(text, OtherThings(text));
        for (var first = 0; first < groups.Count;)
        {
            var last = LastOf(text, groups, first);
            if (!IsNumber(text, groups, first, last))
            {
                first++;
                continue;
            }

            var begin = groups[first].IsAbroad ? groups[first].Start - 1 : groups[first].Start;
            yield return said.Hit(ContactKind.Telephone, begin, groups[last].End);
            first = last + 1;
        }
    }

    /// <summary>Where dates, times and amounts stand.</summary>
    private static bool[] OtherThings(string text)
    {
        var taken = new bool[text.Length];
        foreach (var thing in otherThings)
        {
            foreach (var match in thing.EnumerateMatches(text))
            {
                var (start, end) = (match.Index, match.Index + match.Length);
                if (!StandsAlone(text, start, end) || IsLongFromZero(text.AsSpan(start, match.Length)))
                    continue;
                taken.AsSpan(start, match.Length).Fill(true);
            }
        }

        return taken;
    }

    /// <summary>No digits directly before or behind, not even behind one more dash: that would be a longer number.</summary>
    private static bool StandsAlone(string text, int start, int end) =>
        !(start > 0 && (char.IsAsciiDigit(text[start - 1]) || text[start - 1] == '+')) && !(end < text.Length && char.IsAsciiDigit(text[end]))
        && !(start > 1 && text[start - 1] is '-' or '.' or '/' && char.IsAsciiDigit(text[start - 2]))
        && !(end + 1 < text.Length && text[end] is '-' or '.' or '/' && char.IsAsciiDigit(text[end + 1]));

    /// <summary>No amount begins with 0, so that a sign of money beside a number makes no amount of it.</summary>
    private static bool IsLongFromZero(ReadOnlySpan<char> thing)
    {
        var first = thing.IndexOfAnyInRange('0', '9');
        var digits = 0;
        foreach (var c in thing)
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        return digits > Least && thing[first] == '0';
    }

    private static List<Group> Groups(string text, bool[] taken)
    {
        var groups = new List<Group>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]) || taken[i])
                continue;
            var start = i;
            while (i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) && !taken[i + 1])
                i++;
            groups.Add(new Group(start, i + 1, start > 0 && text[start - 1] == '+', text[start] == '0'));
        }

        return groups;
    }

    /// <summary>The last group of the number that begins with this one.</summary>
    private static int LastOf(string text, List<Group> groups, int first)
    {
        var (count, most) = (groups[first].Length, groups[first].IsHome ? MostAtHome : Most);
        if (groups[first].IsHome && text.AsSpan(groups[first].Start).StartsWith("00", StringComparison.Ordinal))
            most = Most;
        var last = first;
        while (last + 1 < groups.Count)
        {
            var next = groups[last + 1];
            if (!IsGap(text.AsSpan(groups[last].End, next.Start - groups[last].End), groups[first].IsHome || groups[first].IsAbroad)
                || count + next.Length > most || (count > Least && next is { IsHome: true, Length: > 1 }))
            {
                break;
            }

            count += next.Length;
            last++;
        }

        return last;
    }

    private static bool IsGap(ReadOnlySpan<char> between, bool isSure) =>
        between.Length <= WidestGap && !between.ContainsAnyExcept(isSure ? " \t\r\n\u00A0.-–—_/(),*·•|~" : " \u00A0.-–—_()·•");

    private static bool IsNumber(string text, List<Group> groups, int first, int last)
    {
        var all = groups[first..(last + 1)];
        var count = all.Sum(group => group.Length);
        if (count < Least)
            return false;
        if (all[0].IsHome || all[0].IsAbroad)
            return true;

        // Without its 0 a number is known by its length alone, so that whatever it may be instead is looked at.
        return count <= Most
            && (all.Count <= 4 || all.TrueForAll(group => group.Length == 1))
            && !all.TrueForAll(group => text.AsSpan(group.Start, group.Length).EndsWith("00", StringComparison.Ordinal))
            && !all.TrueForAll(group => group.Length == 4 && text.AsSpan(group.Start, 2) is "19" or "20" or "25")
            && !all.Exists(group => publicNumbers.Contains(text[group.Start..group.End], StringComparer.Ordinal));
    }

    /// <summary>Digits without anything between.</summary>
    /// <param name="Start">Where they begin.</param>
    /// <param name="End">Where they end.</param>
    /// <param name="IsAbroad">A plus stands before them.</param>
    /// <param name="IsHome">They begin with 0.</param>
    private readonly record struct Group(int Start, int End, bool IsAbroad, bool IsHome)
    {
        public int Length => End - Start;
    }
}
