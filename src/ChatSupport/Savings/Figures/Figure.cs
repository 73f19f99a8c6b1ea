using System.Globalization;

namespace ChatSupport.Savings.Figures;

/// <summary>A figure that tells of nobody.</summary>
/// <param name="Value">The figure; null where there is none, or it is hidden.</param>
/// <param name="IsHidden">There is one, and it is not shown.</param>
internal readonly record struct Figure(double? Value, bool IsHidden)
{
    public static Figure Hidden { get; } = new(null, true);

    /// <summary>A figure, or that there is none.</summary>
    public static Figure Of(double? value, bool isHidden) => isHidden ? Hidden : new Figure(value, false);

    /// <summary>As it is shown: at most two digits behind the point.</summary>
    public override string ToString() => IsHidden ? "••" : Value?.ToString("#,0.##", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>As a spreadsheet takes it.</summary>
    public string Plain() => IsHidden ? "hidden" : Value?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";
}
