using ChatSupport.Dialogs.Running;

namespace ChatSupport.Channels.Terminal;

/// <summary>The talk as plain text, <c>she:</c> and <c>bot:</c>, without escape codes. What is erased stays: it is a record for who wrote the script.</summary>
internal sealed class Transcript(TextWriter output) : ITerminalView
{
    private readonly Lock gate = new();

    public void She(string id, string line) => Write("she", line);

    public void Show(string id, Reply reply) => Write("bot", TextOf(reply));

    public void Say(string id, string text) => Write("bot", text);

    public void Erase(IReadOnlyCollection<string> ids, bool everything) =>
        Write("bot", everything ? "(the chat was emptied)" : ids.Count == 1 ? "(one message was deleted)" : $"({ids.Count} messages were deleted)");

    public void Note(string text) => Write("note", text);

    /// <summary>A reply as text; buttons below the choices in square brackets.</summary>
    public static string TextOf(Reply reply) => reply switch
    {
        Reply.Menu menu => menu.Navigation.IsDefaultOrEmpty
            ? MenuText.Numbered(menu)
            : $"{MenuText.Numbered(menu)}\n[{string.Join("] [", menu.Navigation.Select(button => button.Label))}]",
        Reply.Spot spot => FormattableString.Invariant($"(on the map: {spot.Title}, {spot.Address}, {spot.Latitude},{spot.Longitude})"),
        Reply.Recording recording => $"(recording {recording.Media})",
        _ => "",
    };

    private void Write(string who, string text)
    {
        var indented = text.ReplaceLineEndings("\n").Replace("\n", "\n     ", StringComparison.Ordinal).Replace("\n     \n", "\n\n", StringComparison.Ordinal);
        lock (gate)
            output.Write($"{who}: {indented}\n");
    }
}
