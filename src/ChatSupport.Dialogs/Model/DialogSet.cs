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

    /// <summary>Whether "listen" is offered: not where it is known that nobody recorded the screen in this language.</summary>
    public bool CanPlay(string voice, string language) => Recordings?.Contains($"{voice}.{language}") ?? true;

    /// <summary>The screen at this address, or null.</summary>
    public Screen? Find(ScreenId id) => Dialogs.GetValueOrDefault(id.Dialog)?.Screens.GetValueOrDefault(id.Screen);
}
