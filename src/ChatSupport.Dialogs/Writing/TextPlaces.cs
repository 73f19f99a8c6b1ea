using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Dialogs.Writing;

/// <summary>Lists what a translator translates, with addresses that <see cref="DialogEdit.SetAt"/> takes.</summary>
public static class TextPlaces
{
    private const string Ending = ".yaml";

    /// <summary>Every text of a dialog, or of <c>phrases.yaml</c>, in the order of the file.</summary>
    /// <param name="file">The file.</param>
    /// <returns>Empty where the file cannot be read.</returns>
    public static IReadOnlyList<PlacedText> Of(ContentFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return EditedFile.Read(file, out _) is { } read ? [.. Of(read.Root, read.Dialog)] : [];
    }

    /// <summary>Where each choice of a screen leads, and the how-manieth it is that leads there.</summary>
    internal static IEnumerable<(int At, string Leads, int Time)> Choices(Tree root, string dialog, string screenName)
    {
        if (root.Find("screens") is not { Kind: TreeKind.Map } screens)
            yield break;

        var names = screens.Children.Select(screen => screen.Name!).ToHashSet(StringComparer.Ordinal);
        var linker = new Linker(new Dictionary<string, IReadOnlySet<string>> { [dialog] = names });
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        var choices = screens.Find(screenName)?.Find("choices")?.Children ?? [];
        for (var at = 0; at < choices.Length; at++)
        {
            if (choices[at].Value.Kind != TreeKind.Map)
                continue;

            var leads = choices[at].Value.Find("go") is { Kind: TreeKind.Scalar, IsNothing: false } go ? LeadsTo(linker.Resolve(go.Value, dialog), dialog) : screenName;
            yield return (at, leads, times[leads] = times.GetValueOrDefault(leads) + 1);
        }
    }

    /// <summary>The name of a screen's text in this file: format 0 wrote <c>say</c>.</summary>
    internal static string TextKey(Tree root, Tree screen) =>
        root.Find("format")?.Value == "0" && screen.Find("text") is null && screen.Find("say") is not null ? "say" : "text";

    private static IEnumerable<PlacedText> Of(Tree root, string dialog)
    {
        foreach (var (name, value) in root.Children)
        {
            var placed = name switch
            {
                "title" => Placed(value, new TextPlace(TextKind.Title)),
                "keywords" => Placed(value, new TextPlace(TextKind.Keywords)),
                "not" => Placed(value, new TextPlace(TextKind.Not)),
                "phrases" => value.Children.SelectMany(phrase => Placed(phrase.Value, new TextPlace(TextKind.Phrase, phrase.Name ?? ""))),
                "words" => value.Children.SelectMany(command => Placed(command.Value, new TextPlace(TextKind.CommandWords, command.Name ?? ""))),
                "screens" when value.Kind == TreeKind.Map => value.Children.SelectMany(screen => OfScreen(root, dialog, screen.Name!, screen.Value)),
                _ => [],
            };
            foreach (var one in placed)
                yield return one;
        }
    }

    private static IEnumerable<PlacedText> OfScreen(Tree root, string dialog, string name, Tree screen)
    {
        var choices = Choices(root, dialog, name).ToDictionary(choice => choice.At);
        foreach (var (key, value) in screen.Children)
        {
            var placed = key switch
            {
                _ when key == TextKey(root, screen) => Placed(value, new TextPlace(TextKind.Text, name)),
                "ask" => Placed(value.Find("retry"), new TextPlace(TextKind.Retry, name)),
                "choices" => choices.Values.SelectMany(choice => OfChoice(value.Children[choice.At].Value, name, choice.Leads, choice.Time)),
                _ => [],
            };
            foreach (var one in placed)
                yield return one;
        }
    }

    private static IEnumerable<PlacedText> OfChoice(Tree choice, string screen, string leads, int time) =>
        Placed(choice.Find("label"), new TextPlace(TextKind.Label, screen, leads, time))
            .Concat(Placed(choice.Find("keywords"), new TextPlace(TextKind.ChoiceKeywords, screen, leads, time)));

    private static IEnumerable<PlacedText> Placed(Tree? texts, TextPlace place)
    {
        if (texts is not { Kind: TreeKind.Map })
            return [];

        var written = texts.Children.Where(language => language.Value is { Kind: TreeKind.List } or { Kind: TreeKind.Scalar, IsNothing: false })
            .Where(language => place.IsWords == (language.Value.Kind == TreeKind.List))
            .Select(language => new Written(language.Name!, place.IsWords ? string.Join('\n', language.Value.Children.Select(word => word.Value.Value)) : language.Value.Value));
        return [new PlacedText(place, new Texts(written))];
    }

    private static string LeadsTo((ScreenId? Screen, string? Action) target, string dialog) =>
        target.Screen is not { } screen ? target.Action ?? "" : screen.Dialog == dialog ? screen.Screen : screen.ToString();

    internal static string DialogOf(string path) => path.EndsWith(Ending, StringComparison.Ordinal) ? path[..^Ending.Length] : path;
}
