using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ChatSupport.Savings.Amounts;

/// <summary>What a number with its marks is: whole, with cents, or something that has two meanings.</summary>
/// <param name="Kind">Which of these.</param>
/// <param name="Minor">In whole units; for <see cref="NumberForm.Cents"/> in hundredths.</param>
/// <param name="Perhaps">For <see cref="NumberForm.Doubtful"/>: what it could be, in hundredths.</param>
internal readonly partial record struct NumberReading(NumberForm Kind, long Minor, ImmutableArray<long> Perhaps)
{
    private const int MostDigits = 15;

    /// <summary>Reads digits 0 to 9 with points and commas between them.</summary>
    public static NumberReading Of(string number)
    {
        if (number.Count(char.IsAsciiDigit) > MostDigits)
            return new(NumberForm.TooLarge, 0, []);
        if (Whole().IsMatch(number))
        {
            var value = Plain(number);
            return new(number is ['0', _, ..] ? NumberForm.LeadingZero : NumberForm.Whole, value, []);
        }
        if (WithCents().Match(number) is { Success: true } cents && !cents.Groups[1].Value.StartsWith("0,", StringComparison.Ordinal))
        {
            var hundredths = (Plain(cents.Groups[1].Value) * 100) + Plain(cents.Groups[2].Value.PadRight(2, '0'));
            var leads = cents.Groups[1].Value is ['0', _, ..];
            return leads ? new(NumberForm.Doubtful, 0, [hundredths]) : new(NumberForm.Cents, hundredths, []);
        }
        return new(NumberForm.Doubtful, 0, Meanings(number));
    }

    /// <summary>The ways in which the world writes numbers. None of them is taken; they are offered.</summary>
    private static ImmutableArray<long> Meanings(string number)
    {
        var meanings = new SortedSet<long>();
        foreach (var (thousands, point) in (ReadOnlySpan<(char, char)>)[(',', '.'), ('.', ',')])
        {
            var parts = number.Split(point);
            if (parts.Length > 2 || !Grouped(parts[0], thousands) || (parts.Length == 2 && !IsDecimals(parts[1])))
                continue;
            var decimals = parts.Length == 2 ? parts[1].TrimEnd('0').PadRight(2, '0') : "00";
            if (decimals.Length == 2)
                meanings.Add((Plain(parts[0]) * 100) + Plain(decimals));
        }
        return [.. meanings.Where(meaning => meaning > 0)];
    }

    private static bool Grouped(string text, char mark)
    {
        var groups = text.Split(mark);
        return groups.All(group => group.Length > 0 && group.All(char.IsAsciiDigit))
            && (groups.Length == 1 || (groups[0].Length <= 3 && groups[0][0] != '0' && groups.Skip(1).All(group => group.Length == 3)));
    }

    private static bool IsDecimals(string text) => text.Length is >= 1 and <= 3 && text.All(char.IsAsciiDigit);

    private static long Plain(string digits) => long.Parse(string.Concat(digits.Where(char.IsAsciiDigit)), NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:[0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^([0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})+)\.([0-9]{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex WithCents();
}

/// <summary>What a number is.</summary>
internal enum NumberForm
{
    Whole,
    Cents,
    LeadingZero,
    Doubtful,
    TooLarge,
}
