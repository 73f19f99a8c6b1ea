using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Relay;

namespace ChatSupport.Escalation.Supervision;

/// <summary>Lines of a chat that the worker never sees, and what each is for.</summary>
internal static class DeskNotes
{
    /// <summary>A supervisor says something to the helper alone.</summary>
    public const string Whisper = "whisper";

    /// <summary>Why it is more urgent.</summary>
    public const string Raise = "raise";

    /// <summary>Why it is less urgent.</summary>
    public const string Lower = "lower";

    /// <summary>What somebody did who misuses the desk.</summary>
    public const string Misuse = "misuse";

    public static void Add(DeskPen pen, DeskChat chat, Educator by, string what, string text) => pen.Lines.Add(new DeskLine
    {
        Chat = chat.Id,
        From = LineFrom.Note,
        Educator = by.Id,
        Epoch = chat.Epoch,
        Text = text,
        HeldFor = what,
        State = LineState.Delivered,
        At = pen.Now,
    });
}
