namespace ChatSupport.Dialogs.Running.Liquid;

/// <summary>One reading of a variable by a template or condition.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Nth">The how-manieth reading of this variable it is, from 0, in the order of the text.</param>
/// <param name="As">What it is taken for.</param>
/// <param name="Member">The part that is asked for: <c>name</c> in <c>place.name</c>; null for the whole.</param>
internal readonly record struct LiquidUse(string Name, int Nth, LiquidUseAs As, string? Member);

/// <summary>What a template takes a variable for.</summary>
internal enum LiquidUseAs
{
    /// <summary>Anything will do.</summary>
    Anything,

    /// <summary>Written out: <c>{{ name }}</c>.</summary>
    Written,

    /// <summary>Repeated over: <c>for x in name</c>.</summary>
    Repeated,

    /// <summary>Compared by size: <c>name &lt; 18</c>.</summary>
    Measured,

    /// <summary>Counted with: <c>name | money</c>.</summary>
    Counted,

    /// <summary>Compared with a text in quotes.</summary>
    EqualToText,

    /// <summary>Compared with a number.</summary>
    EqualToNumber,

    /// <summary>Compared with true or false.</summary>
    EqualToFlag,
}
