using System.Text;
using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Risk;
using ChatSupport.Dialogs.Tests.Khmer;
using CsCheck;

namespace ChatSupport.Dialogs.Tests.Risk;

public sealed class RiskWordsInAnything
{
    private static readonly Gen<(RiskEntry Entry, string Word)> word = Gen.Int[0, Lexicon.Words.Count - 1].Select(at => Lexicon.Words[at]);

    /// <summary>Words among anything.</summary>
    private static readonly Gen<string> said = Gen.OneOf(KhmerTexts.Any, word.Select(one => one.Word), Gen.OneOf(" ", "🙂", "\u200B", "a", "។")).Array[0, 8].Select(string.Concat);

    [Fact]
    public void Every_word_is_found_as_it_is_written() =>
        Assert.All(Lexicon.Words, one => Assert.Contains(Lexicon.Shipped.Find(one.Word), hit => hit.Entry == one.Entry && hit.Start == 0 && hit.Length == one.Word.Length));

    [Fact]
    public void What_nobody_sees_hides_no_word() => Gen.Select(word, Gen.Int[0, int.MaxValue], Gen.OneOf("\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF", "\u00AD")).Sample((one, at, unseen) =>
        Finds(one.Entry, one.Word.Insert(Between(one.Word, at), unseen)));

    [Fact]
    public void Doubled_letters_hide_no_word() => Gen.Select(word, Gen.Int[0, int.MaxValue], Gen.Int[1, 4]).Sample((one, at, times) =>
    {
        var letter = Between(one.Word, at);
        return !IsDoubled(one.Word[letter]) || Finds(one.Entry, one.Word.Insert(letter, new string(one.Word[letter], times)));
    });

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("-")]
    [InlineData(" . ")]
    public void Capitals_and_blanks_hide_no_word(string blank) =>
        Assert.All(Lexicon.Words, one => Assert.True(Finds(one.Entry, one.Word.ToUpperInvariant().Replace(" ", blank, StringComparison.Ordinal)), one.Word));

    [Fact]
    public void Words_between_others_are_found() => Gen.Select(word, KhmerTexts.Any).Sample((one, other) =>
        Assert.True(Finds(one.Entry, $"{Plain(other)} {one.Word} {Plain(other)}"), $"{one.Word} between {string.Concat(other.Select(c => $"{(int)c:X4} "))}"));

    [Fact]
    public void A_hit_is_a_part_of_the_text_and_hits_again_by_itself() => said.Sample(text =>
    {
        foreach (var hit in Lexicon.Shipped.Find(text))
        {
            Assert.InRange(hit.Start, 0, text.Length - 1);
            Assert.InRange(hit.Length, 1, text.Length - hit.Start);
            var part = text.Substring(hit.Start, hit.Length);
            Assert.False(char.IsLowSurrogate(part[0]) || char.IsHighSurrogate(part[^1]), "A hit cuts a sign in two.");
            Assert.Contains(Lexicon.Shipped.Find(part), again => again.Entry == hit.Entry);
        }
    });

    [Fact]
    public void Harmless_words_never_hit() => Assert.All(
        Lexicon.Shipped.Entries.SelectMany(entry => entry.Words.Not.Values.SelectMany(words => words.Select(word => (entry, word.Text)))),
        one => Assert.DoesNotContain(Lexicon.Shipped.Find($"ok {one.Text} ok"), hit => hit.Entry == one.entry));

    [Fact]
    public void The_level_is_the_least_of_the_hits() => said.Sample(text =>
        Assert.Equal(Lexicon.Shipped.Find(text).Select(hit => (int?)hit.Level).Min(), Lexicon.Shipped.Level(text)));

    [Fact]
    public void The_longest_text_is_looked_through()
    {
        // Half a million letters that all but fit: what looks at a letter more than a few times would still be at it tomorrow.
        foreach (var nearly in new[] { "chong chong ", "ចង់ចង់", "កើុីុំ", "knife and ", "want to want to ", "😭", "a", "ក", "្ក", "\u0301", "ស្ត្រ" })
            Assert.InRange(Lexicon.Shipped.Find(string.Concat(Enumerable.Repeat(nearly, 500_000 / nearly.Length))).Count, 0, 500_000);
    }

    private static bool Finds(RiskEntry entry, string text) => Lexicon.Shipped.Find(text).Any(hit => hit.Entry == entry);

    /// <summary>A place in a word that is not inside of a pair of surrogates.</summary>
    private static int Between(string text, int at)
    {
        at %= text.Length;
        return char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }

    private static bool IsDoubled(char c) => char.IsLetter(c) || (c is >= '\u1780' and <= '\u17FF' && !char.IsAsciiDigit(Digits.ToArabic(c.ToString())[0]));

    /// <summary>Without what would join the word beside it: a letter, or a coeng that takes its first letter under itself.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var c in text)
            plain.Append(c == '\u17D2' || char.IsSurrogate(c) ? '.' : c);
        return plain.Append('.').ToString();
    }
}
