using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Graph;

/// <summary>How a picture is drawn for one who looks at it.</summary>
public sealed record SvgLook
{
    /// <summary>Language tag of titles, texts and labels.</summary>
    public required string Language { get; init; }

    /// <summary>What the picture is, for who cannot see it.</summary>
    public required string Label { get; init; }

    /// <summary>Where the box of a screen leads; null for nowhere.</summary>
    public Func<ScreenId, string?> AddressOf { get; init; } = _ => null;

    /// <summary>Where the box or the frame of a dialog leads; null for nowhere.</summary>
    public Func<string, string?> AddressOfDialog { get; init; } = _ => null;

    /// <summary>The drawing's own few words in the language of who looks at it, from English, which is kept where nothing is set. They are:
    /// <c>error</c>, <c>errors</c>, <c>warning</c>, <c>warnings</c>, <c>changed</c>, <c>visits</c>, <c>screen</c>, <c>screens</c>, <c>does not exist</c>, <c>if</c>, <c>answer</c>.</summary>
    public Func<string, string> Say { get; init; } = word => word;
}
