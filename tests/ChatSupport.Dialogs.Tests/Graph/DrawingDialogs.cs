using ChatSupport.Dialogs.Graph;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Tests.Reading;

namespace ChatSupport.Dialogs.Tests.Graph;

public sealed class DrawingDialogs
{
    /// <summary>One of every kind of way, and texts that would break out of a drawing.</summary>
    private const string Odd = """
        format: 1
        dialog: example
        title: { km: គំរូ, en: "A \"quoted\" #1; <b>title</b> [x] \\" }
        status: { km: reviewed, en: reviewed }
        sensitive: true
        variables: { age: number, found: list }
        screens:
          start:
            text: { km: សួស្តី។, en: "{% if age %}Hello `there`{% endif %} | {{ age }}\nsecond line" }
            choices:
              - { label: { km: ចូល, en: "Say \"go\" & <i>stay</i>;" }, go: ask }
              - { label: { km: សុំ, en: Ask a person }, go: peer.request, when: age > 17 }
              - { label: { km: ចេញ, en: Leave }, go: leave.quickly }
              - { label: { km: គ្មាន, en: Nowhere }, go: nowhere-at-all }
          ask:
            text: { km: អាយុ?, en: How old? }
            ask: { kind: number, into: age, do: { action: word.set, with: { word: "{{ answer }}" } }, go: sort }
          sort:
            do: { action: test.find, with: { need: "x" }, into: found }
            when:
              - { if: found == empty, go: person }
              - { if: "true", go: start }
        """;

    private static readonly DialogSet set = Content.Read(Content.With("example.yaml", Odd)).Set!;
    private static readonly DialogGraph graph = DialogGraph.Of(set, Content.Actions);

    [Theory]
    [InlineData("example.mmd")]
    [InlineData("example.dot")]
    [InlineData("all.mmd")]
    [InlineData("all.dot")]
    public void Gives_the_picture_that_was_looked_at(string golden)
    {
        var dialog = golden.StartsWith("all", StringComparison.Ordinal) ? null : "example";
        var drawn = golden.EndsWith(".dot", StringComparison.Ordinal) ? DotDrawing.Of(set, graph, dialog, "en") : MermaidDrawing.Of(set, graph, dialog, "en");

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Graph", "golden", golden)), drawn, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Every_way_has_its_kind()
    {
        var kinds = graph.From(new ScreenId("example", "start")).Concat(graph.From(new ScreenId("example", "ask"))).Concat(graph.From(new ScreenId("example", "sort")))
            .Select(way => (way.Kind, way.To.ToString(), way.Action));

        Assert.Equal(
            [
                (WayKind.Choice, "example#ask", null), (WayKind.Choice, "person", "peer.request"), (WayKind.Choice, "decoy", "leave.quickly"),
                (WayKind.Choice, "example#nowhere-at-all", null), (WayKind.Answer, "example#sort", "word.set"), (WayKind.Branch, "person", null),
                (WayKind.Branch, "example", null),
            ], kinds);
    }

    [Fact]
    public void An_action_that_does_not_say_where_she_lands_makes_no_way()
    {
        var odd = Content.Sound("example.yaml") + "    choices:\n      - { label: { km: ក, en: A }, go: pin.clear }\n      - { label: { km: ខ, en: B }, go: no.such }\n";

        Assert.Empty(DialogGraph.Of(Content.Read(Content.With("example.yaml", odd)).Set!, Content.Actions).From(ScreenId.Of("example")));
    }

    [Theory]
    [InlineData("km")]
    [InlineData("en")]
    public void No_text_of_the_shipped_content_breaks_out_of_its_quotes(string language)
    {
        var shipped = Content.Read(Content.Shipped()).Set!;
        var ways = DialogGraph.Of(shipped, Content.Actions);

        // An even number of quotes that are not escaped, in each line.
        Assert.All(MermaidDrawing.Of(shipped, ways, null, language).Split('\n'), line => Assert.Equal(0, line.Count(c => c == '"') % 2));
        Assert.All(DotDrawing.Of(shipped, ways, null, language).Split('\n'),
            line => Assert.Equal(0, line.Replace("\\\\", "", StringComparison.Ordinal).Replace("\\\"", "", StringComparison.Ordinal).Count(c => c == '"') % 2));
    }
}
