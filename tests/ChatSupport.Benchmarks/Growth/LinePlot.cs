using System.Globalization;
using System.Security;
using System.Text;

namespace ChatSupport.Benchmarks.Growth;

/// <summary>Draws one line as SVG, from zero upwards.</summary>
internal static class LinePlot
{
    private const int Left = 60;
    private const int Right = 680;
    private const int Top = 50;
    private const int Bottom = 260;

    /// <summary>Draws.</summary>
    /// <param name="title">Stands above.</param>
    /// <param name="upwards">What goes upwards.</param>
    /// <param name="along">What goes to the right.</param>
    /// <param name="isLogarithmic">Ten times as much is one step to the right; each point is then labelled.</param>
    /// <param name="points">From left to right.</param>
    /// <param name="below">Stands below, small.</param>
    public static string Draw(string title, string upwards, string along, bool isLogarithmic, IReadOnlyList<(double X, double Y)> points, string below)
    {
        var top = points.Max(point => point.Y) * 1.15;
        var (first, last) = (Scale(points[0].X), Scale(points[^1].X));
        double Scale(double x) => isLogarithmic ? Math.Log10(x) : x;
        double X(double x) => Left + ((Scale(x) - first) / (last - first) * (Right - Left));
        double Y(double y) => Bottom - (y / top * (Bottom - Top));

        var svg = new StringBuilder();
        svg.AppendLine("<svg xmlns='http://www.w3.org/2000/svg' width='720' height='320' viewBox='0 0 720 320' font-family='sans-serif' font-size='12'>");
        svg.AppendLine("<rect width='100%' height='100%' fill='white'/>");
        Text(svg, 10, 22, title, "font-size='15' font-weight='bold'");
        for (var part = 0; part <= 4; part++)
        {
            var (value, y) = (top / 4 * part, Y(top / 4 * part));
            svg.AppendLine(string.Create(CultureInfo.InvariantCulture, $"<line x1='{Left}' x2='{Right}' y1='{y:0.0}' y2='{y:0.0}' stroke='#e2e8f0'/>"));
            Text(svg, Left - 6, y + 4, value.ToString("N0", CultureInfo.InvariantCulture), "text-anchor='end'");
        }
        svg.AppendLine($"<polyline fill='none' stroke='#2b6cb0' stroke-width='2' points='{string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.X):0.0},{Y(point.Y):0.0}")))}'/>");
        foreach (var (x, y) in isLogarithmic ? points : [points[0], points[^1]])
        {
            Text(svg, X(x), Bottom + 18, x.ToString("#,0.#", CultureInfo.InvariantCulture), "text-anchor='middle'");
            Text(svg, X(x), Y(y) - 8, y.ToString("N0", CultureInfo.InvariantCulture), "text-anchor='middle' fill='#2b6cb0'");
        }
        Text(svg, 10, 42, upwards, "fill='#555'");
        Text(svg, Right, Bottom + 34, along, "text-anchor='end' fill='#555'");
        Text(svg, 10, 312, below, "font-size='10' fill='#555'");
        return svg.AppendLine("</svg>").ToString();
    }

    private static void Text(StringBuilder to, double x, double y, string text, string how) =>
        to.AppendLine(string.Create(CultureInfo.InvariantCulture, $"<text x='{x:0.0}' y='{y:0.0}' {how}>{SecurityElement.Escape(text)}</text>"));
}
