using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Running;

/// <summary>What a step passed through on its way, for the coverage of the talks. A turn carries none.</summary>
internal sealed class Trace
{
    /// <summary>Screens entered, also those that only branch, with her language there.</summary>
    public HashSet<(ScreenId Screen, string Language)> Entered { get; } = [];

    /// <summary>Choices taken, by screen and position.</summary>
    public HashSet<(ScreenId Screen, int Position, string Language)> Chosen { get; } = [];
}
