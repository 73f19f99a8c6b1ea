using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Model;
using static ChatSupport.Dialogs.Tests.Khmer.Topics;

namespace ChatSupport.Dialogs.Tests.Khmer;

public sealed class MatchingWhatWasTyped
{
    private static readonly Matcher Matcher = new(
    [
        Topic("hours", "ម៉ោងធ្វើការ | Working hours", km: "ម៉ោងធ្វើការ | ថែមម៉ោង", roman: "maong tver ka | them maong", en: "working hours | overtime"),
        Topic("wages", "ប្រាក់ខែ | Wages", km: "ប្រាក់ខែ | លុយ | ខែ", roman: "brak khe | luy", en: "wage | salary"),
        Topic("police", "ប៉ូលិស | Police", km: "ប៉ូលិស | ចាប់ | គុក", roman: "polis", en: "police"),
        Topic("drinking", "ផឹកស្រា", km: "ផឹក", en: "drink", not: "ទឹកផឹក"),
        Topic("violence", "អំពើហិង្សា", km: "វាយ | ហិង្សា"),
        Topic("health", "សុខភាព", km: "ថ្នាំ | ពេទ្យ", vi: "sức khỏe"),
    ]);

    [Theory]
    [InlineData("ម៉ោងធ្វើការ", "hours")]
    [InlineData("មោ៉ងធើ្វការ", "hours")] // signs in disorder
    [InlineData("ម៉ោង ធ្វើការ?", "hours")] // a blank where she felt like it
    [InlineData("WORKING HOURS", "hours")]
    public void A_whole_label_is_certain(string said, string topic)
    {
        var result = Matcher.Match(said);
        Assert.Equal((MatchCertainty.Certain, topic, MatchKind.Label), (result.Certainty, result.Hits[0].Topic, result.Hits[0].Kind));
    }

    [Theory]
    [InlineData("ខ្ញុំចង់សួរអំពីថែមម៉ោង", "hours")]
    [InlineData("ថៅកែមិនបើកប្រាក់ខែឱ្យខ្ញុំទេ", "wages")]
    [InlineData("ពួក\u200Bប៉ូលិស\u200Bមក", "police")]
    [InlineData("do I get overtime?", "hours")]
    [InlineData("ខ្ញុំធ្វើ overtime ច្រើន", "hours")]
    [InlineData("knhom chong them maong te", "hours")]
    public void A_keyword_counts_inside_an_unspaced_sentence(string said, string topic) => Assert.Equal(topic, Matcher.Certain(said));

    [Fact]
    public void A_hit_points_into_the_original_text_and_says_why()
    {
        var said = "ថៅកែ\u200Bមិនបើក \u200Bប្រា\u200Bក់ខែ\u200B ឱ្យ";

        var hit = Matcher.Match(said).Hits[0];

        Assert.Equal("ប្រា\u200Bក់ខែ", said.Substring(hit.Start, hit.Length));
        Assert.Equal("The keyword 'ប្រាក់ខែ' stands in the message.", hit.Why);
    }

    [Theory]
    [InlineData("វាយ", "Certain: violence")]
    [InlineData("វាយ។", "Certain: violence")]
    [InlineData("ច្រវាយទៅមក", "None")] // another word, in which it stands between boundaries
    [InlineData("គេវាយកុំព្យូទ័រ", "None")] // to type
    public void A_short_keyword_counts_only_as_the_whole_message(string said, string outcome) =>
        Assert.Equal(outcome, Matcher.Outcome(said));

    [Fact]
    public void Two_short_keywords_of_one_topic_support_each_other()
    {
        Assert.Null(Matcher.Certain("គេចង់ចាប់ខ្ញុំនៅទីនោះ"));
        Assert.Equal("police", Matcher.Certain("គេចង់ចាប់ខ្ញុំដាក់គុក"));
        Assert.Equal("wages", Matcher.Certain("ខ្ញុំអត់មានលុយខែនេះទេ"));
    }

    [Fact]
    public void The_same_short_keyword_twice_is_still_one() => Assert.Null(Matcher.Certain("គេចង់ចាប់ខ្ញុំចាប់អ្នក"));

    [Fact]
    public void A_keyword_inside_a_cluster_is_no_hit()
    {
        var matcher = new Matcher([Topic("flag", km: "ការងារ"), Topic("man", km: "មនុស្ស")]);

        Assert.Equal("flag", matcher.Certain("ខ្ញុំរកការងារធ្វើ"));
        Assert.Equal("None", matcher.Outcome("ស្ការងារុំហើយនៅឆ្ងាយពីទីនេះ")); // begins as a subscript, ends before a vowel
    }

    [Theory]
    [InlineData("ខ្ញុំទទួលស្គាល់កំហុសនេះហើយ")]
    [InlineData("ទទួលស្គាល់")]
    public void Words_that_share_an_ending_are_told_apart(string said)
    {
        var matcher = new Matcher([Topic("death", "ស្លាប់", km: "ស្លាប់ | ស្លាប់ទៅ", crisis: true)]);
        Assert.Equal("None", matcher.Outcome(said));
        Assert.Empty(matcher.Crisis(said));
    }

