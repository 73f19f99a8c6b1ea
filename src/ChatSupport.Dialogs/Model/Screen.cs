namespace ChatSupport.Dialogs.Model;

/// <summary>One thing the bot says, and what can follow. On entering, in this order: <see cref="Set"/>, <see cref="Do"/>,
/// <see cref="Branches"/>; then, if no branch was taken, the text with choices or a question.</summary>
public sealed record Screen
{
    /// <summary>The screen's address.</summary>
    public required ScreenId Id { get; init; }

    /// <summary>What the bot says: a template per language. Empty on a screen that only branches.</summary>
    public Texts Text { get; init; } = Texts.None;

    /// <summary>Name of a recording below <c>media/</c>, without language and ending: <c>rights/hours</c>.</summary>
    public string? Voice { get; init; }

    /// <summary>Assignments made on entering: variable name to template.</summary>
    public IReadOnlyDictionary<string, string> Set { get; init; } = new Dictionary<string, string>();

    /// <summary>Action called on entering.</summary>
    public ActionUse? Do { get; init; }

    /// <summary>First branch whose condition holds is taken instead of showing the screen.</summary>
    public IReadOnlyList<Branch> Branches { get; init; } = [];

    /// <summary>What she can choose, at most six when shown.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>What she is asked to type or send; null where there are only choices.</summary>
    public Ask? Ask { get; init; }

    /// <summary>A spot to show on the map, taken from a variable of kind Fields with title, address, latitude, longitude.</summary>
    public string? Map { get; init; }

    /// <summary>This screen, or its whole dialog, is sensitive.</summary>
    public bool Sensitive { get; init; }

    /// <summary>Where the screen begins.</summary>
    public required Mark Mark { get; init; }
}

/// <summary>One thing to choose on a screen.</summary>
public sealed record Choice
{
    /// <summary>What it says: a template per language.</summary>
    public required Texts Label { get; init; }

    /// <summary>Where it leads.</summary>
    public required Target Go { get; init; }

    /// <summary>Action carried out on the way; null for none.</summary>
    public ActionUse? Do { get; init; }

    /// <summary>Assignments made when chosen: variable name to template.</summary>
    public IReadOnlyDictionary<string, string> Set { get; init; } = new Dictionary<string, string>();

    /// <summary>Shown only while this condition holds; null for always.</summary>
    public string? When { get; init; }

    /// <summary>Further words that mean this choice, on this screen only.</summary>
    public Keywords Keywords { get; init; } = Keywords.None;

    /// <summary>The list variable that this choice is repeated over; null for a single choice.</summary>
    public string? Each { get; init; }

    /// <summary>The name of one element in label, condition and assignments; default <c>item</c>.</summary>
    public string As { get; init; } = "item";

    /// <summary>Where the choice stands.</summary>
    public required Mark Mark { get; init; }
}

/// <summary>Where a choice, branch or answer leads. Exactly one of the two is set.</summary>
/// <param name="Screen">A screen.</param>
/// <param name="Action">An action that says itself where she lands (<c>peer.request</c>).</param>
/// <param name="With">Arguments of the action: name to template. Empty for a screen.</param>
/// <param name="Mark">Where it stands.</param>
public sealed record Target(ScreenId? Screen, string? Action, IReadOnlyDictionary<string, string> With, Mark Mark);

/// <summary>A call of an action as the author wrote it.</summary>
/// <param name="Name">The action: <c>services.nearby</c>.</param>
/// <param name="With">Arguments: name to template.</param>
/// <param name="Into">The variable that receives the result; null where it returns none.</param>
/// <param name="Mark">Where it stands.</param>
public sealed record ActionUse(string Name, IReadOnlyDictionary<string, string> With, string? Into, Mark Mark);

/// <summary>A condition and where it leads.</summary>
/// <param name="If">The condition.</param>
/// <param name="Go">Where it leads.</param>
/// <param name="Mark">Where it stands.</param>
public sealed record Branch(string If, Target Go, Mark Mark);

/// <summary>A question that is answered by typing or sending something.</summary>
public sealed record Ask
{
    /// <summary>What counts as an answer.</summary>
    public required AskKind Kind { get; init; }

    /// <summary>The variable that keeps the answer; null where it is only handed on as <c>answer</c> (a PIN is never kept).</summary>
    public string? Into { get; init; }

    /// <summary>Smallest number, or shortest text in clusters.</summary>
    public decimal? Min { get; init; }

    /// <summary>Largest number, or longest text in clusters.</summary>
    public decimal? Max { get; init; }

    /// <summary>Said when the answer does not fit: what is expected, with an example.</summary>
    public Texts Retry { get; init; } = Texts.None;

    /// <summary>Action carried out with the answer, which its templates see as <c>answer</c>.</summary>
    public ActionUse? Do { get; init; }

    /// <summary>Where a fitting answer leads.</summary>
    public required Target Go { get; init; }

    /// <summary>Where the question stands.</summary>
    public required Mark Mark { get; init; }
}

/// <summary>What counts as an answer to a question.</summary>
public enum AskKind
{
    /// <summary>One of the screen's choices; anything typed is matched against them.</summary>
    Choice,

    /// <summary>Any text.</summary>
    Text,

    /// <summary>A number in Khmer or Arabic digits.</summary>
    Number,

    /// <summary>A day: 2026-11-24, 24/11/2026, 24 វិច្ឆិកា 2026.</summary>
    Date,

    /// <summary>A shared location, or the name or code of a commune.</summary>
    Place,

    /// <summary>A photo.</summary>
    Photo,

    /// <summary>A voice note.</summary>
    Voice,

    /// <summary>A short code of letters and digits.</summary>
    Code,

    /// <summary>Four to eight digits; deleted from the chat at once, never kept.</summary>
    Pin,
}
