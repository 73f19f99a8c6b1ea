namespace ChatSupport.Conversations;

/// <summary>What a member of a savings group is in the middle of. It is kept sealed with the state, and goes as soon as she looks away.</summary>
internal sealed record SeatNote
{
    /// <summary>What the keys that she presses now are for; null for none.</summary>
    public SeatPad? Pad { get; init; }

    /// <summary>Opaque id of the member whose savings stand open here.</summary>
    public string? Member { get; init; }

    /// <summary>Until when they stand open; null where they do not.</summary>
    public DateTimeOffset? OpenUntil { get; init; }

    /// <summary>Since when they stand open.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>Both pockets stand open, not the open one alone.</summary>
    public bool Both { get; init; }

    /// <summary>Ticket of the message that becomes her statement, while nobody knows its id yet; null for none.</summary>
    public string? PictureTicket { get; init; }

    /// <summary>The channel's id of the message that shows her statement; null for none.</summary>
    public string? Picture { get; init; }

    /// <summary>Wrong codes of the staff that were typed here lately.</summary>
    public int WrongCodes { get; init; }

    /// <summary>When the first of them was typed.</summary>
    public DateTimeOffset WrongSince { get; init; }

    /// <summary>Whether her savings stand open at a moment.</summary>
    public bool IsOpen(DateTimeOffset now) => Member is not null && OpenUntil > now;

    /// <summary>What is left when she looks away: wrong codes go on counting.</summary>
    public SeatNote? Closed() => WrongCodes == 0 ? null : new SeatNote { WrongCodes = WrongCodes, WrongSince = WrongSince };
}

/// <summary>A pad of ten keys whose digits stand elsewhere each time, so that where she pressed says nothing.</summary>
/// <param name="For">What the PIN is for.</param>
/// <param name="Id">Part of its buttons' ids: those of an older pad do nothing.</param>
/// <param name="Digits">The digits in the order of the keys.</param>
internal sealed record SeatPad(PadFor For, string Id, string Digits)
{
    /// <summary>The digits that were pressed so far.</summary>
    public string Typed { get; init; } = "";

    /// <summary>The new PIN as she entered it the first time.</summary>
    public string First { get; init; } = "";

    /// <summary>A new PIN is for both pockets, not for the open one alone.</summary>
    public bool Both { get; init; }
}

/// <summary>What a PIN is entered for.</summary>
internal enum PadFor
{
    /// <summary>To see what she saved.</summary>
    Open,

    /// <summary>To show that it is she, before she changes it.</summary>
    Prove,

    /// <summary>As a new one.</summary>
    New,

    /// <summary>As the new one once more.</summary>
    Again,
}
