using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Risk;

namespace ChatSupport.Dialogs.Model;

/// <summary>All content of one revision, read and linked.</summary>
public sealed record DialogSet
{
    /// <summary>The dialogs by id.</summary>
    public required IReadOnlyDictionary<string, Dialog> Dialogs { get; init; }

    /// <summary>The small texts and words that the engine itself needs.</summary>
    public required Phrases Phrases { get; init; }

    /// <summary>The languages offered, first the one a new conversation begins in.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Hash of every content file, lower-case hexadecimal: the same content has the same fingerprint on every machine.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The recordings that were uploaded, with language and without ending: <c>rights/hours.km</c>. Null where that is not known.</summary>
    public IReadOnlySet<string>? Recordings { get; init; }

    /// <summary>The recordings among them that were made in the console, with language and without ending.</summary>
    public IReadOnlyDictionary<string, Recording> Recorded { get; init; } = new Dictionary<string, Recording>();

    /// <summary>The words after which a person should look at a message sooner; none where the content has no <c>risk-words.yaml</c>.</summary>
    public RiskWords RiskWords { get; init; } = RiskWords.None;

    /// <summary>Whether "listen" is offered: not where it is known that nobody recorded the screen in this language.</summary>
    public bool CanPlay(string voice, string language) => Recordings?.Contains($"{voice}.{language}") ?? true;

    /// <summary>What was recorded of a screen in this language in the console; null where nothing was.</summary>
    public Recording? RecordingOf(Screen screen, string language)
    {
        ArgumentNullException.ThrowIfNull(screen);
        return screen.Voice is { } voice ? Recorded.GetValueOrDefault($"{voice}.{language}") : null;
    }

    /// <summary>Whether a screen says something else in this language than when it was recorded.</summary>
    public bool IsStale(Screen screen, string language) =>
        RecordingOf(screen, language) is { } recording && screen.Text.Exactly(language) is { } text && RecordingList.PrintOf(text) != recording.Print;

    /// <summary>The screen at this address, or null.</summary>
    public Screen? Find(ScreenId id) => Dialogs.GetValueOrDefault(id.Dialog)?.Screens.GetValueOrDefault(id.Screen);
}
