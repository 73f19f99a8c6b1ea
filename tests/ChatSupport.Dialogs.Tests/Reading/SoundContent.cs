using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Dialogs.Tests.Reading;

/// <summary>What looks like a mistake and is none.</summary>
public sealed class SoundContent
{
    private const string Head = "format: 1\ndialog: example\ntitle: { km: គំរូ, en: Example }\nstatus: { km: reviewed, en: reviewed }\n";
    private const string Variables = "variables: { found: list, one: fields, age: number, name: text, yes: flag, near: place, day: date }\n";
    private const string Start = "screens:\n  start:\n    text: { km: សួស្តី។, en: Hello. }\n";

    [Theory]
    [InlineData("a variable is copied whole", "    set: { one: one, name: \"\", near: name, yes: \"true\", age: \"18\", day: \"2026-11-24\" }\n")]
    [InlineData("a screen that only branches and always does", "    choices:\n      - { label: { km: ទៅ, en: Go }, go: sort }\n  sort:\n    when:\n      - { if: age > 17, go: start }\n      - { if: \"true\", go: person }\n")]
    [InlineData("an element, its id and the loop", "    choices:\n      - { each: found, as: line, label: { km: \"{{ line.name }}\", en: \"{{ line.name | upcase }}\" }, go: start, set: { one: line }, when: line.open }\n")]
    [InlineData("the answer where it is known", "    ask: { kind: pin, do: { action: pin.set, with: { pin: \"{{ answer }}\" } }, go: start }\n")]
    [InlineData("equal labels that take turns", "    choices:\n      - { label: { km: ទៅ, en: Go }, go: person, when: yes }\n      - { label: { km: ទៅ, en: Go }, go: home, when: yes == false }\n")]
    [InlineData("seven choices of which two take turns", "    choices:\n      - { label: { km: ១, en: One }, go: person }\n      - { label: { km: ២, en: Two }, go: person }\n      - { label: { km: ៣, en: Three }, go: person }\n      - { label: { km: ៤, en: Four }, go: person }\n      - { label: { km: ៥, en: Five }, go: person }\n      - { label: { km: ៦, en: Six }, go: person, when: yes }\n      - { label: { km: ៧, en: Seven }, go: home, when: yes == false }\n")]
    [InlineData("what is always there", "    when:\n      - { if: lang == \"xx\" and today == \"2026-11-24\", go: person }\n")]
    [InlineData("parts of records, lists and places", "    when:\n      - { if: one.name == \"x\" and found.size > 2 and near.latitude > 1 and found == empty and name != nil, go: person }\n")]
    [InlineData("filters of all kinds", "    set: { name: \"{{ age | money: 'USD' }}{{ day | date }}{{ found | map: 'name' | join: ', ' }}{{ age | plus: 1 | khdigits }}\" }\n")]
    public void Has_no_findings(string what, string screen) =>
        Assert.True(Content.Read(Content.With("example.yaml", Head + Variables + Start + screen)).Issues is [], what);

    [Fact]
    public void Of_two_alternatives_only_the_longer_counts()
    {
        var half = string.Concat(Enumerable.Repeat("word ", 35)).Trim();
        var text = Head + Variables + $"screens:\n  start:\n    text: {{ km: សួស្តី។, en: \"{{% if yes %}}{half}{{% else %}}{half}{{% endif %}}\" }}\n";

        Assert.Empty(Content.Read(Content.With("example.yaml", text)).Issues);
        Assert.Equal("DLG060", Assert.Single(Content.Read(Content.With("example.yaml", text.Replace("{% else %}", " ", StringComparison.Ordinal))).Issues).Code);
    }

    [Theory]
    [InlineData("Legal help is free.", true)]
    [InlineData("A lawyer can help.", true)]
    [InlineData("ជំនួយផ្លូវច្បាប់", true)]
    [InlineData("The LAW says so.", false)]
    [InlineData("ច្បាប់ការពារអ្នក", false)]
    public void Only_a_claim_needs_a_source(string said, bool needsNone)
    {
        var issues = Content.Read(Content.With("example.yaml", Head + $"screens:\n  start:\n    text: {{ km: \"{said}\", en: Hello. }}\n")).Issues;

        Assert.Equal(needsNone ? [] : ["DLG067"], issues.Select(issue => issue.Code));
    }

    [Theory]
    [InlineData("2026-05-28", null)]
    [InlineData("2026-05-27", "DLG068")]
    [InlineData("2026-11-25", null)]
    [InlineData("2026-11-26", "DLG069")]
    public void A_source_is_fresh_for_180_days(string day, string? code)
    {
        var issues = Content.Read(Content.With("example.yaml", Head + $"source: {{ text: Law, checked: {day} }}\n" + Start)).Issues;

        Assert.Equal(code is null ? [] : [code], issues.Select(issue => issue.Code));
    }

    [Fact]
    public void A_recording_that_is_there_is_not_missed()
    {
        var files = Content.With([("example.yaml", System.Text.Encoding.UTF8.GetBytes(Head + Start + "    voice: hello\n")), ("media/hello.km.ogg", []), ("media/hello.en.ogg", [])]);

        Assert.Empty(Content.Read(files).Issues);
    }

    [Fact]
    public void What_an_unreadable_file_may_hold_is_not_called_missing()
    {
        var issues = Content.Read(Content.With("privacy.yaml", "{")).Issues;

        Assert.Equal(["DLG006"], issues.Select(issue => issue.Code));
        Assert.All(issues, issue => Assert.Equal(Severity.Error, issue.Severity));
    }
}
