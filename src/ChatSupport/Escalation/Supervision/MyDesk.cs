using ChatSupport.Conversations;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Relay;

namespace ChatSupport.Escalation.Supervision;

/// <summary>The place at the desk of who looks.</summary>
/// <param name="Own">She.</param>
/// <param name="Offers">Chats she is asked to take: nothing that was said in them.</param>
/// <param name="Chats">Chats she has, or reads and writes along in.</param>
internal sealed record MyDesk(Educator Own, IReadOnlyList<DeskChat> Offers, IReadOnlyList<MyChat> Chats);

/// <summary>A chat of hers.</summary>
/// <param name="Chat">The chat.</param>
/// <param name="IsOwn">She has it; else she reads and writes along.</param>
/// <param name="Others">Who could go on with it.</param>
/// <param name="Lines">What was said, as she may see it.</param>
internal sealed record MyChat(DeskChat Chat, bool IsOwn, IReadOnlyList<Educator> Others, IReadOnlyList<MyLine> Lines);

/// <summary>A line as its reader may see it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="From">Who wrote it.</param>
/// <param name="IsOwn">She wrote it herself.</param>
/// <param name="Text">What it says; empty where that is not for her.</param>
/// <param name="Media">What it brings besides words.</param>
/// <param name="At">When.</param>
/// <param name="State">Where it stands.</param>
/// <param name="IsWhisper">A supervisor says it to the helper alone.</param>
/// <param name="IsChanged">It said something else before.</param>
internal sealed record MyLine(long Number, LineFrom From, bool IsOwn, string Text, LineMedia? Media, DateTimeOffset At, LineState State, bool IsWhisper, bool IsChanged);

/// <summary>What she can do in a chat with one click.</summary>
internal enum MyAct
{
    /// <summary>Says that she has read it.</summary>
    Seen,

    /// <summary>Takes her last line back.</summary>
    TakeBack,

    /// <summary>It is more urgent.</summary>
    Raise,

    /// <summary>A supervisor should look.</summary>
    CallSupervisor,

    /// <summary>She may know the worker: another is asked.</summary>
    MayKnowHer,

    /// <summary>She cannot take this: another is asked.</summary>
    Cannot,
}
