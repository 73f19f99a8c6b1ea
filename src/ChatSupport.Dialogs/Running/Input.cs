namespace ChatSupport.Dialogs.Running;

/// <summary>What a worker did, without any trace of the channel.</summary>
public abstract record Input
{
    private Input()
    {
    }

    /// <summary>She typed.</summary>
    /// <param name="Value">Exactly what she typed.</param>
    public sealed record Text(string Value) : Input;

    /// <summary>She pressed a button.</summary>
    /// <param name="Id">The id of a <see cref="Running.Button"/>, perhaps of an older message or revision.</param>
    public sealed record Button(string Id) : Input;

    /// <summary>She shared a location.</summary>
    /// <param name="Latitude">Degrees, -90 to 90.</param>
    /// <param name="Longitude">Degrees, -180 to 180.</param>
    public sealed record Location(double Latitude, double Longitude) : Input;

    /// <summary>She sent a voice note.</summary>
    /// <param name="Media">Opaque key of the recording.</param>
    /// <param name="Caption">What she wrote under it; null for nothing.</param>
    public sealed record Voice(string Media, string? Caption = null) : Input;

    /// <summary>She sent a photo.</summary>
    /// <param name="Media">Opaque key of the picture.</param>
    /// <param name="Caption">What she wrote under it; null for nothing.</param>
    public sealed record Photo(string Media, string? Caption = null) : Input;

    /// <summary>She sent something that cannot be read here (sticker, video, contact).</summary>
    /// <param name="Kind">What it was, where the channel says so: <c>sticker</c>, <c>video</c>, <c>document</c>, <c>contact</c>; null where it does not.</param>
    /// <param name="Media">Opaque key of a file that says it is a PDF, for who may take one; null for all else.</param>
    /// <param name="Caption">What she wrote under it; null for nothing.</param>
    public sealed record Unreadable(string? Kind = null, string? Media = null, string? Caption = null) : Input;

    /// <summary>She edited an older message.</summary>
    /// <param name="Value">What it says now; null where the channel does not tell, or it is no text.</param>
    public sealed record Edited(string? Value = null) : Input;
}
