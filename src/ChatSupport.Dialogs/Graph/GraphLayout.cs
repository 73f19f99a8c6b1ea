using ChatSupport.Dialogs.Graph.Placing;

namespace ChatSupport.Dialogs.Graph;

/// <summary>Where everything of a picture stands: read from left to right, by distance from home. The same graph always gives the same
/// layout. Units are pixels at a zoom of 1; the picture begins at 0, 0.</summary>
/// <param name="Width">Width of the whole picture.</param>
/// <param name="Height">Height of the whole picture.</param>
/// <param name="Frames">A frame around the screens of each dialog. No two overlap.</param>
/// <param name="Boxes">The boxes. No two overlap.</param>
/// <param name="Arrows">The arrows between them: one for each way, or for all ways between two boxes where one of them is a whole dialog.</param>
public sealed record GraphLayout(double Width, double Height, IReadOnlyList<GraphFrame> Frames, IReadOnlyList<GraphBox> Boxes, IReadOnlyList<GraphArrow> Arrows)
{
    /// <summary>Every screen of every dialog. Readable up to some 400 screens.</summary>
    /// <param name="graph">The content.</param>
    public static GraphLayout Of(DialogGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return WholePlacing.Of(new Cast(graph));
    }

    /// <summary>One dialog with its screens, and a box for each dialog that it leads to or that leads to it.</summary>
    /// <param name="graph">The content.</param>
    /// <param name="dialog">The dialog. Where it does not exist the layout is empty.</param>
    public static GraphLayout Of(DialogGraph graph, string dialog)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(dialog);
        return NearPlacing.Of(new Cast(graph), dialog);
    }

    /// <summary>A box for each dialog, and an arrow for all ways from one to another.</summary>
    /// <param name="graph">The content.</param>
    public static GraphLayout Overview(DialogGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return OverviewPlacing.Of(new Cast(graph));
    }
}
