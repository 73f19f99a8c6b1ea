namespace ChatSupport.Reports.Sealing;

/// <summary>A sealed file cannot be opened. Wrong key, damage, a cut end and another place are one and the same error: whoever sends files to see
/// what is answered learns nothing from it.</summary>
internal sealed class CannotBeOpenedException() : Exception("This cannot be opened.");
