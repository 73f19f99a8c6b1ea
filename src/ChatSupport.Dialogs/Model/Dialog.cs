namespace ChatSupport.Dialogs.Model;

/// <summary>One content file: a topic with its screens.</summary>
public sealed record Dialog
{
    /// <summary>Path below the content folder without ending: <c>rights/hours</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The topic's name, shown in search results and in "did you mean".</summary>
    public required Texts Title { get; init; }

    /// <summary>Words that bring a worker here from anywhere.</summary>
    public Keywords Keywords { get; init; } = Keywords.None;

    /// <summary>Where the facts come from; null where the dialog claims none.</summary>
    public Citation? Source { get; init; }

    /// <summary>How far each language was checked by a person, by language tag.</summary>
    public IReadOnlyDictionary<string, ReviewStatus> Status { get; init; } = new Dictionary<string, ReviewStatus>();

    /// <summary>Every screen of the dialog is sensitive: typed words are deleted, ten quiet minutes lead to the decoy.</summary>
    public bool Sensitive { get; init; }

    /// <summary>Any loose hit on the keywords shows this dialog at once, in every state: help must not wait for a confirmation.</summary>
    public bool Crisis { get; init; }

    /// <summary>Only the dialog's own choices work: no navigation row, no keywords of other dialogs (decoy, consent).</summary>
    public bool Fenced { get; init; }

    /// <summary>Typed variables that this dialog keeps, by name.</summary>
    public IReadOnlyDictionary<string, VariableKind> Variables { get; init; } = new Dictionary<string, VariableKind>();

    /// <summary>The screens by name, in the order of the file.</summary>
    public required IReadOnlyDictionary<string, Screen> Screens { get; init; }

    /// <summary>Where the dialog begins.</summary>
    public required Mark Mark { get; init; }
}

/// <summary>Keywords per script tag (<c>km</c>, <c>km-Latn</c> romanised, <c>en</c>), and phrases that cancel them.</summary>
/// <param name="Words">The words by script tag.</param>
/// <param name="Not">Longer phrases that contain a keyword and mean something else, by script tag.</param>
public sealed record Keywords(
    IReadOnlyDictionary<string, IReadOnlyList<Keyword>> Words,
    IReadOnlyDictionary<string, IReadOnlyList<Keyword>> Not)
{
    /// <summary>No keywords.</summary>
    public static Keywords None { get; } = new(
        new Dictionary<string, IReadOnlyList<Keyword>>(), new Dictionary<string, IReadOnlyList<Keyword>>());
}

/// <summary>One keyword as written, and where.</summary>
public readonly record struct Keyword(string Text, Mark Mark);

/// <summary>The source of a legal or medical claim.</summary>
/// <param name="Text">Name of the law, article or page, for people.</param>
/// <param name="Url">Where it was read; null for a printed source.</param>
/// <param name="Checked">The day on which a person last compared the text with it.</param>
/// <param name="Mark">Where it stands.</param>
public sealed record Citation(string Text, string? Url, DateOnly? Checked, Mark Mark);

/// <summary>How far a text was checked by a person.</summary>
public enum ReviewStatus
{
    /// <summary>Written, not read by a native speaker or lawyer.</summary>
    Draft,

    /// <summary>Read and accepted by a named person.</summary>
    Reviewed,
}

/// <summary>What a variable may hold.</summary>
public enum VariableKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>A calendar day.</summary>
    Date,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>A spot on the map, or the code of a commune.</summary>
    Place,

    /// <summary>A list that an action returned.</summary>
    List,

    /// <summary>One record that an action returned.</summary>
    Fields,

    /// <summary>The opaque key of a stored photo or voice.</summary>
    Media,
}
