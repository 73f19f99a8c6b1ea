using ChatSupport.Dialogs.Running;

namespace ChatSupport.Conversations;

/// <summary>Everything kept of one conversation. Written as JSON, encrypted at rest; immutable, so that a failed turn leaves nothing behind.</summary>
internal sealed record ConversationState
{
    /// <summary>A conversation that nobody began yet.</summary>
    public static ConversationState New { get; } = new();

    /// <summary>Rises by one with every turn; 0 where nothing is stored.</summary>
    public long Version { get; init; }

    /// <summary>Where the conversation stands as a whole.</summary>
    public LifecycleState Lifecycle { get; init; }

    /// <summary>Her place in the dialogs; kept, unseen, while the decoy is shown.</summary>
    public DialogState? Dialog { get; init; }

    /// <summary>Her place in the decoy; null while it is not shown.</summary>
    public DialogState? Decoy { get; init; }

    /// <summary>Fingerprint of the revision that the last turn ran on.</summary>
    public string? Revision { get; init; }

    /// <summary>When she agreed that the bot may keep her place.</summary>
    public DateTimeOffset? ConsentedAt { get; init; }

    /// <summary>When she last did something.</summary>
    public DateTimeOffset? LastTurnAt { get; init; }

    /// <summary>Salted hash of her PIN or word; null where she chose none.</summary>
    public string? ReturnSecret { get; init; }

    /// <summary>Wrong PINs in a row.</summary>
    public int WrongReturns { get; init; }

    /// <summary>No try is looked at before this time; null for none.</summary>
    public DateTimeOffset? ReturnLockedUntil { get; init; }

    /// <summary>The screen behind a neutral notice she has not opened yet.</summary>
    public string? Notice { get; init; }

    /// <summary>When that notice may be said, as <see cref="SafeHours"/> reads it; null where she did not say.</summary>
    public string? NoticeHours { get; init; }

    /// <summary>Salted hash of the PIN or word that was hers when the notice came; null where she had none, or there is no notice.</summary>
    public string? NoticeSecret { get; init; }

    /// <summary>She tapped the notice and was asked for her PIN or word; what she types next is looked at as one.</summary>
    public bool NoticeAsksSecret { get; init; }

    /// <summary>The dialog that she asked for and that waits for her consent; forgotten with whatever else she does. Null for none.</summary>
    public string? AfterConsent { get; init; }

    /// <summary>What it has to do with link codes; null for nothing yet.</summary>
    public LinkTries? Link { get; init; }

    /// <summary>Opaque id of her chat with a person, waiting or begun; null for none.</summary>
    public string? Peer { get; init; }

    /// <summary>When she may be written to while she waits for a person, as <see cref="SafeHours"/> reads it; null where she did not say.</summary>
    public string? PeerHours { get; init; }

    /// <summary>The most urgent words of hers lately, outside of such a chat; null for none.</summary>
    public RiskHeard? Risk { get; init; }

    /// <summary>Opaque id of the peer educator who answers at the desk from here; null for everybody else.</summary>
    public string? Educator { get; init; }

    /// <summary>What who answers at the desk is in the middle of; null for nothing.</summary>
    public DeskNote? AtDesk { get; init; }

    /// <summary>What a member of a savings group is in the middle of, such as typing her PIN; null for nothing.</summary>
    public SeatNote? Seat { get; init; }

    /// <summary>Her place went to another conversation; the messages of this one are still to be deleted.</summary>
    public bool MovedAway { get; init; }
}

/// <summary>Words of hers that say how urgent it is; which words is not kept.</summary>
/// <param name="Level">0 to 3: danger now, high, normal, good to know.</param>
/// <param name="At">When.</param>
internal sealed record RiskHeard(int Level, DateTimeOffset At);

/// <summary>What somebody at the desk is in the middle of: what is typed next belongs to it.</summary>
/// <param name="Asks">What was asked for.</param>
/// <param name="Chat">Opaque id of the chat that it is about; null for none.</param>
internal sealed record DeskNote(string Asks, string? Chat)
{
    /// <summary>What it is asked about, such as a message that has no addressee yet; kept sealed with the state.</summary>
    public string? About { get; init; }
}

/// <summary>Where a conversation stands as a whole.</summary>
internal enum LifecycleState
{
    /// <summary>Nothing was said yet.</summary>
    New,

    /// <summary>She was asked whether the bot may keep her place.</summary>
    Consent,

    /// <summary>She walks the dialogs.</summary>
    Dialog,

    /// <summary>She asked for a person; nobody took the chat yet.</summary>
    WaitingForPeer,

    /// <summary>She talks with a person.</summary>
    WithPeer,

    /// <summary>Who chats here is a peer educator, or a supervisor, at work.</summary>
    AtDesk,

    /// <summary>A harmless screen is shown; her place is kept behind it.</summary>
    Decoy,

    /// <summary>She blocked the bot.</summary>
    Blocked,

    /// <summary>She was erased; the next word begins anew.</summary>
    Erased,
}
