using ChatSupport.Dialogs.Graph.Placing;

namespace ChatSupport.Dialogs.Graph.Svg;

/// <summary>Draws boxes: the name, the first words of the text, a row for each way, and badges on the upper side.</summary>
internal sealed class SvgBoxes(SvgText svg, SvgWords words, GraphMarks marks, SvgLook look)
{
    private const double Inset = 10;
    private const double Letters = 12; // pixels
    private const double BadgeLetters = 11;
    private const double BadgeHeight = 18;

    public static string? AddressOf(GraphBox box, SvgLook look) => box.Kind switch
    {
        BoxKind.Screen => look.AddressOf(box.Id),
        BoxKind.Dialog => look.AddressOfDialog(box.Id.Dialog),
        _ => null,
    };

    public void Draw(GraphBox box, int number)
    {
        var mark = box.Kind == BoxKind.Screen ? marks.Of(box.Id) : marks.OfDialog(box.Id.Dialog);
        var address = AddressOf(box, look);
        var element = address is null ? "g" : "a";
        var badges = words.Badges(mark).ToList();
        var figures = box.Kind == BoxKind.Screen ? marks.FiguresOf(box.Id) : null;
        svg.Open(element, ("class", Classes(box, mark)), ("href", address), ("data-box", number));
        svg.Text("title", string.Join('\n', [$"{box.Id}: {words.SaidBy(box)}", .. badges.Select(badge => badge.Text), .. words.Visits(mark) is { } visits ? [visits] : Array.Empty<string>(), .. figures?.Lines ?? []]));
        SvgDrawing.Area(svg, box.Area, 8, ("class", "box"));
        if (box.Kind == BoxKind.Dialog)
            Dialog(box, mark);
        else
            Screen(box, mark);
        if (figures?.Stopped is > 0 and var stopped)
            SvgDrawing.Area(svg, new Area(box.Area.X + 4, box.Area.Y + box.Area.Height - 5, Math.Min(1, stopped) * (box.Area.Width - 8), 3), 1.5, ("class", "stopped"));
        Badges(box.Area, badges);
        svg.Close(element);
    }

    private string Classes(GraphBox box, ScreenMark mark) => string.Join(' ', new[]
    {
        box.Kind.ToString().ToLowerInvariant(),
        words.IsSensitive(box) ? "sensitive" : "",
        mark.Errors > 0 ? "errors" : mark.Warnings > 0 ? "warnings" : "",
        mark.IsChanged ? "changed" : "",
    }.Where(name => name.Length > 0));

    private void Screen(GraphBox box, ScreenMark mark)
    {
        var area = box.Area;
        Head(area, box.Id.Screen, words.Visits(mark));
        var y = area.Y + Sizes.Name + 13;
        foreach (var line in LineText.Two(words.SaidBy(box), area.Width - (2 * Inset), Letters))
        {
            Line("said", line, area.X + Inset, y);
            y += Sizes.SaidLine;
        }

        if (box.Ways.Count > 0)
            Rows(box);
    }

    private void Rows(GraphBox box)
    {
        var area = box.Area;
        var top = area.Y + Sizes.RowMiddle(box, 0) - (Sizes.Row / 2);
        svg.Empty("path", ("class", "rule"), ("d", $"M{SvgText.Number(area.X)} {SvgText.Number(top)}h{SvgText.Number(area.Width)}"), ("fill", "none"), ("stroke", "currentColor"));
        for (var row = 0; row < box.Ways.Count; row++)
        {
            Line($"row {box.Ways[row].Kind.ToString().ToLowerInvariant()}", LineText.Cut(words.Of(box.Ways[row]), area.Width - (2 * Inset), Letters),
                area.X + Inset, area.Y + Sizes.RowMiddle(box, row) + 5);
        }
    }

    private void Dialog(GraphBox box, ScreenMark mark)
    {
        var area = box.Area;
        Line("name", LineText.Cut(words.SaidBy(box) is { Length: > 0 } title ? title : box.Id.Dialog, area.Width - (2 * Inset), 14), area.X + Inset, area.Y + 26, 14, 600);
        var visits = words.Visits(mark);
        Line("said", LineText.Cut($"{box.Id.Dialog} · {words.Screens(box)}{(visits is null ? "" : $" · {visits}")}", area.Width - (2 * Inset), Letters), area.X + Inset, area.Y + 49);
    }

    private void Head(Area area, string name, string? visits)
    {
        var room = area.Width - (2 * Inset);
        if (visits is not null)
        {
            svg.Text("text", visits, ("class", "visits"), ("x", area.Right - Inset), ("y", area.Y + 19), ("font-size", BadgeLetters), ("text-anchor", "end"));
            room -= LineText.WidthOf(visits, BadgeLetters) + 8;
        }

        Line("name", LineText.Cut(name, room, 13), area.X + Inset, area.Y + 19, 13, 600);
    }

    private void Line(string look, string text, double x, double y, double size = Letters, int? weight = null) =>
        svg.Text("text", text, ("class", look), ("x", x), ("y", y), ("font-size", size), ("font-weight", weight));

    /// <summary>From the right, the gravest outermost, so that it always stands at the same place.</summary>
    private void Badges(Area area, List<(string Class, string Text)> badges)
    {
        var right = area.Right - 8;
        foreach (var (kind, text) in badges)
        {
            var width = LineText.WidthOf(text, BadgeLetters) + 14;
            var place = new Area(right - width, area.Y - (BadgeHeight * 0.65), width, BadgeHeight);
            svg.Open("g", ("class", $"badge {kind}"));
            SvgDrawing.Area(svg, place, BadgeHeight / 2, ("class", "pill"));
            svg.Text("text", text, ("x", place.X + (width / 2)), ("y", place.Y + 13), ("font-size", BadgeLetters), ("text-anchor", "middle"));
            svg.Close("g");
            right -= width + 4;
        }
    }
}
