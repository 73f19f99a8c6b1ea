using ChatSupport.Dialogs.Graph.Svg;
using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Graph;

/// <summary>Draws a layout as an SVG element that can stand in a page. Nothing in it runs, no style stands in it, and every text is escaped.
/// Colours come from the page by class: <c>frame</c>, <c>box</c>, <c>name</c>, <c>said</c>, <c>row</c>, <c>line</c>, <c>head</c>, <c>badge</c>, under
/// <c>screen</c>, <c>dialog</c>, <c>missing</c>, <c>sensitive</c>, <c>changed</c>, <c>choice</c>, <c>branch</c>, <c>answer</c>, <c>errors</c>,
/// <c>warnings</c>. Boxes carry their number as <c>data-box</c>, arrows those of their boxes as <c>data-from</c> and <c>data-to</c>.</summary>
public static class SvgDrawing
{
    /// <summary>Draws it.</summary>
    /// <param name="dialogs">The content that was laid out.</param>
    /// <param name="layout">The layout.</param>
    /// <param name="marks">What is marked on it.</param>
    /// <param name="look">Language and addresses.</param>
    public static string Draw(DialogSet dialogs, GraphLayout layout, GraphMarks marks, SvgLook look)
    {
        ArgumentNullException.ThrowIfNull(dialogs);
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(marks);
        ArgumentNullException.ThrowIfNull(look);
        var svg = new SvgText();
        var words = new SvgWords(dialogs, look);
        svg.Open("svg",
            ("xmlns", "http://www.w3.org/2000/svg"), ("class", "graph"), ("viewBox", $"0 0 {SvgText.Number(layout.Width)} {SvgText.Number(layout.Height)}"),
            ("role", HasLinks(layout, look) ? "group" : "img"), ("aria-label", look.Label), ("tabindex", "0"), ("lang", look.Language), ("fill", "currentColor"));
        foreach (var frame in layout.Frames)
            Area(svg, frame.Area, 14, ("class", "frame"));
        foreach (var arrow in layout.Arrows)
            SvgArrow.Draw(svg, words, layout, arrow);
        foreach (var frame in layout.Frames)
            Title(svg, words, frame, look);
        var boxes = new SvgBoxes(svg, words, marks, look);
        for (var at = 0; at < layout.Boxes.Count; at++)
            boxes.Draw(layout.Boxes[at], at);
        return svg.Close("svg").ToString();
    }

    internal static void Area(SvgText svg, Area area, double round, (string Name, object? Value) look) =>
        svg.Empty("rect", look, ("x", area.X), ("y", area.Y), ("width", area.Width), ("height", area.Height), ("rx", round), ("fill", "Canvas"), ("stroke", "currentColor"));

    // An image has nothing in it that could be reached: with links it is a group.
    private static bool HasLinks(GraphLayout layout, SvgLook look) =>
        layout.Frames.Any(frame => look.AddressOfDialog(frame.Dialog) is not null) || layout.Boxes.Any(box => SvgBoxes.AddressOf(box, look) is not null);

    private static void Title(SvgText svg, SvgWords words, GraphFrame frame, SvgLook look)
    {
        var address = look.AddressOfDialog(frame.Dialog);
        var title = LineText.Cut(words.TitleOf(frame.Dialog), frame.Area.Width - 40, 16);
        svg.Open(address is null ? "g" : "a", ("class", "title"), ("href", address));
        svg.Text("text", title, ("x", frame.Area.X + 20), ("y", frame.Area.Y + 28), ("font-size", 16), ("font-weight", 600));
        svg.Close(address is null ? "g" : "a");
    }
}
