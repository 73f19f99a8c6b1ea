namespace ChatSupport.Dialogs.Running;

/// <summary>What a template gave.</summary>
/// <param name="Text">The text; empty where <paramref name="Failed"/>.</param>
/// <param name="Failed">The template broke a limit (steps, length) or compared things that cannot be compared.</param>
public readonly record struct Rendering(string Text, bool Failed);
