using System.Collections.Immutable;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Dialogs.Tests.Running;

public sealed class FillingInATemplate
{
    private static readonly Value place = Fields(
        ("name", new Value.Text("មណ្ឌលសុខភាព <A&B>")), ("metres", new Value.Number(1234)), ("open", new Value.Flag(true)));

    private static readonly Scope scope = new Scope(
        new Variables(Variables.None.Items
            .SetItem("place", place)
            .SetItem("age", new Value.Number(17))
            .SetItem("found", new Value.List([place, place]))
            .SetItem("none", new Value.List([]))
            .SetItem("born", new Value.Text("2007-04-14"))),
        "km", new DateOnly(2026, 11, 24), "web");

    [Theory]
    [InlineData("ដើម", "ដើម")]
    [InlineData("{{ place.name }}", "មណ្ឌលសុខភាព <A&B>")]
    [InlineData("{{ lang }} {{ today }} {{ channel }}", "km 2026-11-24 web")]
    [InlineData("{{ missing }}{{ place.missing }}{{ missing.deep.er }}", "")]
    [InlineData("{% if age < 18 %}young{% else %}grown{% endif %}", "young")]
    [InlineData("{% for p in found %}{{ forloop.index }}:{{ p.metres }} {% endfor %}", "1:1234 2:1234 ")]
    [InlineData("{{ found | size }} {{ none.size }} {{ missing.size }}{{ found.size }}", "2 0 2")]
    [InlineData("{{ missing | default: 'x' }}", "x")]
    [InlineData("{% assign a = age | plus: 1 %}{{ a }}", "18")]
    [InlineData("{{ place.open }}", "true")]
    [InlineData("{{ '1' | append: '2' }}", "12")]
    [InlineData("{ not a blank }", "{ not a blank }")]
    public void Blanks_are_filled_in_and_nothing_is_escaped(string text, string expected) =>
        Assert.Equal(new Rendering(expected, false), Parsed(text).Render(scope));

    [Theory]
    [InlineData("{{ place.name }} {{ age }} {{ age }}", "place,age")]
    [InlineData("{% for p in found %}{{ p.name }}{{ forloop.index }}{% endfor %}", "found")]
    [InlineData("{% assign x = age %}{{ x }}{{ found[age] }}", "age,found")]
    [InlineData("{% if a == b or c contains 'x' %}{{ d | default: e }}{% endif %}", "a,b,c,d,e")]
    [InlineData("no blanks", "")]
    public void The_variables_it_reads_are_known(string text, string expected) =>
        Assert.Equal(expected.Split(',', StringSplitOptions.RemoveEmptyEntries), Parsed(text).Names);

    [Theory]
    [InlineData("{{ place.name", "}}")]
    [InlineData("{{ place.name }", "}}")]
    [InlineData("{{ }}", "value")]
    [InlineData("{{ \uFFFF }}", "U+FFFF")] // found by fuzzing
    [InlineData("{% if age %}x", "endif")]
    [InlineData("{% include 'secrets' %}", "include")]
    [InlineData("{% render 'secrets' %}", "render")]
    [InlineData("{% capture a %}x{% endcapture %}", "capture")]
    [InlineData("{% nonsense %}", "nonsense")]
    [InlineData("{{ age | explode }}", "explode")]
    [InlineData("{{ age | json }}", "json")]
    [InlineData("{% for i in (1..1000000000) %}x{% endfor %}", "(1..5)")]
    [InlineData("line one\nline two {{ a | }}", "line 2")]
    public void What_cannot_be_read_is_explained_in_one_sentence(string text, string mentions)
    {
        Assert.False(Template.TryParse(text, out _, out var problem));

        Assert.Contains(mentions, problem, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem);
        Assert.EndsWith(".", problem, StringComparison.Ordinal);
    }

    public static TheoryData<string> Hostile => new(
        "{% assign s = 'aaaaaaaaaaaaaaaa' %}" + string.Concat(Enumerable.Repeat("{% assign s = s | append: s %}", 90)) + "{{ s }}",
        "{% for a in found %}{% for b in found %}{% for c in found %}{% for d in found %}{% for e in found %}{% for f in found %}"
            + "{% for g in found %}{% for h in found %}{% for i in found %}{% for j in found %}{% for k in found %}x{% endfor %}{% endfor %}{% endfor %}"
            + "{% endfor %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}",
        "{% assign s = 'a,b,c,d,e,f,g,h' | split: ',' %}" + string.Concat(Enumerable.Repeat("{% assign s = s | concat: s %}", 90)) + "{{ s | join: 'x' }}",
        "{{ age | divided_by: 0 }}",
        "{{ 79228162514264337593543950335 | times: 10 }}");

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_template_that_goes_too_far_gives_nothing_and_says_so(string text) =>
        Assert.Equal(new Rendering("", true), Parsed(text).Render(scope));

    public static TheoryData<string> Deep => new(
        string.Concat(Enumerable.Repeat("{% if age %}", 5_000)),
        "{{ " + new string('[', 3_000) + " }}",
        "{{ " + new string('(', 3_000) + " }}",
        "{{ " + string.Join(" and ", Enumerable.Repeat("age", 1_000)) + " }}",
        string.Concat(Enumerable.Repeat("{% if age %}", 101)),
        new string('{', 7_999),
        "{{ a" + string.Concat(Enumerable.Repeat("[a", 12)) + " }}",
        "{{ a" + string.Concat(Enumerable.Repeat(" | append: a", 200)) + " }}",
        new string('x', 9_000) + "{{ a }}");

    [Theory]
    [MemberData(nameof(Deep))]
    public void A_template_that_nests_without_end_is_refused(string text)
    {
        Assert.False(Template.TryParse(text, out _, out var problem));
        Assert.EndsWith(".", problem, StringComparison.Ordinal);
    }

    private static Template Parsed(string text)
    {
        Assert.True(Template.TryParse(text, out var template, out var problem), problem);
        return template;
    }

    private static Value.Fields Fields(params (string Name, Value Value)[] items) =>
        new(items.ToImmutableSortedDictionary(item => item.Name, item => item.Value, StringComparer.Ordinal));
}
