using DocumentFormat.OpenXml.Spreadsheet;

namespace ChatSupport.Staff.Sheets;

/// <summary>What the spreadsheet looks like: grey is not to be changed, white is.</summary>
internal static class XlsxStyles
{
    /// <summary>The top row.</summary>
    public const uint Header = 1;

    /// <summary>A cell that is not to be changed.</summary>
    public const uint Locked = 2;

    /// <summary>A cell for the translator.</summary>
    public const uint Open = 3;

    /// <summary>"Text": what is typed stays as it is, also when it looks like a number or a formula.</summary>
    private const uint TextFormat = 49;

    public static Stylesheet All() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }), // the format wants these two first
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFEDEDED" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            Format(font: 1, fill: 2, isLocked: true),
            Format(font: 0, fill: 2, isLocked: true),
            Format(font: 0, fill: 0, isLocked: false)));

    /// <summary>Columns of these widths, in letters.</summary>
    public static Columns Columns(params double[] widths) =>
        new(widths.Select((width, at) => new Column { Min = (uint)at + 1, Max = (uint)at + 1, Width = width, CustomWidth = true }));

    private static CellFormat Format(uint font, uint fill, bool isLocked) => new(
        new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }, new Protection { Locked = isLocked })
    {
        NumberFormatId = TextFormat,
        FontId = font,
        FillId = fill,
        FormatId = 0,
        ApplyNumberFormat = true,
        ApplyFont = true,
        ApplyFill = true,
        ApplyAlignment = true,
        ApplyProtection = true,
    };
}
