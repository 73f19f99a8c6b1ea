using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Graph;

/// <summary>A box of the picture.</summary>
/// <param name="Id">The screen; for a whole dialog its first.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Area">Where it stands.</param>
/// <param name="Ways">The ways that begin in it, a row for each, from top to bottom; none for a whole dialog.</param>
/// <param name="Size">How many screens it stands for: 1, or those of the dialog.</param>
public sealed record GraphBox(ScreenId Id, BoxKind Kind, Area Area, IReadOnlyList<Way> Ways, int Size);

/// <summary>What a box stands for.</summary>
public enum BoxKind
{
    /// <summary>A screen.</summary>
    Screen,

    /// <summary>A whole dialog.</summary>
    Dialog,

    /// <summary>Where a way leads to, and nothing stands.</summary>
    Missing,
}

/// <summary>The frame around the screens of a dialog; its title stands within, at the top.</summary>
/// <param name="Dialog">The dialog.</param>
/// <param name="Area">Where it stands.</param>
public sealed record GraphFrame(string Dialog, Area Area);

/// <summary>An arrow from a box to a box.</summary>
/// <param name="From">Index of the box that it begins at.</param>
/// <param name="To">Index of the box that it leads to.</param>
/// <param name="Ways">The ways it stands for, at least one.</param>
/// <param name="Start">Where it leaves the first.</param>
/// <param name="End">Where it enters the second.</param>
public sealed record GraphArrow(int From, int To, IReadOnlyList<Way> Ways, ArrowEnd Start, ArrowEnd End);

/// <summary>A spot on the left or right side of a box.</summary>
/// <param name="X">From the left.</param>
/// <param name="Y">From the top.</param>
/// <param name="IsRight">Whether it is the right side.</param>
public readonly record struct ArrowEnd(double X, double Y, bool IsRight);

/// <summary>A rectangle.</summary>
/// <param name="X">Left side.</param>
/// <param name="Y">Upper side.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public readonly record struct Area(double X, double Y, double Width, double Height)
{
    /// <summary>Right side.</summary>
    public double Right => X + Width;

    /// <summary>Lower side.</summary>
    public double Bottom => Y + Height;

    /// <summary>Whether the two share more than a side.</summary>
    public bool Overlaps(Area other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;

    internal Area Moved(double x, double y) => this with { X = X + x, Y = Y + y };
}
