using System.Buffers;

namespace ChatSupport.Dialogs.Khmer;

/// <summary>The order in which the Khmer Encoding Structure (Unicode L2/22-290) writes the characters of a syllable, and nothing else:
/// no character is added, removed or replaced, so the text looks the same and its length stays.</summary>
public static class CanonicalOrder
{
    /// <summary>Puts the signs of every syllable in order: base, robat, subscripts (RO last), shifters, vowels, marks, finals.
    /// Signs of one kind keep their order. Zero-width characters go with the character before them; those at the end of a syllable stay there.</summary>
    /// <param name="text">Any text; characters outside Khmer are left alone.</param>
    /// <returns>The same instance when nothing moves.</returns>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = Syllables.FirstDisorder(text);
        if (at < 0)
            return text;

        var pool = ArrayPool<char>.Shared.Rent(text.Length);
        var copy = pool.AsSpan(0, text.Length);
        text.CopyTo(copy);
        Syllables.Arrange(copy, at);
        var result = copy.SequenceEqual(text) ? text : new string(copy);
        ArrayPool<char>.Shared.Return(pool, clearArray: true); // what a worker typed does not stay in a pool
        return result;
    }

    /// <summary>True where <see cref="Of"/> would change nothing.</summary>
    public static bool Holds(string text) => ReferenceEquals(Of(text), text);
}
