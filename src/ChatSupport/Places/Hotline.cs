using ChatSupport.Dialogs.Model;

namespace ChatSupport.Places;

/// <summary>A number to call from anywhere in the country.</summary>
internal sealed record Hotline
{
    public required string Id { get; init; }

    /// <summary>Ids of the needs it answers.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    public required Texts Name { get; init; }

    /// <summary>The number as it is dialled.</summary>
    public required string Number { get; init; }

    /// <summary>What it is for and what to know before calling.</summary>
    public Texts Says { get; init; } = Texts.None;

    public Texts Cost { get; init; } = Texts.None;

    public OpeningHours? Hours { get; init; }

    /// <summary>Staff or a dated public page confirm it; anything else is hidden from workers.</summary>
    public bool Verified { get; init; }

    public bool Sample { get; init; }

    public Citation? Source { get; init; }

    public required Mark Mark { get; init; }
}

/// <summary>How well a number is known. In the file: one letter.</summary>
internal enum HotlineTier
{
    /// <summary>Seen on a public page with a date, or confirmed by calling.</summary>
    A,

    /// <summary>Seen only in undated lists: someone must call before it is shown.</summary>
    B,

    /// <summary>Sources contradict one another: may not stand in the content at all.</summary>
    X,
}
