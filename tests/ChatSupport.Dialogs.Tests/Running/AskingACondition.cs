using ChatSupport.Dialogs.Running;

namespace ChatSupport.Dialogs.Tests.Running;

public sealed class AskingACondition
{
    private static readonly Scope scope = new Scope(
        new Variables(Variables.None.Items
            .SetItem("age", new Value.Number(17))
            .SetItem("found", new Value.List([new Value.Text("a")]))
            .SetItem("none", new Value.List([]))
            .SetItem("blank_text", new Value.Text(""))
            .SetItem("yes", new Value.Flag(true))),
        "km", new DateOnly(2026, 11, 24));

    [Theory]
    [InlineData("age < 18 and lang == \"km\"", true)]
    [InlineData("age >= 18", false)]
    [InlineData("found == empty", false)]
    [InlineData("none == empty", true)]
    [InlineData("blank_text == empty", true)]
    [InlineData("missing == empty", true)]
    [InlineData("missing == nil", true)]
    [InlineData("missing == blank", true)]
    [InlineData("missing != nil", false)]
    [InlineData("missing < 18", false)]
    [InlineData("missing.deeper == nil", true)]
    [InlineData("missing", false)]
    [InlineData("yes", true)]
    [InlineData("yes == true", true)]
    [InlineData("age == 17 and (lang == 'en' or yes)", true)]
    [InlineData("found contains 'a'", true)]
    [InlineData("found.size > 0", true)]
    [InlineData("today > '2026-11-23'", true)]
    [InlineData("age < 'eighteen'", false)]
    public void It_holds_or_not(string text, bool expected) => Assert.Equal(expected, Parsed(text).Holds(scope));

    [Fact]
    public void The_variables_it_reads_are_known() =>
        Assert.Equal(["age", "lang", "found"], Parsed("age < 18 and lang == 'km' or found.size > age").Names);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("   ", "empty")]
    [InlineData("age = 18", "two equal signs")]
    [InlineData("age <", "age")]
    [InlineData("< 18", "< 18")]
    [InlineData("age < 18 %}{% if", "%}")]
    [InlineData("(age < 18", "(age")]
    [InlineData("age ស្មើ 18", "ស្មើ")]
    [InlineData("\uFFFFage", "U+FFFF")] // found by fuzzing
    [InlineData("age == \uFFFF", "U+FFFF")]
    public void What_cannot_be_read_is_explained_in_one_sentence(string text, string mentions)
    {
        Assert.False(Condition.TryParse(text, out _, out var problem));

        Assert.Contains(mentions, problem, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem);
        Assert.EndsWith(".", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_nests_without_end_is_refused()
    {
        Assert.False(Condition.TryParse(new string('(', 300) + "a" + new string(')', 300), out _, out _));
        Assert.False(Condition.TryParse(string.Join(" and ", Enumerable.Repeat("a", 500)), out _, out _));
    }

    private static Condition Parsed(string text)
    {
        Assert.True(Condition.TryParse(text, out var condition, out var problem), problem);
        return condition;
    }
}
