using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Content.Drafts;

/// <summary>What became of an edit in the console.</summary>
internal abstract record EditOutcome
{
    /// <summary>It is in the draft.</summary>
    /// <param name="Version">The version that the next edit must name.</param>
    internal sealed record Kept(int Version) : EditOutcome
    {
        /// <summary>What the file was right before; null where nothing changed, or there was no such file.</summary>
        public ContentFile? Before { get; init; }

        /// <summary>What it is right after; null where nothing changed, or there is no such file any more.</summary>
        public ContentFile? After { get; init; }
    }

    /// <summary>Nothing changed.</summary>
    /// <param name="Why">What stands against it and what to do.</param>
    internal sealed record Refused(string Why) : EditOutcome;

    /// <summary>Nothing changed, because somebody else changed the same meanwhile.</summary>
    /// <param name="By">Opaque id of the account.</param>
    /// <param name="Says">What stands there now, where it is a text.</param>
    internal sealed record Overtaken(string By, string? Says) : EditOutcome;
}
