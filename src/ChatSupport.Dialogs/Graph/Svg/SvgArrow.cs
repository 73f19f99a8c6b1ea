namespace ChatSupport.Dialogs.Graph.Svg;

/// <summary>Draws an arrow as a curve that leaves and enters its boxes straight.</summary>
internal static class SvgArrow
{
    private const double HeadLength = 9;

    public static void Draw(SvgText svg, SvgWords words, GraphLayout layout, GraphArrow arrow)
    {
        var goesBack = arrow.End.IsRight;
        var kind = arrow.Ways.Count == 1 && layout.Boxes[arrow.From].Kind == BoxKind.Screen ? arrow.Ways[0].Kind.ToString().ToLowerInvariant() : "many";
        svg.Open("g",
            ("class", $"way {kind}{(goesBack ? " back" : "")}{(layout.Boxes[arrow.To].Kind == BoxKind.Missing ? " nowhere" : "")}"),
            ("data-from", arrow.From), ("data-to", arrow.To), ("stroke-width", Thickness(arrow.Ways.Count)));
        svg.Text("title", string.Join('\n', arrow.Ways.Take(12).Select(words.All)) + (arrow.Ways.Count > 12 ? "\n…" : ""));
        svg.Empty("path", ("class", "line"), ("d", Line(arrow)), ("fill", "none"), ("stroke", "currentColor"));
        svg.Empty("path", ("class", "head"), ("d", Head(arrow.End)), ("stroke", "none"));
        svg.Close("g");
    }

    private static double Thickness(int ways) => Math.Min(1.5 + (0.75 * (ways - 1)), 6);

    private static string Line(GraphArrow arrow)
    {
        var (start, end) = (arrow.Start, arrow.End);
        var endX = end.X + (Out(end) * (HeadLength - 2));
        var reach = start.IsRight == end.IsRight
            ? 36 + Math.Min(Math.Abs(end.Y - start.Y) * 0.08, 60) // around
            : Math.Clamp(Math.Abs(endX - start.X) * 0.45, 24, 220);
        // What goes around bends out as far as the wider of its two boxes.
        var (first, second) = start.IsRight == end.IsRight
            ? (Math.Max(start.X, endX) + reach, Math.Max(start.X, endX) + reach)
            : (start.X + (Out(start) * reach), endX + (Out(end) * reach));
        return $"M{N(start.X)} {N(start.Y)}C{N(first)} {N(start.Y)} {N(second)} {N(end.Y)} {N(endX)} {N(end.Y)}";
    }

    private static string Head(ArrowEnd end) => $"M{N(end.X)} {N(end.Y)}l{N(Out(end) * HeadLength)} -4.5v9z";

    private static int Out(ArrowEnd end) => end.IsRight ? 1 : -1;

    private static string N(double value) => SvgText.Number(value);
}
