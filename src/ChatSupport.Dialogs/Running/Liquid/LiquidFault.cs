namespace ChatSupport.Dialogs.Running.Liquid;

/// <summary>Why a template or condition cannot be used.</summary>
/// <param name="Sentence">One plain sentence without line breaks.</param>
/// <param name="At">Where in the text, in UTF-16 units.</param>
/// <param name="Filter">The filter that does not exist, where that is the reason.</param>
internal sealed record LiquidFault(string Sentence, int At, string? Filter = null);
