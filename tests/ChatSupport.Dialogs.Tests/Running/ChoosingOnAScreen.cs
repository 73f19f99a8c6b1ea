namespace ChatSupport.Dialogs.Tests.Running;

public sealed class ChoosingOnAScreen
{
    [Theory]
    [InlineData("1")]
    [InlineData("១")]
    [InlineData(" ១។ ")]
    [InlineData("Pay")]
    [InlineData("PAY!")]
    [InlineData("what about my salary please")]
    public void A_number_in_either_digits_a_label_or_a_keyword_in_a_sentence_is_a_choice(string typed) =>
        Assert.Equal("work#pay", new Worker("work").Types(typed).At);

    [Theory]
    [InlineData("២")]
    [InlineData("សម្រាក")]
    [InlineData("សម្រា\u200Bក")]
    public void Khmer_labels_are_found_however_they_are_spelled(string typed) =>
        Assert.Equal("work#rest", new Worker("work", "km").Types(typed).At);

    [Fact]
    public void A_label_without_its_bantoc_is_the_same_label() =>
        Assert.Equal("work#pay", new Worker("work", "km").Types("ប្រាកខែ").At);

    [Fact]
    public void A_keyword_stands_anywhere_in_an_unspaced_sentence() =>
        Assert.Equal("work#pay", new Worker("work", "km").Types("ខ្ញុំមិនបានលុយខែទេ").At);

    [Fact]
    public void A_number_that_is_not_shown_is_not_understood()
    {
        var worker = new Worker("work").Types("3");

        Assert.True(worker.Step.Missed);
        Assert.Equal("work", worker.At);
    }

    [Fact]
    public void A_choice_whose_condition_does_not_hold_is_neither_shown_nor_counted()
    {
        Assert.Equal(["Pay", "Rest"], new Worker("work").Labels);
        Assert.Equal("work#rest", new Worker("work").Types("2").At);
    }

    [Fact]
    public void A_choice_whose_condition_holds_is_both()
    {
        var young = new Worker("ask#age", interpreter: Village.With(("ask.yaml", """
            format: 1
            dialog: ask
            title: { km: សំណួរ, en: Questions }
            screens: { start: { text: { en: Ask. } }, age: { text: { en: How old? }, ask: { kind: number, into: age, go: work } } }
            """))).Types("១៦");

        Assert.Equal(["Pay", "Young workers", "Rest"], young.Labels);
        Assert.Equal("work#young", young.Types("២").At);
    }

    [Fact]
    public void A_topic_is_reached_from_anywhere_by_its_words()
    {
        Assert.Equal("work", new Worker("market#none").Types("tell me about my job").At);
        Assert.Equal("work", new Worker("secret", "km").Types("និយាយពីការងាររបស់ខ្ញុំ").At);
        Assert.Equal("work", new Worker("secret", "km").Types("kaa ngea khnhom").At);
    }

    [Fact]
    public void The_texts_and_numbers_follow_her_language()
    {
        var menu = new Worker("work", "km").Menu;

        Assert.Equal("ការងារ។\n\n១. ប្រាក់ខែ\n២. សម្រាក", Dialogs.Running.MenuText.Numbered(menu));
        Assert.Equal(["១. ប្រាក់ខែ", "២. សម្រាក"], Dialogs.Running.MenuText.ButtonLabels(menu));
    }

    [Fact]
    public void What_is_missing_in_her_language_is_said_in_another() =>
        Assert.Equal("For the young.", new Worker("work#young", "km").Menu.Text);
}
