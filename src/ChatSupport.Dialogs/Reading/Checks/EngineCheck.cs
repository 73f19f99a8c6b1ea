using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Reading.Checks;

/// <summary>What the engine itself needs: the dialogs that it goes to, its phrases and its words.</summary>
internal static class EngineCheck
{
    private static readonly string[] dialogs = ["home", "consent", "decoy", "person", "emergency", "privacy", "language", "forget"];

    public static void Find(Inspection content)
    {
        foreach (var dialog in dialogs.Where(dialog => !content.Set.Dialogs.ContainsKey(dialog) && !content.Unread.Contains(dialog)))
        {
            content.Find(ShapeRules.MissingFile.At(new Mark(dialog + ".yaml", 1, 1), $"The dialog '{dialog}' does not exist, but the engine goes there.",
                $"Add {dialog}.yaml; see dialogs/README.md."));
        }

        if (!content.HasPhrases)
            return;

        FindMissing(content, "phrases", "phrase", content.Set.Phrases.Said.Keys);
        FindMissing(content, "words", "word", content.Set.Phrases.Words.Where(word => word.Value.Words.Values.Any(list => list.Count > 0)).Select(word => word.Key));
    }

    private static void FindMissing<T>(Inspection content, string key, string what, IEnumerable<T> there) where T : struct, Enum
    {
        if (content.Map(content.Set.Phrases, key) is not { } map)
            return; // its absence is found where the file is read

        foreach (var name in Enum.GetValues<T>().Except(there).Select(name => Words.Kebab(name.ToString())))
        {
            var mark = map.Find(name) is null ? content.At(content.Set.Phrases, map.Mark, key) : map.KeyMark(name);
            content.Find(WayRules.MissingPhrase.At(mark, $"The {what} '{name}' is missing, but the engine says or understands it.", $"Add a line '{name}: …'."));
        }
    }
}
