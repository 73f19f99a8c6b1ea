using System.Globalization;
using System.Text;
using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Graph;

/// <summary>Draws the content as a Mermaid flowchart: a box for each dialog, choices as arrows, branches dashed, answers thick.</summary>
public static class MermaidDrawing
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
        var text = new StringBuilder("flowchart LR\n");
        foreach (var group in picture.Screens.GroupBy(screen => screen.Id.Dialog))
        {
            text.Append(CultureInfo.InvariantCulture, $"  subgraph {Name("d", group.Key)}[\"{Escaped([picture.TitleOf(group.Key)])}\"]\n");
            foreach (var screen in group)
                text.Append("  ").Append(Node(picture, screen.Id, "[", "]"));
            text.Append("  end\n");
        }

        foreach (var id in picture.Beyond)
            text.Append(Node(picture, id, "(", ")"));
        foreach (var way in picture.Ways)
            text.Append(Arrow(picture, way));

        return text.Append("  classDef sensitive fill:#fde2e2,stroke:#b3261e\n").Append("  classDef missing stroke:#b3261e,stroke-dasharray:4\n").ToString();
    }

    private static string Node(Picture picture, ScreenId id, string open, string close)
    {
        var look = !picture.Exists(id) ? ":::missing" : picture.IsSensitive(id) ? ":::sensitive" : "";
        return $"  {Name(id)}{open}\"{Escaped(picture.LinesOf(id))}\"{close}{look}\n";
    }

    private static string Arrow(Picture picture, Way way)
    {
        var line = way.Kind switch
        {
            WayKind.Branch => "-.->",
            WayKind.Answer => "==>",
            _ => "-->",
        };
        var label = Escaped(picture.LinesOf(way));
        return label.Length == 0 ? $"  {Name(way.From)} {line} {Name(way.To)}\n" : $"  {Name(way.From)} {line}|\"{label}\"| {Name(way.To)}\n";
    }

    private static string Name(ScreenId id) => Name("s", $"{id.Dialog}#{id.Screen}");

    /// <summary>A name of letters and digits that no two addresses share.</summary>
    private static string Name(string prefix, string address)
    {
        var name = new StringBuilder(prefix).Append('_');
        foreach (var c in address)
        {
            if (char.IsAsciiLetterOrDigit(c))
                name.Append(c);
            else
                name.Append(CultureInfo.InvariantCulture, $"_{(int)c:x}_");
        }

        return name.ToString();
    }

    /// <summary>Entities for whatever Mermaid or the page around it would read as its own.</summary>
    private static string Escaped(IReadOnlyList<string> lines) => string.Join("<br>", lines.Select(line =>
    {
        var text = new StringBuilder(line.Length + 8);
        foreach (var c in line)
        {
            if (c is '"' or '#' or '&' or '<' or '>' or '`' or ';' or '\\' or '*' or '_' or '~' or '{' or '}' or '[' or ']' or '(' or ')' or '|')
                text.Append(CultureInfo.InvariantCulture, $"#{(int)c};");
            else
                text.Append(c);
        }

        return text.ToString();
    }));
}
