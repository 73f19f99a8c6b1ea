using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Running;

/// <summary>What the bot answers, in her language, without any trace of the channel.</summary>
[JsonDerivedType(typeof(Menu), "menu")]
[JsonDerivedType(typeof(Spot), "spot")]
[JsonDerivedType(typeof(Recording), "recording")]
public abstract record Reply
{
    private Reply()
    {
    }

    /// <summary>A screen. A channel that can edits the previous menu in place.</summary>
    public sealed record Menu : Reply
    {
        /// <summary>Which screen this is.</summary>
        public required ScreenId Screen { get; init; }

        /// <summary>Language tag of the texts.</summary>
        public required string Language { get; init; }

        /// <summary>A kind word above the screen ("that button was an old one"); null for none.</summary>
        public string? Notice { get; init; }

        /// <summary>What the screen says.</summary>
        public required string Text { get; init; }

        /// <summary>The choices, whole labels, in order; the first is number 1.</summary>
        public ImmutableArray<Button> Choices { get; init; } = [];

        /// <summary>Back, home, person, leave, listen: whichever apply here.</summary>
        public ImmutableArray<Button> Navigation { get; init; } = [];

        /// <summary>What she is asked to send; null where she only chooses.</summary>
        public AskKind? Asks { get; init; }

        /// <summary>This screen is sensitive.</summary>
        public bool Sensitive { get; init; }
    }

    /// <summary>A spot on the map.</summary>
    /// <param name="Title">Name of the place.</param>
    /// <param name="Address">Address as people say it.</param>
    /// <param name="Latitude">Degrees.</param>
    /// <param name="Longitude">Degrees.</param>
    public sealed record Spot(string Title, string Address, double Latitude, double Longitude) : Reply;

    /// <summary>A recording of the screen.</summary>
    /// <param name="Media">Name below <c>media/</c> with language: <c>rights/hours.km</c>, without ending.</param>
    public sealed record Recording(string Media) : Reply;
}

/// <summary>Something to press.</summary>
/// <param name="Id">Opaque, at most 24 characters of <c>[A-Za-z0-9_-]</c>; the same choice of the same screen keeps its id
/// across revisions, so that an old button is either the same choice or known to be old.</param>
/// <param name="Label">The whole label.</param>
public sealed record Button(string Id, string Label);
