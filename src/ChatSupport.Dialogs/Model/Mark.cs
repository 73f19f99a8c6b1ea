namespace ChatSupport.Dialogs.Model;

/// <summary>A place in a content file, for findings.</summary>
/// <param name="File">Path below the content folder, with <c>/</c>: <c>rights/hours.yaml</c>.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column in UTF-16 units, from 1.</param>
public readonly record struct Mark(string File, int Line, int Column);
