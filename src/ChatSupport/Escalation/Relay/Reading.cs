using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;

namespace ChatSupport.Escalation.Relay;

/// <summary>Whether a human being has read what she wrote. No messenger tells a bot: it is known by what the helper does then.</summary>
internal static class Reading
{
    /// <summary>The helper did something in the chat: what arrived before was read.</summary>
    public static void Seen(DeskPen pen, DeskChat chat)
    {
        foreach (var line in pen.Lines.Of(chat.Id, LineFrom.Worker, LineState.Delivered).Where(line => line.ReadAt is null))
            pen.Lines.Save(line with { ReadAt = pen.Now });
    }

    /// <summary>Lines that nothing can bring to her, for she answers in the console, are shown there now: they have arrived.</summary>
    public static void Show(DeskPen pen, DeskChat chat, Educator helper)
    {
        foreach (var line in Unshown(pen, chat, helper))
            pen.Lines.Save(line with { State = LineState.Delivered });
    }

    /// <summary>Those that wait for it.</summary>
    public static List<DeskLine> Unshown(DeskPen pen, DeskChat chat, Educator helper) =>
        chat.Owner == helper.Id && helper is not { Conversation: not null, Away: false } ? pen.Lines.Of(chat.Id, LineFrom.Worker, LineState.Waiting) : [];
}
