using ChatSupport.Dialogs.Khmer;
using CsCheck;

namespace ChatSupport.Dialogs.Tests.Khmer;

public sealed class WordPiecesOfAText
{
    [Theory]
    [InlineData("Visa problem, please!", "visa problem please")]
    [InlineData("call 012345678 or me@example.com", "call")] // "or" and "me" are too short or part of an address
    [InlineData("abc123 room_7 http://x.example", "")]
    [InlineData("", "")]
    [InlineData("ok", "")]
    public void Latin_words_stand_by_themselves_and_what_says_who_somebody_is_is_left_out(string text, string pieces) =>
        Assert.Equal(pieces, string.Join(' ', WordPieces.Of(text)));

    [Fact]
    public void Khmer_gives_its_stretches_of_two_to_five_clusters()
    {
        var pieces = WordPieces.Of("ខ្ញុំ ទិដ្ឋាការ");

        Assert.Contains(StrictKey.Of("ទិដ្ឋាការ"), pieces);
        Assert.All(pieces, piece => Assert.InRange(Clusters.Count(piece), 2, WordPieces.LongestStretch));
    }

    [Fact]
    public void A_sentence_is_never_a_piece() => Gen.String[Gen.Char["កខគឃងចឆជ្ិុំា abc"], 0, 60].Sample(text =>
    {
        var pieces = WordPieces.Of(text);
        var key = StrictKey.Of(text);
        Assert.Equal(pieces.Distinct(StringComparer.Ordinal), pieces);
        Assert.True(Clusters.Count(key) <= 3 || !key.Any(c => c >= '\u1780') || !pieces.Contains(key, StringComparer.Ordinal), text);
        Assert.All(pieces, piece => Assert.Contains(piece, key, StringComparison.Ordinal));
    });

    [Fact]
    public void Any_text_is_cut_without_a_fault_and_into_few_pieces() => Gen.String[0, 2000].Sample(text => Assert.InRange(WordPieces.Of(text).Count, 0, 80));
}
