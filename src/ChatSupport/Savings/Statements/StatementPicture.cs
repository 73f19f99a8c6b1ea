using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace ChatSupport.Savings.Statements;

/// <summary>Draws lines of text as a small grey picture: Khmer as it is written, with its letters below and before one another, in any chat app.</summary>
/// <remarks>A line that begins with <c># </c> is large. <c>|</c> parts a line into columns: two at the left, the last at the right. <c>---</c> is a rule.</remarks>
internal static class StatementPicture
{
    private const int Width = 640;
    private const int Margin = 28;
    private const float Column = 108;
    private const float TextSize = 30;
    private const float LargeSize = 52;
    private const float TextStep = 50;
    private const float LargeStep = 82;
    private const float RuleStep = 22;
    private const int MostLines = 40;
    private const string Large = "# ";
    private const string Rule = "---";

    // Noto Sans Khmer: it has Latin letters and both kinds of digits as well.
    private static readonly Lazy<SKTypeface> plain = new(() => Read("NotoSansKhmer-Regular.ttf"));
    private static readonly Lazy<SKTypeface> bold = new(() => Read("NotoSansKhmer-Bold.ttf"));
    private static readonly SKPngEncoderOptions small = new(SKPngEncoderFilterFlags.AllFilters, zLibLevel: 9);

    /// <summary>A PNG of some ten to fifty kilobytes.</summary>
    public static byte[] Draw(string text)
    {
        var lines = text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Take(MostLines).ToList();
        var height = (int)(lines.Sum(StepOf) + 2 * Margin);
        using var picture = new SKBitmap(new SKImageInfo(Width, height, SKColorType.Gray8, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(picture))
        {
            canvas.Clear(SKColors.White);
            var bottom = (float)Margin;
            foreach (var line in lines)
            {
                bottom += StepOf(line);
                Draw(canvas, line, bottom);
            }
        }
        using var data = picture.PeekPixels().Encode(small) ?? throw new InvalidOperationException("The picture could not be drawn.");
        return data.ToArray();
    }

    private static float StepOf(string line) => line == Rule ? RuleStep : line.StartsWith(Large, StringComparison.Ordinal) ? LargeStep : TextStep;

    private static void Draw(SKCanvas canvas, string line, float bottom)
    {
        using var ink = new SKPaint { IsAntialias = true, Color = SKColors.Black };
        if (line == Rule)
        {
            canvas.DrawRect(Margin, bottom - RuleStep / 2, Width - 2 * Margin, 2, ink);
            return;
        }
        var isLarge = line.StartsWith(Large, StringComparison.Ordinal);
        var (face, size) = isLarge ? (bold.Value, LargeSize) : (plain.Value, TextSize);
        var columns = (isLarge ? line[Large.Length..] : line).Split('|', StringSplitOptions.TrimEntries);
        var baseline = bottom - StepOf(line) * 0.32f; // below it stand the lower halves of Khmer letters
        for (var at = 0; at < columns.Length; at++)
        {
            var (left, right) = columns.Length == 1 ? (Margin, Width - Margin) : at == 0 ? (Margin, Margin + Column) : (Margin + Column, (float)Width - Margin);
            Write(canvas, columns[at], face, size, left, right, baseline, toTheRight: at > 0 && at == columns.Length - 1, ink);
        }
    }

    /// <summary>Writes within bounds: what would be wider becomes smaller.</summary>
    private static void Write(SKCanvas canvas, string text, SKTypeface face, float size, float left, float right, float baseline, bool toTheRight, SKPaint ink)
    {
        if (text.Length == 0)
            return;
        using var shaper = new SKShaper(face);
        using var font = new SKFont(face, size);
        var width = shaper.Shape(text, font).Width;
        if (width > right - left)
        {
            font.Size = size * (right - left) / width;
            width = right - left;
        }
        canvas.DrawShapedText(shaper, text, toTheRight ? right - width : left, baseline, SKTextAlign.Left, font, ink);
    }

    private static SKTypeface Read(string name)
    {
        using var stream = typeof(StatementPicture).Assembly.GetManifestResourceStream($"font/{name}") ?? throw new InvalidOperationException($"The font {name} is not part of the program.");
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data) ?? throw new InvalidOperationException($"The font {name} cannot be read.");
    }
}
