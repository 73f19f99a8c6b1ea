using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Graph.Placing;

/// <summary>How large everything is, in pixels at a zoom of 1. Sizes do not depend on the language, so that switching it moves nothing.</summary>
internal static class Sizes
{
    public const double BoxWidth = 240;
    public const double Name = 28; // the row of the name; arrows enter at its middle
    public const double SaidLine = 17;
    public const double Said = (2 * SaidLine) + 6; // two lines of what it says
    public const double Row = 20; // a row for each way
    public const double Bottom = 6;
    public const double DialogWidth = 220;
    public const double DialogHeight = 66;
    public const double FrameTitle = 44;
    public const double FramePadding = 20;
    public const double Margin = 24;
    public const double Around = 84; // the widest bend of an arrow that leaves and enters at the right

    /// <summary>Between boxes of a dialog: across, where the arrows run, and down.</summary>
    public static readonly Gaps Within = new(80, 26);

    /// <summary>Between dialogs.</summary>
    public static readonly Gaps Between = new(110, 36);

    public static double HeightOf(Screen? screen, int ways) =>
        Name + (screen is null || HasText(screen) ? Said : 0) + (ways == 0 ? 0 : (ways * Row) + Bottom);

    /// <summary>The middle of a row, from the top of its box.</summary>
    public static double RowMiddle(GraphBox box, int row) => box.Area.Height - Bottom - ((box.Ways.Count - row - 0.5) * Row);

    private static bool HasText(Screen screen) => screen.Text.Languages.Any();
}

/// <summary>Free room between two columns and between two that stand in one.</summary>
internal readonly record struct Gaps(double Across, double Down);