    [Fact]
    public void What_a_phrase_cancels_no_weaker_rule_brings_back()
    {
        var matcher = new Matcher([Topic("danger", en: "in danger", not: "not in danger", crisis: true)]);

        Assert.Equal("danger", matcher.Certain("I am in danger"));
        Assert.Equal("None", matcher.Outcome("I am not in danger"));
        Assert.Equal("danger", matcher.Certain("I am not in danger but she is in danger"));
        Assert.Empty(matcher.Crisis("I am not in danger"));
    }

    [Fact]
    public void A_phrase_cancels_the_keyword_inside_it()
    {
        var matcher = new Matcher([Topic("drinking", km: "ផឹកស្រា", not: "មិនផឹកស្រា"), Topic("home", km: "ផ្ទះសំណាក់")]);

        Assert.Equal("drinking", matcher.Certain("គេបង្ខំឱ្យផឹកស្រា"));
        Assert.Equal("None", matcher.Outcome("ខ្ញុំជាមនុស្សមិនផឹកស្រាទេបងអើយ"));
        Assert.Equal("None", matcher.Outcome("មិនផឹកស្រា"));
        Assert.Equal("drinking", matcher.Certain("ខ្ញុំមិនផឹកស្រា គេបង្ខំឱ្យផឹកស្រា"));
    }

    [Fact]
    public void The_longest_keyword_wins()
    {
        var matcher = new Matcher([Topic("work", km: "កិច្ចការ"), Topic("contract", km: "កិច្ចការងារ"), Topic("health", km: "សុខភាព")]);

        Assert.Equal("Certain: contract", matcher.Outcome("អំពីកិច្ចការងារ"));
        Assert.DoesNotContain(matcher.Match("អំពីកិច្ចការងារ").Hits, hit => hit.Topic == "work");
    }

    [Fact]
    public void Two_topics_with_equally_good_hits_are_asked_about()
    {
        var matcher = new Matcher([Topic("a", km: "កិច្ចការ"), Topic("b", km: "សុខភាព"), Topic("c", km: "កិច្ចការ")]);

        Assert.Equal("Unsure: a c", matcher.Outcome("អំពីកិច្ចការខ្ញុំ"));
        Assert.Equal("Unsure: a b c", matcher.Outcome("កិច្ចការ និងសុខភាព"));
    }

    [Fact]
    public void A_loosely_equal_message_is_certain_where_it_is_long_enough()
    {
        var result = Matcher.Match("ប្រាក់ខេ".Replace('េ', 'ែ').Replace("់", "", StringComparison.Ordinal)); // no bantoc
        Assert.Equal((MatchCertainty.Certain, MatchKind.Loose, "wages"), (result.Certainty, result.Hits[0].Kind, result.Hits[0].Topic));
        Assert.Equal("Certain: police", Matcher.Outcome("ប៉ុលិស"));
        Assert.Equal("Unsure: police", Matcher.Outcome("ចាប"));
    }

    [Theory]
    [InlineData("ម៉ោងធ្វើកា", "None")] // a whole letter is too much
    [InlineData("ម៉ោងធើការ", "Unsure: hours")] // a subscript forgotten
    [InlineData("ប្រាក់ខេ", "Unsure: wages")] // another vowel
    public void A_slip_in_a_short_message_is_asked_about(string said, string outcome) => Assert.Equal(outcome, Matcher.Outcome(said));

    [Fact]
    public void A_slip_in_a_long_message_says_nothing() =>
        Assert.Equal("None", Matcher.Outcome("បងអើយខ្ញុំចង់សួរបន្តិចអំពីប្រាក់ខេរបស់ខ្ញុំផង"));

    [Theory]
    [InlineData("maong tve ka", "Certain: hours")] // r before a consonant is not heard
    [InlineData("maong tve kar", "Unsure: hours")]
    [InlineData("knhom chong soursom maong tverka", "Certain: hours")]
    [InlineData("Brak Khei", "Certain: wages")]
    [InlineData("prak khe", "Unsure: wages")]
    [InlineData("polish", "Certain: police")] // h at the end is not heard
    [InlineData("bolis", "Unsure: police")]
    [InlineData("overtme", "Unsure: hours")]
    [InlineData("suc khoe", "Certain: health")]
    [InlineData("poli", "None")]
    [InlineData("hello", "None")]
    [InlineData("wages", "Certain: wages")]
    [InlineData("wagering", "None")]
    public void Latin_letters_are_compared_by_whole_words(string said, string outcome) =>
        Assert.Equal(outcome, Matcher.Outcome(said));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u200B")]
    [InlineData("?!")]
    [InlineData("😀")]
    [InlineData("\uD83D")]
    [InlineData("្្្្")]
    public void A_message_without_words_matches_nothing(string said)
    {
        Assert.Equal("None", Matcher.Outcome(said));
        Assert.Empty(Matcher.Search(said, 5));
        Assert.Empty(Matcher.Crisis(said));
    }

    [Fact]
    public void A_matcher_without_topics_matches_nothing() => Assert.Equal("None", new Matcher([]).Outcome("ប្រាក់ខែ"));

    [Fact]
    public void Empty_keywords_are_passed_over() =>
        Assert.Equal("None", new Matcher([new MatchTopic("x", ["", "  "], Keywords.None, true), Topic("y", km: "។ | \u200B", en: "!")]).Outcome("ប្រាក់ខែ"));
}
