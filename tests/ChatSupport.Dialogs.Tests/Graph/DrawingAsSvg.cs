using System.Xml.Linq;
using ChatSupport.Dialogs.Graph;
using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Tests.Reading;
using CsCheck;

namespace ChatSupport.Dialogs.Tests.Graph;

public sealed class DrawingAsSvg
{
    private static readonly DialogSet shipped = Content.Read(Content.Shipped()).Set!;
    private static readonly DialogGraph graph = DialogGraph.Of(shipped, Content.Actions);
    private static readonly string[] known = ["svg", "g", "a", "rect", "path", "text", "title"];

    [Fact]
    public void Hostile_texts_stay_texts() => RandomGraphs.Any.Sample(set =>
    {
        var ways = DialogGraph.Of(set, Content.Actions);
        foreach (var layout in new[] { GraphLayout.Of(ways), GraphLayout.Overview(ways), GraphLayout.Of(ways, "home") })
        {
            var svg = XDocument.Parse(SvgDrawing.Draw(set, layout, GraphMarks.None, Look("km"))).Root!;
            Assert.All(svg.DescendantsAndSelf(), element => Assert.Contains(element.Name.LocalName, known));
            Assert.All(svg.DescendantsAndSelf().Attributes(), attribute => Assert.False(
                attribute.Name.LocalName == "style" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal), attribute.ToString()));
            Assert.All(svg.Descendants().Attributes("href"), address => Assert.StartsWith("/", address.Value, StringComparison.Ordinal));
        }
    }, iter: 60);

    [Theory]
    [InlineData("km")]
    [InlineData("en")]
    public void Each_screen_is_a_link_with_its_name_and_the_first_words_of_its_text(string language)
    {
        var svg = XDocument.Parse(SvgDrawing.Draw(shipped, GraphLayout.Of(graph), GraphMarks.None, Look(language))).Root!;
        var links = svg.Descendants().Where(element => element.Name.LocalName == "a" && Classes(element).Contains("screen")).ToDictionary(link => link.Attribute("href")!.Value);

        Assert.Equal(graph.Screens.Count, links.Count);
        Assert.All(graph.Screens, screen =>
        {
            var link = links[$"/screen/{screen.Id}"];
            Assert.Equal(screen.Id.Screen, Texts(link, "name").Single());
            var written = string.Concat(screen.Text.In(language).Where(c => !char.IsWhiteSpace(c) && c != '\u200B'));
            foreach (var line in Texts(link, "said").Where(_ => !written.Contains("{%", StringComparison.Ordinal)))
            {
                var words = string.Concat(line.TrimEnd('…').Where(c => !char.IsWhiteSpace(c) && c != '\u200B'));
                var from = written.IndexOf(words, StringComparison.Ordinal);
                Assert.True(from >= 0 && Clusters.IsBoundary(written, from) && Clusters.IsBoundary(written, from + words.Length), line);
            }
        });
        Assert.Equal(("group", language), (svg.Attribute("role")!.Value, svg.Attribute("lang")!.Value));
    }

    [Fact]
    public void Without_addresses_it_is_an_image_without_links()
    {
        var svg = XDocument.Parse(SvgDrawing.Draw(shipped, GraphLayout.Overview(graph), GraphMarks.None, new SvgLook { Language = "en", Label = "All \"dialogs\"" })).Root!;

        Assert.Equal(("img", "All \"dialogs\""), (svg.Attribute("role")!.Value, svg.Attribute("aria-label")!.Value));
        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName == "a");
    }

    [Fact]
    public void Findings_visits_and_changes_are_marked_where_they_are()
    {
        var today = shipped.Dialogs["rights/hours"].Screens["today"];
        DialogIssue Issue(Severity severity, int line) => new("DLG000", severity, new Mark(today.Mark.File, line, 1), "x", "y");
        var marks = GraphMarks.Of(
            shipped, [Issue(Severity.Error, today.Mark.Line), Issue(Severity.Error, today.Mark.Line + 1), Issue(Severity.Warning, 1), Issue(Severity.Hint, today.Mark.Line)],
            new Dictionary<ScreenId, long> { [today.Id] = 12_345 }, [today.Id]);

        Assert.Equal(new ScreenMark(2, 0, 12_345, true), marks.Of(today.Id));
        Assert.Equal(new ScreenMark(0, 0, 0, false), marks.Of(ScreenId.Of("rights/hours")));
        Assert.Equal(new ScreenMark(2, 1, 12_345, true), marks.OfDialog("rights/hours"));
        Assert.Equal(new ScreenMark(0, 0, null, false), GraphMarks.None.Of(today.Id));

        var svg = XDocument.Parse(SvgDrawing.Draw(shipped, GraphLayout.Of(graph, "rights/hours"), marks, Look("en"))).Root!;
        var box = svg.Descendants().Single(element => element.Attribute("href")?.Value == $"/screen/{today.Id}");
        Assert.Equal(["screen", "errors", "changed"], Classes(box));
        Assert.Equal(["2 errors", "changed"], box.Elements().Where(part => Classes(part).Contains("badge")).Select(badge => badge.Value));
        Assert.Equal("12,345 visits", Texts(box, "visits").Single());
        Assert.Contains("2 errors", box.Elements().First(part => part.Name.LocalName == "title").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_tie_arrows_to_their_boxes()
    {
        var svg = XDocument.Parse(SvgDrawing.Draw(shipped, GraphLayout.Overview(graph), GraphMarks.None, Look("en"))).Root!;
        var boxes = svg.Descendants().Attributes("data-box").Select(number => number.Value).ToHashSet();

        Assert.Equal(shipped.Dialogs.Count, boxes.Count);
        Assert.All(svg.Descendants().Attributes("data-from"), number => Assert.Contains(number.Value, boxes));
        Assert.All(svg.Descendants().Attributes("data-to"), number => Assert.Contains(number.Value, boxes));
    }

    [Fact]
    public void Figures_stand_in_the_words_of_a_box_and_the_share_that_stopped_is_a_bar()
    {
        var marks = GraphMarks.Of(shipped, []).With(new Dictionary<ScreenId, ScreenFigures> { [ScreenId.Of("home")] = new(["km: <988> visits"], 0.25) });

        var svg = XDocument.Parse(SvgDrawing.Draw(shipped, GraphLayout.Of(graph), marks, Look("en"))).Root!;

        Assert.Contains(svg.Descendants().Where(one => one.Name.LocalName == "title"), title => title.Value.EndsWith("km: <988> visits", StringComparison.Ordinal));
        Assert.Single(svg.Descendants(), one => Classes(one).Contains("stopped"));
    }

    private static SvgLook Look(string language) => new() { Language = language, Label = "Graph", AddressOf = id => $"/screen/{id}", AddressOfDialog = id => $"/dialog/{id}" };

    private static string[] Classes(XElement element) => element.Attribute("class")?.Value.Split(' ') ?? [];

    private static IEnumerable<string> Texts(XElement element, string look) =>
        element.Descendants().Where(part => part.Name.LocalName == "text" && Classes(part).Contains(look)).Select(part => part.Value);
}
