using System.Collections.Frozen;
using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Running.Prepared;

/// <summary>The words that the engine always understands, as whole messages, and the slash commands beside them.</summary>
internal sealed class CommandWords
{
    private static readonly FrozenDictionary<string, Command> slashes = new Dictionary<string, Command>
    {
        ["/x"] = Command.Leave,
        ["/back"] = Command.Back,
        ["/start"] = Command.Home,
        ["/menu"] = Command.Home,
        ["/home"] = Command.Home,
        ["/person"] = Command.Person,
        ["/forget"] = Command.Forget,
        ["/language"] = Command.Language,
        ["/help"] = Command.Help,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, Command> words;

    public CommandWords(Phrases phrases)
    {
        // Where two commands share a word, the one named first in the enum has it: leaving comes before everything.
        words = phrases.Words.Where(pair => IsHeard(pair.Key)).OrderBy(pair => pair.Key)
            .SelectMany(pair => pair.Value.Words.Values.SelectMany(list => list).Select(word => (Key: StrictKey.Of(word.Text), pair.Key)))
            .Where(word => word.Item1.Length > 0)
            .DistinctBy(word => word.Item1, StringComparer.Ordinal)
            .ToFrozenDictionary(word => word.Item1, word => word.Item2, StringComparer.Ordinal);
    }

    /// <summary>Whether the dialogs obey it; the others are only heard in the chat with a person.</summary>
    public static bool IsHeard(Command command) => command is not (Command.Stop or Command.Danger);

    public Command? Find(string text, string key)
    {
        if (words.TryGetValue(key, out var command))
            return command;

        return text.StartsWith('/') && slashes.TryGetValue(text.Trim(), out var slash) ? slash : null;
    }
}
