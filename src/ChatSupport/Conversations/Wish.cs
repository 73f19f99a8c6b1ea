using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Conversations;

/// <summary>What she did, in the interpreter's words, within the limits of what may come in.</summary>
internal static class Wish
{
    private const int LongestText = 16_384; // four times what Telegram lets through; the interpreter reads less and says so
    private const int LongestKey = 1024;

    /// <summary>Her input; null for an event that is not hers. A slash command is a text that begins with a slash.</summary>
    public static Input? Of(InboundEvent what) => what switch
    {
        InboundEvent.Commanded { Name: var name } => Fitting(new Input.Text("/" + name)),
        InboundEvent.Did { Input: var input } => Fitting(input),
        InboundEvent.Continued { Part: var part } => Fitting(part),
        _ => null,
    };

    /// <summary>Everything she sent is one of the words that mean this, or the slash command for leaving.</summary>
    /// <remarks>The whole text must be the word: a sentence that only holds it means something else.</remarks>
    public static bool Is(Command command, Input? input, DialogSet dialogs)
    {
        if (input is not Input.Text { Value: { Length: <= ReturnSecret.LongestWord } typed })
            return false;
        if (command == Command.Leave && typed.Trim() == "/x")
            return true;
        if (!dialogs.Phrases.Words.TryGetValue(command, out var words))
            return false;
        var key = StrictKey.Of(typed);
        return words.Words.Values.Any(list => list.Any(word => StrictKey.Of(word.Text) == key));
    }

    /// <summary>What no channel should let through counts as unreadable.</summary>
    private static Input Fitting(Input input) => input switch
    {
        Input.Location { Latitude: not (>= -90 and <= 90) } or Input.Location { Longitude: not (>= -180 and <= 180) } => new Input.Unreadable(),
        Input.Button { Id.Length: > LongestKey } => new Input.Unreadable(),
        Input.Voice { Media.Length: > LongestKey } or Input.Photo { Media.Length: > LongestKey } => new Input.Unreadable(),
        Input.Unreadable { Media.Length: > LongestKey } file => new Input.Unreadable(file.Kind),
        Input.Unreadable { Caption.Length: > LongestText } file => file with { Caption = file.Caption![..LongestText] },
        Input.Voice { Caption.Length: > LongestText } voice => voice with { Caption = voice.Caption![..LongestText] },
        Input.Photo { Caption.Length: > LongestText } photo => photo with { Caption = photo.Caption![..LongestText] },
        Input.Text { Value: { Length: > LongestText } typed } => new Input.Text(typed[..LongestText]),
        _ => input,
    };
}
