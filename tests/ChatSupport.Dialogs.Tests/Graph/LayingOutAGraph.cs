using ChatSupport.Dialogs.Graph;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Tests.Reading;
using CsCheck;

namespace ChatSupport.Dialogs.Tests.Graph;

public sealed class LayingOutAGraph
{
    private static readonly DialogSet shipped = Content.Read(Content.Shipped()).Set!;

    [Fact]
    public void No_two_boxes_overlap_and_everything_is_within_the_picture() => RandomGraphs.Any.Sample(set => Assert.All(Layouts(set), layout =>
    {
        Apart([.. layout.Boxes.Select(box => box.Area)]);
        Apart([.. layout.Frames.Select(frame => frame.Area)]);
        var picture = new Area(0, 0, layout.Width, layout.Height);
        Assert.All(layout.Boxes, box => Assert.True(Holds(picture, box.Area)));
        Assert.All(layout.Frames, frame => Assert.True(Holds(picture, frame.Area)));
        Assert.All(layout.Boxes, box => Assert.All(layout.Frames, frame =>
            Assert.True(frame.Dialog == box.Id.Dialog ? Holds(frame.Area, box.Area) : !frame.Area.Overlaps(box.Area))));
    }), iter: 80);

    [Fact]
    public void Every_way_has_an_arrow_between_its_boxes() => RandomGraphs.Any.Sample(set =>
    {
        var graph = DialogGraph.Of(set, Content.Actions);
        var whole = GraphLayout.Of(graph);
        Assert.Equal(graph.Ways.Count, whole.Arrows.Count);
        Assert.Equal(graph.Ways.ToHashSet(), whole.Arrows.SelectMany(arrow => arrow.Ways).ToHashSet());
        Assert.All(whole.Arrows, arrow => Assert.Equal((arrow.Ways[0].From, arrow.Ways[0].To), (whole.Boxes[arrow.From].Id, whole.Boxes[arrow.To].Id)));

        Assert.Equal(graph.Ways.Count(way => way.From.Dialog != way.To.Dialog), GraphLayout.Overview(graph).Arrows.Sum(arrow => arrow.Ways.Count));
        Assert.Equal(graph.Ways.Count(way => way.From.Dialog == "home" || way.To.Dialog == "home"), GraphLayout.Of(graph, "home").Arrows.Sum(arrow => arrow.Ways.Count));
        Assert.All(Layouts(set), layout => Assert.All(layout.Arrows, arrow =>
        {
            Assert.True(Touches(arrow.Start, layout.Boxes[arrow.From].Area));
            Assert.True(Touches(arrow.End, layout.Boxes[arrow.To].Area));
            Assert.All(arrow.Ways, way => Assert.Equal((layout.Boxes[arrow.From].Id.Dialog, layout.Boxes[arrow.To].Id.Dialog), (way.From.Dialog, way.To.Dialog)));
        }));
    }, iter: 80);

    [Fact]
    public void The_same_content_stands_at_the_same_places() => RandomGraphs.Any.Sample(set =>
        Assert.Equal(Layouts(set).Select(Written), Layouts(set).Select(Written)), iter: 30);

    [Fact]
    public void It_reads_from_left_to_right_by_distance_from_home()
    {
        var layout = GraphLayout.Overview(DialogGraph.Of(shipped, Content.Actions));
        double Left(string dialog) => layout.Boxes.Single(box => box.Id.Dialog == dialog).Area.X;

        Assert.Equal(layout.Boxes.Min(box => box.Area.X), Left("home"));
        Assert.True(Left("home") < Left("rights"));
        Assert.True(Left("rights") < Left("rights/hours"));
    }

    [Fact]
    public void Of_one_dialog_its_screens_and_its_neighbours_are_shown()
    {
        var layout = GraphLayout.Of(DialogGraph.Of(shipped, Content.Actions), "rights/hours");

        var frame = Assert.Single(layout.Frames);
        Assert.Equal("rights/hours", frame.Dialog);
        Assert.Equal(shipped.Dialogs["rights/hours"].Screens.Count, layout.Boxes.Count(box => box.Kind == BoxKind.Screen));
        var others = layout.Boxes.Where(box => box.Kind == BoxKind.Dialog).ToList();
        Assert.True(others.Single(box => box.Id.Dialog == "rights").Area.Right < frame.Area.X);
        Assert.True(others.Single(box => box.Id.Dialog == "legal").Area.X > frame.Area.Right);
        Assert.DoesNotContain(others, box => box.Id.Dialog == "home");
    }

    [Fact]
    public void A_dialog_that_does_not_exist_has_an_empty_layout() =>
        Assert.Empty(GraphLayout.Of(DialogGraph.Of(shipped, Content.Actions), "no/such").Boxes);

    [Fact]
    public void Where_a_way_leads_nowhere_a_box_says_so()
    {
        var odd = Content.Sound("example.yaml") + "    choices:\n      - { label: { km: ក, en: A }, go: nowhere-at-all }\n";
        var set = Content.Read(Content.With("example.yaml", odd)).Set!;

        var layout = GraphLayout.Of(DialogGraph.Of(set, Content.Actions));

        Assert.Equal("example#nowhere-at-all", Assert.Single(layout.Boxes, box => box.Kind == BoxKind.Missing).Id.ToString());
    }

    [Fact]
    public void Five_thousand_screens_are_laid_out_in_one_piece_and_not_in_a_strip()
    {
        var layout = GraphLayout.Of(DialogGraph.Of(RandomGraphs.Make(500, 20, 7, ["word"]), Content.Actions));

        Assert.True(layout.Boxes.Count > 4_000);
        Assert.InRange(layout.Width / layout.Height, 0.3, 4);
    }

    private static List<GraphLayout> Layouts(DialogSet set)
    {
        var graph = DialogGraph.Of(set, Content.Actions);
        return [GraphLayout.Of(graph), GraphLayout.Overview(graph), .. set.Dialogs.Keys.Select(dialog => GraphLayout.Of(graph, dialog))];
    }

    private static string Written(GraphLayout layout) =>
        string.Join('\n', layout.Boxes.Select(box => $"{box.Id} {box.Area}").Concat(layout.Arrows.Select(arrow => $"{arrow.From} {arrow.To} {arrow.Start} {arrow.End}")));

    private static void Apart(List<Area> areas)
    {
        for (var one = 0; one < areas.Count; one++)
        {
            for (var other = 0; other < one; other++)
                Assert.False(areas[one].Overlaps(areas[other]), $"{areas[one]} and {areas[other]}");
        }
    }

    private static bool Holds(Area outer, Area inner) => inner.X >= outer.X && inner.Y >= outer.Y && inner.Right <= outer.Right && inner.Bottom <= outer.Bottom;

    private static bool Touches(ArrowEnd end, Area area) => end.X == (end.IsRight ? area.Right : area.X) && end.Y > area.Y && end.Y < area.Bottom;
}
