using ChatSupport.Escalation.Desk;

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
}
