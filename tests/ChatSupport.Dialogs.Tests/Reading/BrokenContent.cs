using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Dialogs.Tests.Reading;

public sealed class BrokenContent
{
    public static TheoryData<string> Examples => [.. BrokenExample.All.Select(example => example.Name)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Shows_its_finding_once_at_the_very_word(string name)
    {
        var example = BrokenExample.All.Single(other => other.Name == name);

        var issues = Content.Read(example.Files).Issues;

        var finding = Assert.Single(issues, issue => issue.Code == example.Code);
        Assert.Equal(example.Mark, finding.Mark);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Shows_nothing_else(string name)
    {
        var example = BrokenExample.All.Single(other => other.Name == name);

        var codes = Content.Read(example.Files).Issues.Select(issue => issue.Code).Distinct().Order();

        Assert.Equal(example.Beside.Append(example.Code).Order(), codes);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Says_in_two_sentences_what_was_found_and_what_to_do(string name)
    {
        var example = BrokenExample.All.Single(other => other.Name == name);

        Assert.All(Content.Read(example.Files).Issues, issue =>
        {
            Assert.Matches(@"^\S.*[.?]$", issue.Message);
            Assert.Matches(@"^\S.*[.?]$", issue.Mend);
            Assert.Equal(Rules.Find(issue.Code)!.Severity, issue.Severity);
        });
    }

    [Fact]
    public void Has_an_example_of_every_rule() =>
        Assert.Empty(Rules.All.Select(rule => rule.Code).Where(code => code.StartsWith("DLG", StringComparison.Ordinal)).Except(BrokenExample.All.Select(example => example.Code)));

    [Fact]
    public void Is_sound_without_the_break() => Assert.Empty(Content.Read(Content.With([])).Issues);

    [Fact]
    public void No_two_rules_share_a_code() => Assert.Equal(Rules.All.Count, Rules.All.Select(rule => rule.Code).Distinct().Count());

    [Fact]
    public void All_mistakes_are_found_at_once()
    {
        var text = Content.Sound("example.yaml")
            .Replace("    text:", "    voise: hello\n    do: { action: test.fnid }\n    text:", StringComparison.Ordinal)
            + "    choices:\n      - { label: { km: ទៅ, en: Go }, go: strat }\n      - { label: { km: ទៅ, en: Go on }, go: nowhere-at-all, when: age <, set: { x: y } }\n";

        var codes = Content.Read(Content.With("example.yaml", text)).Issues.Select(issue => issue.Code).Order();

        Assert.Equal(["DLG014", "DLG014", "DLG020", "DLG033", "DLG039", "DLG043", "DLG063"], codes);
    }
}
