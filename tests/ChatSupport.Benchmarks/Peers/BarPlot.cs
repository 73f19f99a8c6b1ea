using System.Globalization;
using System.Security;
using System.Text;

namespace ChatSupport.Benchmarks.Peers;

/// <summary>Draws rows of bars as SVG, a group for each thing measured.</summary>
internal static class BarPlot
{
    private const int Row = 22;
    private const int Left = 210;
    private const int Width = 760;
    private const int Longest = Width - Left - 90;

    /// <summary>Draws.</summary>
    /// <param name="title">Stands above.</param>
    /// <param name="groups">Each with its name and its bars; the longest bar of a group fills the width.</param>
    /// <param name="below">Stands below, small.</param>
    public static string Draw(string title, IEnumerable<(string Name, IReadOnlyList<(string Name, double Value)> Bars)> groups, string below)
    {
        var drawn = new StringBuilder();
        var y = 34;
        foreach (var (name, bars) in groups)
        {
            y += 12;
            Text(drawn, 10, y, name, "font-weight='bold'");
            y += 8;
            var most = bars.Max(bar => bar.Value);
            foreach (var (label, value) in bars)
            {
                var length = most == 0 ? 0 : value / most * Longest;
                Text(drawn, Left - 8, y + 14, label, "text-anchor='end'");
                var colour = label == "ChatSupport" ? "#2b6cb0" : label.StartsWith("bare", StringComparison.Ordinal) ? "#a0aec0" : "#718096";
                drawn.AppendLine(string.Create(CultureInfo.InvariantCulture, $"<rect x='{Left}' y='{y + 3}' width='{Math.Max(1, length):0.0}' height='{Row - 7}' fill='{colour}'/>"));
                Text(drawn, Left + (int)length + 6, y + 14, value.ToString(value < 100 ? "0.0" : "N0", CultureInfo.InvariantCulture), "");
                y += Row;
            }
            y += 10;
        }
        var document = new StringBuilder();
        document.AppendLine(string.Create(CultureInfo.InvariantCulture,
            $"<svg xmlns='http://www.w3.org/2000/svg' width='{Width}' height='{y + 24}' viewBox='0 0 {Width} {y + 24}' font-family='sans-serif' font-size='12'>"));
        document.AppendLine("<rect width='100%' height='100%' fill='white'/>");
        Text(document, 10, 22, title, "font-size='15' font-weight='bold'");
        document.Append(drawn);
        Text(document, 10, y + 12, below, "font-size='10' fill='#555'");
        return document.AppendLine("</svg>").ToString();
    }

    private static void Text(StringBuilder to, int x, int y, string text, string how) =>
        to.AppendLine(string.Create(CultureInfo.InvariantCulture, $"<text x='{x}' y='{y}' {how}>{SecurityElement.Escape(text)}</text>"));
}
