using ChatSupport.Dialogs.Model;

namespace ChatSupport.Places;

/// <summary>A service that a worker can go to or call: a clinic, an office, a shelter.</summary>
internal sealed record Place
{
    /// <summary>Short name of the entry, unique among all places.</summary>
    public required string Id { get; init; }

    /// <summary>Ids of the needs it serves.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    public required Texts Name { get; init; }

    /// <summary>Made up, for demonstration and tests: never shown in production.</summary>
    public bool Sample { get; init; }

    /// <summary>Staff confirmed it; anything else is hidden from workers.</summary>
    public bool Verified { get; init; }

    /// <summary>How to find it, as people say it.</summary>
    public Texts Address { get; init; } = Texts.None;

    /// <summary>Code of its commune, or of its district where no more is known; null where neither is.</summary>
    public string? Commune { get; init; }

    /// <summary>Where it is on the map; null unless it has a source.</summary>
    public GeoPoint? Location { get; init; }

    public string? Phone { get; init; }

    public Texts Cost { get; init; } = Texts.None;

    /// <summary>Null where they are not known.</summary>
    public OpeningHours? Hours { get; init; }

    /// <summary>Where the facts come from.</summary>
    public Citation? Source { get; init; }

    /// <summary>Where the entry stands.</summary>
    public required Mark Mark { get; init; }
}
