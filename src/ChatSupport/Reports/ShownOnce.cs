using System.Globalization;
using ChatSupport.Conversations;
using ChatSupport.Storage;

namespace ChatSupport.Reports;

/// <summary>Messages that go from her chat again by themselves: her number after a minute, what she said or was told after a few.</summary>
internal static class ShownOnce
{
    /// <summary>How long her number stands there.</summary>
    public static readonly TimeSpan ForNumber = TimeSpan.FromSeconds(60);

    /// <summary>How long what is to be read stands there.</summary>
    public static readonly TimeSpan ForReading = TimeSpan.FromMinutes(5);

    private const string Mark = ReportActions.ShownOnce;
    private const int Longest = 3000; // UTF-16 units of one message
    private const string Note = "INSERT OR REPLACE INTO report_shown (conversation, message, erase_at) VALUES ($1, $2, $3)";

    /// <summary>A text in as many messages as it needs, none of it left out.</summary>
    public static IReadOnlyList<OutboundBody.Line> Of(string text, TimeSpan stands)
    {
        var lines = new List<OutboundBody.Line>();
        for (var rest = text.Trim(); rest.Length > 0;)
        {
            var part = rest.Length <= Longest ? rest : rest[..CutAt(rest)];
            rest = rest[part.Length..];
            lines.Add(new OutboundBody.Line { Text = part, Silent = true, Ticket = string.Create(CultureInfo.InvariantCulture, $"{Mark}{(int)stands.TotalSeconds}") });
        }
        return lines;
    }

    /// <summary>One arrived: from now on its time runs. Of a number that never will she is told.</summary>
    public static void Hear(StoreSession session, Letters letters, Delivery delivery, ReportBell bell, DateTimeOffset now)
    {
        if (!delivery.Ticket.StartsWith(Mark, StringComparison.Ordinal)
            || !int.TryParse(delivery.Ticket.AsSpan(Mark.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return;
        }
        if (!delivery.Arrived && seconds == (int)ForNumber.TotalSeconds)
            letters.Add(delivery.Conversation, new OutboundBody.Post(new InboundEvent.News(Threads.ReportNews.Unshown, "")));
        if (delivery is not { Arrived: true, MessageId: { } message })
            return;
        session[Note].Run(delivery.Conversation, message, now.AddSeconds(seconds).ToUnixTimeMilliseconds());
        session.AfterCommit(bell, bell.Ring);
    }

    private static int CutAt(string text)
    {
        var at = text.LastIndexOfAny(['\n', ' ', '\u200B'], Longest);
        if (at < Longest / 2)
            at = Longest - 1;
        while (at > 1 && (char.IsLowSurrogate(text[at]) || char.GetUnicodeCategory(text[at]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
            at--; // never within a letter
        return Math.Max(1, at);
    }
}
