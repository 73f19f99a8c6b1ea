using System.Globalization;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Channels.Terminal;

/// <summary>What a line means: text as it stands, <c>/name</c> a command, a letter a button of the last menu, <c>!…</c> what a keyboard cannot send.</summary>
internal static class TerminalLine
{
    /// <summary>What may stand behind an exclamation mark, for the help.</summary>
    public const string Help = "!press LABEL, !location 11.55,104.92, !voice, !photo, !sticker, !edit";

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="menu">The last menu; null before the first.</param>
    /// <param name="letters">A single letter presses a button.</param>
    /// <returns>Null for a line that begins with <c>!</c> and is none of <see cref="Help"/>.</returns>
    public static InboundEvent? Read(string line, Reply.Menu? menu, bool letters)
    {
        if (line.StartsWith('!'))
            return Special(line[1..].Trim(), menu) is { } input ? new InboundEvent.Did(input) : null;
        if (line.Length > 1 && line[0] == '/' && line[1..].All(char.IsAsciiLetterOrDigit))
            return new InboundEvent.Commanded(line[1..].ToLowerInvariant());
        if (letters && menu is not null && line.Length == 1 && Letters.Of(menu).FirstOrDefault(button => button.Letter == char.ToLowerInvariant(line[0])).Button is { } pressed)
            return new InboundEvent.Did(new Input.Button(pressed.Id));
        return new InboundEvent.Did(new Input.Text(line));
    }

    private static Input? Special(string what, Reply.Menu? menu)
    {
        var parts = what.Split(' ', 2, StringSplitOptions.TrimEntries);
        return (parts[0], parts.Length > 1 ? parts[1] : "") switch
        {
            ("press", var label) => menu?.Choices.Concat(menu.Navigation).FirstOrDefault(button => button.Label == label) is { } found ? new Input.Button(found.Id) : null,
            ("location", var at) => Location(at),
            ("voice", _) => new Input.Voice("terminal"),
            ("photo", _) => new Input.Photo("terminal"),
            ("sticker", _) => new Input.Unreadable(),
            ("edit", _) => new Input.Edited(),
            _ => null,
        };
    }

    private static Input.Location? Location(string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        return parts.Length == 2
            && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude)
            && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
            ? new Input.Location(latitude, longitude)
            : null;
    }
}
