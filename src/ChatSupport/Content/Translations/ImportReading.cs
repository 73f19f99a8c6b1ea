using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Writing;

namespace ChatSupport.Content.Translations;

/// <summary>A text that a translator changed.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Set">The edit of it.</param>
internal sealed record TranslationEdit(string Path, DialogEdit.SetAt Set);

/// <summary>What a file from a translator would do.</summary>
internal abstract record ImportReading
{
    private ImportReading()
    {
    }

    /// <summary>Nothing stands against it.</summary>
    /// <param name="Language">What it is translated into.</param>
    /// <param name="Edits">What changes; empty where nothing did.</param>
    public sealed record Ready(string Language, IReadOnlyList<TranslationEdit> Edits) : ImportReading;

    /// <summary>Nothing of it may be imported before all of these are mended.</summary>
    /// <param name="Problems">Every one, at least one.</param>
    public sealed record Refused(IReadOnlyList<TranslationProblem> Problems) : ImportReading;
}

/// <summary>What became of the edits.</summary>
internal abstract record ImportOutcome
{
    private ImportOutcome()
    {
    }

    /// <summary>All are made.</summary>
    /// <param name="Changed">The files that are others now.</param>
    public sealed record Written(IReadOnlyList<ContentFile> Changed) : ImportOutcome;

    /// <summary>None is made.</summary>
    /// <param name="Problems">Why.</param>
    public sealed record Refused(IReadOnlyList<TranslationProblem> Problems) : ImportOutcome;
}
