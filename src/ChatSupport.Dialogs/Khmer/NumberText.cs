namespace ChatSupport.Dialogs.Khmer;

/// <summary>How many numbers a typed text can mean.</summary>
internal enum NumberKind
{
    None,
    One,

    /// <summary>A point before exactly three digits: thousands in one school book, decimals in another.</summary>
    Two,
}

/// <summary>What <see cref="NumberText"/> made of a text.</summary>
/// <param name="Kind">How many meanings there are.</param>
/// <param name="Value">The number; with <see cref="NumberKind.Two"/> the one in which the point parts thousands.</param>
/// <param name="Other">With <see cref="NumberKind.Two"/> the one in which the point parts decimals.</param>
internal readonly record struct NumberReading(NumberKind Kind, decimal Value, decimal Other);

/// <summary>Reads numbers written with 0 to 9 and thousands marks, without guessing.</summary>
internal static class NumberText
{
    private const int MostDigits = 18;

    /// <summary>A number without a sign. A comma before exactly three digits parts thousands, because that is how we print them.</summary>
    public static NumberReading Read(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        Span<char> digits = stackalloc char[MostDigits];
        Span<char> marks = stackalloc char[MostDigits]; // before the group
        Span<int> starts = stackalloc int[MostDigits]; // of the group, in digits
        var (length, groups) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= '0' and <= '9')
            {
                if (length == MostDigits)
                    return default;
                if (i == 0 || text[i - 1] is < '0' or > '9')
                {
                    marks[groups] = i == 0 ? default : Mark(text[i - 1]);
                    starts[groups++] = length;
                }

                digits[length++] = c;
            }
            else if (Mark(c) == default || i == 0 || i == text.Length - 1 || text[i - 1] is < '0' or > '9')
            {
                return default;
            }
        }

        return length == 0 ? default : Read(digits[..length], marks[..groups], starts[..groups]);
    }

    private static NumberReading Read(ReadOnlySpan<char> digits, ReadOnlySpan<char> marks, ReadOnlySpan<int> starts)
    {
        var whole = Whole(digits);
        if (starts.Length == 1)
            return new NumberReading(NumberKind.One, whole, 0);

        var last = digits.Length - starts[^1];
        var thousands = AreThousands(digits, marks, starts);
        var canBeDecimals = marks[^1] is '.' or ',' && !marks[1..^1].Contains(marks[^1]) && AreThousands(digits[..starts[^1]], marks[..^1], starts[..^1]);
        var decimals = canBeDecimals ? whole / Power(last) : 0;
        return (thousands, canBeDecimals) switch
        {
            (true, true) when marks[^1] == '.' => new NumberReading(NumberKind.Two, whole, decimals),
            (true, _) => new NumberReading(NumberKind.One, whole, 0),
            (false, true) => new NumberReading(NumberKind.One, decimals, 0),
            _ => default,
        };
    }

    /// <summary>One to three digits without a leading zero, then groups of three, all after the same mark.</summary>
    private static bool AreThousands(ReadOnlySpan<char> digits, ReadOnlySpan<char> marks, ReadOnlySpan<int> starts)
    {
        if (starts.Length <= 1)
            return true;
        if (starts[1] > 3 || digits[0] == '0' || digits.Length - starts[^1] != 3)
            return false;
        for (var i = 2; i < starts.Length; i++)
        {
            if (starts[i] - starts[i - 1] != 3 || marks[i] != marks[1])
                return false;
        }

        return true;
    }

    private static char Mark(char c) => c switch
    {
        '.' or ',' => c,
        ' ' or '\u00A0' or '\u202F' => ' ',
        _ => default,
    };

    private static decimal Whole(ReadOnlySpan<char> digits)
    {
        var value = 0m;
        foreach (var digit in digits)
            value = (value * 10) + (digit - '0');
        return value;
    }

    private static decimal Power(int exponent)
    {
        var power = 1m;
        for (var i = 0; i < exponent; i++)
            power *= 10;
        return power;
    }
}
