using ChatSupport.Dialogs.Khmer;

namespace ChatSupport.Savings.Amounts;

/// <summary>One line of a sheet.</summary>
/// <param name="Text">As it was typed.</param>
/// <param name="Book">The number of the saving book, with the digits 0 to 9 and without zeros before; null where the line begins with no number.</param>
/// <param name="Money">What the rest of the line is.</param>
internal sealed record SheetLine(string Text, string? Book, MoneyReading Money);

/// <summary>Reads what a leader types in a meeting for many members at once: <c>12 5000, 13 10000 2$</c>. Each line stands for itself, so that a bad one takes
/// none of the others with it and none is passed over in silence.</summary>
internal static class SheetReader
{
    private const int Longest = 4_000;
    private const int LongestBook = 6;

    /// <summary>All lines in their order, each read, asked about or refused.</summary>
    /// <param name="text">Lines with a new line, a semicolon or a comma between; a comma between two digits belongs to the number.</param>
    /// <param name="cash">Which amounts can be handed over.</param>
    public static IReadOnlyList<SheetLine> Read(string? text, CashRules cash)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];
        if (text.Length > Longest)
            return [new SheetLine("", null, new MoneyReading.Refused(MoneyFault.TooLong, ""))];
        var lines = Split(text).Select(line => ReadLine(line, cash)).ToList();
        var twice = lines.Where(line => line.Book is not null).GroupBy(line => line.Book).Where(same => same.Count() > 1).SelectMany(same => same.Skip(1)).ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. lines.Select(line => twice.Contains(line) && line.Money is MoneyReading.Read read
            ? line with { Money = new MoneyReading.Ask(MoneyDoubt.BookTwice, line.Text, read.Amounts) }
            : line)];
    }

    private static IEnumerable<string> Split(string text)
    {
        var plain = Digits.ToArabic(text);
        var begin = 0;
        for (var at = 0; at <= plain.Length; at++)
        {
            if (at < plain.Length && !IsEnd(plain, at))
                continue;
            var line = text[begin..at].Trim();
            if (line.Length > 0)
                yield return line;
            begin = at + 1;
        }
    }

    private static bool IsEnd(string plain, int at) => plain[at] switch
    {
        '\n' or '\r' or ';' => true,
        ',' => at == 0 || at + 1 == plain.Length || !char.IsAsciiDigit(plain[at - 1]) || !char.IsAsciiDigit(plain[at + 1]),
        _ => false,
    };

    private static SheetLine ReadLine(string line, CashRules cash)
    {
        var plain = Digits.ToArabic(line);
        var length = 0;
        while (length < plain.Length && char.IsAsciiDigit(plain[length]))
            length++;
        var isBook = length is > 0 and <= LongestBook && (length == plain.Length || char.IsWhiteSpace(plain[length]) || plain[length] is ':' or '=');
        if (!isBook)
            return new SheetLine(line, null, new MoneyReading.Refused(MoneyFault.NotUnderstood, line));
        var book = plain[..length].TrimStart('0');
        return book.Length == 0
            ? new SheetLine(line, null, new MoneyReading.Refused(MoneyFault.NotUnderstood, line))
            : new SheetLine(line, book, MoneyReader.Read(line[length..].TrimStart(' ', '\t', ':', '='), cash));
    }
}
