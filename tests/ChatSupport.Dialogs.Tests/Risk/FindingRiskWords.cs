using ChatSupport.Dialogs.Risk;

namespace ChatSupport.Dialogs.Tests.Risk;

public sealed class FindingRiskWords
{
    [Theory]
    [InlineData("ខ្ញុំចង់ស្លាប់ទេបង", "want-to-die", "ចង់ស្លាប់")]
    [InlineData("ខ្ញុំ ចង់\u200B ស្លា\u200Cប់", "want-to-die", "ចង់\u200B ស្លា\u200Cប់")]
    [InlineData("bong knhom jong slap heuy", "want-to-die", "jong slap")]
    [InlineData("CHONGSLAB", "want-to-die", "CHONGSLAB")]
    [InlineData("i waaant tooo dieee", "want-to-die", "waaant tooo dieee")]
    [InlineData("I want   to DIE.", "want-to-die", "want   to DIE")]
    [InlineData("i don’t want to live anymore", "want-to-die", "don’t want to live")]
    [InlineData("Em muốn chết", "want-to-die", "muốn chết")]
    [InlineData("em muon chet qua", "want-to-die", "muon chet")]
    [InlineData("muo\u0302\u0301n che\u0302\u0301t", "want-to-die", "muo\u0302\u0301n che\u0302\u0301t")]
    [InlineData("我想死", "want-to-die", "想死")]
    [InlineData("bong somlab khluon heuy", "kill-myself", "somlab khluon")]
    [InlineData("samlap kluon", "kill-myself", "samlap kluon")]
    [InlineData("😀😀🔪😀", "sign-of-means", "🔪")]
    [InlineData("😭😭😭", "sign-of-grief", "😭")]
    [InlineData("⚰", "sign-of-means", "⚰")]
    [InlineData("she has a ｋｎｉｆｅ", "weapon", "has a ｋｎｉｆｅ")]
    [InlineData("ខ្ញុំអាយុ ១៥ ឆ្នាំ", "under-age", "អាយុ ១៥")]
    [InlineData("ខ្ញុំអាយុ15", "under-age", "អាយុ15")]
    [InlineData("knhom ayu ១៥ chhnam", "under-age", "ayu ១៥ chhnam")]
    [InlineData("គេលក់ខ្ញុំទៅ🙏", "sold", "លក់ខ្ញុំទៅ")]
    public void A_word_is_found_where_it_stands(string said, string entry, string place)
    {
        var hits = Lexicon.Shipped.Find(said);

        Assert.Contains(hits, hit => hit.Entry.Id == entry && said.Substring(hit.Start, hit.Length) == place);
    }

    [Theory]
    [InlineData("ខ្ញុំចង់ស្តាប់ចម្រៀង")]
    [InlineData("ថ្ងៃនេះសើចចង់ស្លាប់")]
    [InlineData("គេរំលោភសិទ្ធិខ្ញុំ")]
    [InlineData("ខ្ញុំទើបតែទៅផ្ទះ អរគុណបង")]
    [InlineData("i am on a diet, studied hard")]
    [InlineData("a skilled therapist")]
    [InlineData("chong sdap chomrieng")]
    [InlineData("nâng từ từ thôi nhé")]
    [InlineData("where is the emergency exit")]
    [InlineData("想死你了")]
    [InlineData("")]
    [InlineData("🙂👍🏽👨‍👩‍👧")]
    public void Harmless_words_are_none(string said) => Assert.Empty(Lexicon.Shipped.Find(said));

    [Fact]
    public void A_short_word_never_hits_inside_another() => Assert.Empty(Lexicon.Of("en", ["die"]).Find("diet, studied, indie; Die-t"[..20]));

    [Fact]
    public void Accents_that_are_written_make_another_word()
    {
        var words = Lexicon.Of("vi", ["tự tử"]);

        Assert.Equal([1, 1, 0, 0], [words.Find("tự tử").Count, words.Find("tu tu").Count, words.Find("từ từ").Count, words.Find("tú tự").Count]);
    }

    [Fact]
    public void A_harmless_word_takes_back_only_what_it_covers()
    {
        var hit = Assert.Single(Lexicon.Of("km", ["រំលោភ"], "រំលោភសិទ្ធិ").Find("រំលោភសិទ្ធិ ហើយរំលោភខ្ញុំ"));

        Assert.Equal(("រំលោភ", "រំលោភសិទ្ធិ ហើយ".Length), (hit.Word, hit.Start));
    }

    [Fact]
    public void A_harmless_word_speaks_for_its_own_entry_only()
    {
        var words = new RiskWords([Lexicon.Entry("one", 1, "en", ["knife"], "knife and fork"), Lexicon.Entry("two", 2, "en", ["fork"])]);

        Assert.Equal(["two"], words.Find("knife and fork").Select(hit => hit.Entry.Id));
    }

    [Fact]
    public void The_level_is_that_of_the_most_urgent_word()
    {
        Assert.Equal([0, 1, 2, 3], new[] { "i want to die, the police", "a knife", "💔", "police" }.Select(Lexicon.Shipped.Level));
        Assert.Null(Lexicon.Shipped.Level("hello"));
        Assert.Null(RiskWords.None.Level("i want to die"));
    }

    [Fact]
    public void Of_one_entry_the_longer_of_two_words_in_one_another_is_told() =>
        Assert.Equal(["locked me in a room"], Lexicon.Of("en", ["locked me", "locked me in a room", "room"]).Find("he locked me in a room").Select(hit => hit.Word));

    [Fact]
    public void Khmer_between_two_words_parts_them() => Assert.Empty(Lexicon.Of("en", ["kill me"]).Find("kill ខ្ញុំ me"));

    [Fact]
    public void Hits_come_in_the_order_of_the_text() =>
        Assert.Equal(["police", "weapon-named"], Lexicon.Shipped.Find("police! he took a knife").Select(hit => hit.Entry.Id));
}
