using CsCheck;

namespace ChatSupport.Fuzzing;

/// <summary>Generates inputs for a fuzz test: noise, sound inputs that were mangled, and the words of the language in any order.</summary>
internal static class Mangled
{
    private const int LongestNoise = 100;
    private const int MostWords = 40;

    /// <summary>Inputs of bytes.</summary>
    /// <param name="sound">Inputs that are right, to be mangled.</param>
    /// <param name="words">What the language is made of.</param>
    public static Gen<byte[]> Bytes(IReadOnlyList<byte[]> sound, IReadOnlyList<byte[]> words) => Of(sound, words, Gen.Byte);

    /// <summary>Inputs of UTF-16, halves of letters among them.</summary>
    /// <param name="sound">Inputs that are right, to be mangled.</param>
    /// <param name="words">What the language is made of.</param>
    public static Gen<string> Texts(IReadOnlyList<string> sound, IReadOnlyList<string> words) =>
        Of([.. sound.Select(text => text.ToCharArray())], [.. words.Select(word => word.ToCharArray())], Letter).Select(letters => new string(letters));

    private static Gen<char> Letter { get; } = Gen.Frequency(
        (4, Gen.Char['\u1780', '\u17FF']), (3, Gen.Char[' ', '~']), (1, Gen.Char), (1, Gen.Char['\uD800', '\uDFFF']), (1, Gen.Const('\u200B')), (1, Gen.Char['\u0300', '\u036F']));

    private static Gen<T[]> Of<T>(IReadOnlyList<T[]> sound, IReadOnlyList<T[]> words, Gen<T> one)
    {
        var word = Gen.Int[0, words.Count - 1].Select(at => words[at]);
        var good = Gen.Int[0, sound.Count - 1].Select(at => sound[at]);
        var noise = one.Array[0, LongestNoise];
        var change = Gen.Select(Gen.Int[0, 6], Gen.Double[0, 1], Gen.Int[1, 40], Gen.OneOf(word, one.Array[1, 4]), good, Change);
        return Gen.Frequency(
            (1, noise),
            (6, Gen.Select(good, change.Array[1, 6], (input, changes) => changes.Aggregate(input, (before, apply) => apply(before)))),
            (3, word.Array[1, MostWords].Select(some => some.SelectMany(part => part).ToArray())));
    }

    private static Func<T[], T[]> Change<T>(int kind, double where, int length, T[] word, T[] other) => input =>
    {
        var at = (int)(where * input.Length);
        var end = Math.Min(input.Length, at + length);
        return kind switch
        {
            0 => [.. input[..at], .. word, .. input[at..]],
            1 => [.. input[..at], .. input[end..]],
            2 => [.. input[..at], .. word, .. input[end..]],
            3 => [.. input[..end], .. Enumerable.Repeat(input[at..end], 1 + (length % 5)).SelectMany(part => part), .. input[end..]],
            4 => [.. input[..at], .. other[(int)(where * other.Length)..]],
            5 => input[..at],
            _ => [.. input[..at], .. input[at..end].Reverse(), .. input[end..]],
        };
    };
}
