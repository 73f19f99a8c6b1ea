using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Places;

/// <summary>All places, hotlines, communes and needs of one revision. Immutable.</summary>
internal sealed record PlaceBook
{
    /// <summary>No content at all: every query finds nothing.</summary>
    public static PlaceBook Empty { get; } = new();

    public IReadOnlyList<Place> Places { get; init; } = [];

    public IReadOnlyList<Hotline> Hotlines { get; init; } = [];

    public CommuneNames Communes { get; init; } = new([]);

    /// <summary>What a place or hotline can be for.</summary>
    public IReadOnlyList<Need> Needs { get; init; } = [];

    public Wording Wording { get; init; } = new(new Dictionary<string, Dialogs.Model.Texts>());

    /// <summary>Reads every file below <c>places/</c>; other files are passed over.</summary>
    /// <param name="files">The files of one revision.</param>
    /// <param name="issues">Receives what is wrong; an entry with an error is left out of the book.</param>
    public static PlaceBook Read(IReadOnlyList<ContentFile> files, ICollection<DialogIssue> issues) =>
        new PlaceReader(issues).Read(files);

    /// <summary>The same book without its made-up entries.</summary>
    public PlaceBook WithoutSamples() => this with
    {
        Places = [.. Places.Where(place => !place.Sample)],
        Hotlines = [.. Hotlines.Where(line => !line.Sample)],
    };
}
