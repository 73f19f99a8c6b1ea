using System.Text;
using ChatSupport.Dialogs.Khmer;

namespace ChatSupport.Savings.Amounts;

/// <summary>A number or the word of a currency.</summary>
/// <param name="Text">As it was typed, with the digits 0 to 9.</param>
/// <param name="Currency">Null for a number.</param>
/// <param name="IsApart">Something stands between it and the one before.</param>
internal readonly record struct MoneyToken(string Text, Currency? Currency, bool IsApart)
{
    private static readonly (string Word, Currency Currency)[] words =
    [
        ("៛", Amounts.Currency.Khr), ("រៀល", Amounts.Currency.Khr), ("riels", Amounts.Currency.Khr), ("riel", Amounts.Currency.Khr), ("khr", Amounts.Currency.Khr),
        ("us$", Amounts.Currency.Usd), ("usd", Amounts.Currency.Usd), ("$", Amounts.Currency.Usd), ("dollars", Amounts.Currency.Usd), ("dollar", Amounts.Currency.Usd),
        ("ដុល្លារ", Amounts.Currency.Usd), ("ដុល្លា", Amounts.Currency.Usd),
    ];

    private static readonly string[] connectors = ["និង", "and", "+", ",", "&"];

    private bool IsNumber => Currency is null;

    /// <summary>Takes a text apart.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="stranger">What is neither number nor currency; null where all was understood.</param>
    public static List<MoneyToken> Split(string text, out string? stranger)
    {
        var rest = Clean(text).AsSpan();
        var tokens = new List<MoneyToken>();
        var isApart = false;
        stranger = null;
        while (!rest.IsEmpty)
        {
            if (Between(rest, tokens.Count > 0) is > 0 and var skipped)
            {
                rest = rest[skipped..];
                isApart = true;
                continue;
            }
            if (Next(rest, isApart) is not { } token)
            {
                stranger = Stranger(rest);
                return tokens;
            }
            tokens.Add(token);
            rest = rest[token.Text.Length..];
            isApart = false;
        }
        return tokens;
    }

    /// <summary>One letter for each, <c>n</c> or <c>m</c>.</summary>
    public static string Shape(IReadOnlyList<MoneyToken> tokens) => string.Concat(tokens.Select(token => token.IsNumber ? 'n' : 'm'));

    /// <summary>Invisible signs stand between Khmer words where somebody's keyboard put them.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in Digits.ToArabic(text))
        {
            if (c is not ('\u200B' or '\u200C' or '\u200D' or '\uFEFF'))
                clean.Append(char.IsWhiteSpace(c) ? ' ' : c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c);
        }
        return clean.ToString().TrimEnd(' ', '.', '។');
    }

    private static int Between(ReadOnlySpan<char> rest, bool hasBefore)
    {
        if (rest[0] == ' ')
            return 1;
        foreach (var connector in connectors)
        {
            if (hasBefore && rest.StartsWith(connector, StringComparison.Ordinal) && !EndsInsideOfWord(rest, connector))
                return connector.Length;
        }
        return 0;
    }

    private static MoneyToken? Next(ReadOnlySpan<char> rest, bool isApart)
    {
        if (char.IsAsciiDigit(rest[0]))
        {
            var length = 1;
            while (length < rest.Length && (char.IsAsciiDigit(rest[length]) || (rest[length] is '.' or ',' && length + 1 < rest.Length && char.IsAsciiDigit(rest[length + 1]))))
                length++;
            return new MoneyToken(rest[..length].ToString(), null, isApart);
        }
        foreach (var (word, currency) in words)
        {
            if (rest.StartsWith(word, StringComparison.Ordinal) && !EndsInsideOfWord(rest, word))
                return new MoneyToken(word, currency, isApart);
        }
        return null;
    }

    private static bool EndsInsideOfWord(ReadOnlySpan<char> rest, string word) =>
        char.IsAsciiLetter(word[^1]) && rest.Length > word.Length && char.IsAsciiLetter(rest[word.Length]);

    private static string Stranger(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf(' ');
        return rest[..(end < 0 ? rest.Length : end)].ToString();
    }
}
