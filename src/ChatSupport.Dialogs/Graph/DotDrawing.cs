using System.Globalization;
using System.Text;
using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Graph;

/// <summary>Draws the content for Graphviz, whose <c>dot -Tsvg</c> makes a picture of it.</summary>
public static class DotDrawing
{
    /// <summary>Draws the whole content or one dialog.</summary>
    /// <param name="dialogs">The content.</param>
    /// <param name="graph">Its graph.</param>
    /// <param name="dialog">Only this dialog and where it leads; null for all.</param>
    /// <param name="language">Language tag of titles, texts and labels.</param>
    public static string Of(DialogSet dialogs, DialogGraph graph, string? dialog, string language)
    {
        ArgumentNullException.ThrowIfNull(dialogs);
        ArgumentNullException.ThrowIfNull(graph);
        var picture = new Picture(dialogs, graph, dialog, language);
        var text = new StringBuilder("digraph dialogs {\n  rankdir=LR;\n  newrank=true;\n  charset=\"UTF-8\";\n  fontname=\"Khmer OS, Noto Sans Khmer, sans-serif\";\n  node [shape=box, fontname=\"Khmer OS, Noto Sans Khmer, sans-serif\"];\n  edge [fontname=\"Khmer OS, Noto Sans Khmer, sans-serif\"];\n");
        foreach (var group in picture.Screens.GroupBy(screen => screen.Id.Dialog))
        {
            text.Append(CultureInfo.InvariantCulture, $"  subgraph {Quoted(["cluster " + group.Key])} {{\n    label={Quoted([picture.TitleOf(group.Key)])};\n");
            foreach (var screen in group)
                text.Append("  ").Append(Node(picture, screen.Id, ""));
            text.Append("  }\n");
        }

        foreach (var id in picture.Beyond)
            text.Append(Node(picture, id, ", style=rounded"));
        foreach (var way in picture.Ways)
            text.Append(Arrow(picture, way));

        return text.Append("}\n").ToString();
    }

    private static string Node(Picture picture, ScreenId id, string look)
    {
        if (!picture.Exists(id))
            look = ", style=dashed, color=\"#b3261e\"";
        else if (picture.IsSensitive(id))
            look = look.Length == 0 ? ", style=filled, fillcolor=\"#fde2e2\", color=\"#b3261e\"" : ", style=\"rounded,filled\", fillcolor=\"#fde2e2\", color=\"#b3261e\"";
        return $"  {Name(id)} [label={Quoted(picture.LinesOf(id))}{look}];\n";
    }

    private static string Arrow(Picture picture, Way way)
    {
        var look = way.Kind switch
        {
            WayKind.Branch => ", style=dashed",
            WayKind.Answer => ", style=bold",
            _ => "",
        };
        return $"  {Name(way.From)} -> {Name(way.To)} [label={Quoted(picture.LinesOf(way))}{look}];\n";
    }

    private static string Name(ScreenId id) => Quoted([$"{id.Dialog}#{id.Screen}"]);

    private static string Quoted(IReadOnlyList<string> lines) => "\"" + string.Join("\\n", lines.Select(line =>
        line.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal))) + "\"";
}
