namespace ChatSupport.Content.Drafts;

/// <summary>What became of an edit in the console.</summary>
internal abstract record EditOutcome
{
    /// <summary>It is in the draft.</summary>
    /// <param name="Version">The draft's version now.</param>
    internal sealed record Kept(int Version) : EditOutcome;

    /// <summary>Nothing changed.</summary>
    /// <param name="Why">What stands against it and what to do.</param>
    internal sealed record Refused(string Why) : EditOutcome;

    /// <summary>Nothing changed, because somebody else changed the same meanwhile.</summary>
    /// <param name="By">Opaque id of the account.</param>
    /// <param name="Says">What stands there now, where it is a text.</param>
    internal sealed record Overtaken(string By, string? Says) : EditOutcome;
}
