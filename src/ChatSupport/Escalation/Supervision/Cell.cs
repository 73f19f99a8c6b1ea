using System.Globalization;

namespace ChatSupport.Escalation.Supervision;

/// <summary>A figure that tells of nobody: what less than five chats make is hidden.</summary>
/// <param name="Value">The figure; null where there is none, or it is hidden.</param>
/// <param name="IsHidden">There is one, and it is not shown.</param>
internal readonly record struct Cell(double? Value, bool IsHidden)
{
    /// <summary>Fewer than this are hidden.</summary>
    public const int FewerThan = 5;

    private static readonly Cell hidden = new(null, true);

    /// <summary>How many.</summary>
    public static Cell Count(int count) => IsShown(count) ? new Cell(count, false) : hidden;

    /// <summary>How often something happened to how many chats.</summary>
    public static Cell Times(int times, int chats) => IsShown(chats) ? new Cell(times, false) : hidden;

    /// <summary>A share in percent; hidden also where who is not in it are few.</summary>
    public static Cell Share(int part, int of) => of == 0 ? default : of >= FewerThan && IsShown(part) && IsShown(of - part) ? new Cell(100.0 * part / of, false) : hidden;

    /// <summary>The value that a part of them, from 0 to 1, does not exceed.</summary>
    public static Cell Percentile(IReadOnlyCollection<double> values, double part) => values.Count switch
    {
        0 => default,
        < FewerThan => hidden,
        var count => new Cell(values.Order().ElementAt((int)Math.Ceiling(part * count) - 1), false),
    };

    /// <summary>The figure as it is shown, with at most one digit behind the point.</summary>
    public override string ToString() => IsHidden ? $"< {FewerThan}" : Value?.ToString("0.#", CultureInfo.InvariantCulture) ?? "–";

    private static bool IsShown(int count) => count is 0 or >= FewerThan;
}
