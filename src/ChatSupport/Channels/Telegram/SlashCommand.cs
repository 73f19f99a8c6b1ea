using System.Collections.Frozen;

namespace ChatSupport.Channels.Telegram;

/// <summary>Commands as Telegram writes them: a slash, a name, perhaps the bot's name, perhaps more behind it.</summary>
internal static class SlashCommand
{
    private static readonly FrozenSet<string> known =
        new[] { "start", "x", "forget", "language", "help", "menu", "home", "person", "back" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of a command that the conversation knows, in lower case; null where the text is none. What a link put behind it is dropped.</summary>
    public static string? Read(string? text)
    {
        if (text is not ['/', ..])
            return null;
        if (text.StartsWith("/start desk-", StringComparison.Ordinal) || text.StartsWith("/start save-", StringComparison.Ordinal))
            return null; // an invitation of the desk, or of a leader: what the link put behind it is what matters
        var end = text.AsSpan(1).IndexOfAny(" \n\t@");
        var name = end < 0 ? text[1..] : text[1..(end + 1)];
        return known.TryGetValue(name, out var command) ? command : null;
    }
}
