using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running.Prepared;

namespace ChatSupport.Dialogs.Reading.Checks;

/// <summary>Words that mean two things: two titles, two dialogs, a dialog and a command, two choices of a screen.</summary>
internal static class WordCheck
{
    public static void Find(Inspection content)
    {
        var everywhere = new Meanings(content);
        foreach (var (command, keywords) in content.Set.Phrases.Words.OrderBy(word => word.Key))
            everywhere.AddAll(Owner(command), keywords);
        foreach (var command in content.Set.Phrases.Words.Keys.Where(command => !CommandWords.IsHeard(command)))
            everywhere.Forget(Owner(command));
        foreach (var dialog in content.Set.Dialogs.Values.Where(dialog => !dialog.Fenced))
            everywhere.AddAll($"the dialog '{dialog.Id}'", dialog.Keywords);

        FindTitles(content);
        foreach (var screen in content.Graph.Screens)
        {
            var here = new Meanings(content);
            foreach (var choice in screen.Choices.Where(choice => choice.Keywords.Words.Count > 0))
                here.AddAll($"the choice of line {choice.Mark.Line}", choice.Keywords);
        }
    }

    private static string Owner(Command command) => $"the command '{Words.Kebab(command.ToString())}'";

    private static void FindTitles(Inspection content)
    {
        foreach (var language in content.Set.Languages)
        {
            var titles = new Meanings(content);
            foreach (var dialog in content.Set.Dialogs.Values.Where(dialog => !dialog.Fenced))
            {
                if (dialog.Title.Exactly(language) is { } title)
                    titles.Add($"the dialog '{dialog.Id}'", language, new Keyword(title, dialog.Title.MarkOf(language) ?? dialog.Mark));
            }
        }
    }

    private sealed class Meanings(Inspection content)
    {
        private readonly Dictionary<string, (string Owner, string Script)> first = new(StringComparer.Ordinal);

        public void AddAll(string owner, Keywords keywords)
        {
            foreach (var (script, words) in keywords.Words)
            {
                foreach (var word in words)
                    Add(owner, script, word);
            }
        }

        /// <summary>Its words are free for others from here on.</summary>
        public void Forget(string owner)
        {
            foreach (var (key, _) in first.Where(word => word.Value.Owner == owner).ToList())
                first.Remove(key);
        }

        public void Add(string owner, string script, Keyword word)
        {
            var key = StrictKey.Of(word.Text);
            if (key.Length == 0 || first.TryAdd(key, (owner, script)))
                return;

            var (other, otherScript) = first[key];
            if (other == owner && otherScript != script)
                return; // one thing may have one word in two languages

            content.Find(TextRules.EqualWords.At(word.Mark, other == owner
                    ? $"'{word.Text}' stands here a second time."
                    : $"'{word.Text}' means {owner} here, but it means {other} already.",
                other == owner ? "Delete one of the two." : "Keep it where it is meant most often."));
        }
    }
}
