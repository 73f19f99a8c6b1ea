using System.Collections.Immutable;
using System.Globalization;
using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Writing;

/// <summary>Turns an edit into changes of nodes, or finds why it cannot be made. Null is a success.</summary>
internal sealed class EditPlan(Tree root, string dialog)
{
    private static readonly string[] dialogOrder =
        ["format", "dialog", "title", "keywords", "not", "source", "status", "sensitive", "crisis", "fenced", "variables", "screens"];

    private static readonly string[] screenOrder = ["say", "text", "voice", "sensitive", "map", "set", "do", "when", "choices", "ask"];
    private static readonly string[] choiceOrder = ["each", "as", "label", "go", "with", "do", "set", "when", "keywords"];
    private static readonly string[] askOrder = ["kind", "into", "min", "max", "retry", "do", "go"];
    private static readonly string[] sourceOrder = ["text", "url", "checked"];

    private readonly Steps steps = new(root);

    public IReadOnlyList<Change> Changes => steps.Changes;

    /// <summary>What the file must say afterwards.</summary>
    public Tree Expected => steps.Now;

    public EditResult.Refused? Make(DialogEdit edit) => edit switch
    {
        DialogEdit.SetText set => OnScreen(set.Screen, screen => SetText(screen, set.Language, set.Text)),
        DialogEdit.SetLabel set => OnChoice(set.Screen, set.Choice, choice => SetTexts(choice, "label", set.Language, set.Text, "The label", choiceOrder, isNeeded: true)),
        DialogEdit.SetTitle set => SetTexts([], "title", set.Language, set.Text, "The title", dialogOrder, isNeeded: true),
        DialogEdit.SetKeywords set => SetWords([], "keywords", set.Language, set.Words, "The keywords", dialogOrder),
        DialogEdit.SetTarget set => OnChoice(set.Screen, set.Choice, choice => EditRules.Address(set.Go, "The target") ?? steps.Put(choice, "go", Tree.Text(set.Go), choiceOrder)),
        DialogEdit.MoveChoice move => OnChoice(move.Screen, move.From, choice => Move(choice, move.To, move.Screen)),
        DialogEdit.AddChoice add => OnScreen(add.Screen, screen => AddChoice(screen, add)),
        DialogEdit.RemoveChoice remove => OnChoice(remove.Screen, remove.Choice, choice => RemoveChoice(choice, remove.Screen)),
        DialogEdit.AddScreen add => AddScreen(add),
        DialogEdit.RemoveScreen remove => OnScreen(remove.Screen, screen => steps.Drop(screen[..^1], remove.Screen, "the dialog")),
        DialogEdit.SetVoice set => OnScreen(set.Screen, screen => SetVoice(screen, set.Voice)),
        DialogEdit.SetStatus set => SetStatus(set.Language, set.Status),
        DialogEdit.SetSource set => SetSource(set),
        DialogEdit.SetAt set => SetAt(set),
        _ => throw new ArgumentException("An edit of an unknown kind.", nameof(edit)),
    };

    private EditResult.Refused? SetText(ImmutableArray<int> screen, string language, string? text) =>
        SetTexts(screen, TextPlaces.TextKey(root, root.At(screen)), language, text, "The text", screenOrder, isNeeded: false);

    private EditResult.Refused? SetTexts(ImmutableArray<int> map, string name, string language, string? text, string what, string[] order, bool isNeeded)
    {
        if (EditRules.Language(language) is { } wrong)
            return wrong;
        if (text is null)
            return steps.DropLanguage(map, name, language, what.ToLowerInvariant(), isNeeded);

        var clean = EditRules.Lines(text);
        return Stands(map, name, language, clean) ? null : EditRules.Text(clean, what) ?? steps.PutLanguage(map, name, language, Tree.Text(clean), order);
    }

    private EditResult.Refused? SetWords(ImmutableArray<int> map, string name, string language, IReadOnlyList<string> words, string what, string[] order) =>
        EditRules.Language(language) ?? EditRules.Words(words, what) ?? (words.Count == 0
            ? steps.DropLanguage(map, name, language, what.ToLowerInvariant(), isNeeded: false)
            : steps.PutLanguage(map, name, language, Tree.List(words.Select(Tree.Text)), order));

    /// <summary>What stands there already may stay, whatever it is.</summary>
    private bool Stands(ImmutableArray<int> map, string name, string language, string text) =>
        root.At(map).Find(name)?.Find(language) is { Kind: TreeKind.Scalar, IsNothing: false } old && old.Value == text;

    private EditResult.Refused? Move(ImmutableArray<int> choice, int to, string screen)
    {
        var list = choice[..^1];
        if (to < 0 || to >= root.At(list).Children.Length)
            return NoSuchChoice(screen, to, root.At(list).Children.Length);
        if (to != choice[^1])
            steps.Add(new Change.Move(list, choice[^1], to));
        return null;
    }

    private EditResult.Refused? AddChoice(ImmutableArray<int> screen, DialogEdit.AddChoice add)
    {
        var choices = root.At(screen).Find("choices");
        var isMissing = choices is null or { IsNothing: true };
        if (!isMissing && choices!.Kind != TreeKind.List)
            return Steps.Unexpected("choices");
        var count = isMissing ? 0 : choices!.Children.Length;
        if (add.At < 0 || add.At > count)
            return NoSuchChoice(add.Screen, add.At, count);
        if (Languages(add.Labels, "The label", out var labels) is { } wrong || (wrong = EditRules.Address(add.Go, "The target")) is not null)
            return wrong;

        var choice = Tree.Map(new Twig("label", labels), new Twig("go", Tree.Text(add.Go)));
        if (isMissing)
            return steps.Put(screen, "choices", Tree.List([choice]), screenOrder);

        steps.Add(new Change.Insert(screen.Add(root.At(screen).IndexOf("choices")), add.At, [new Twig(null, choice)]));
        return null;
    }

    private EditResult.Refused? RemoveChoice(ImmutableArray<int> choice, string screen)
    {
        var list = choice[..^1];
        if (root.At(list).Children.Length == 1)
            return steps.Drop(list[..^1], "choices", $"the screen '{screen}'");

        steps.Add(new Change.Remove(list, choice[^1], 1));
        return null;
    }

    private EditResult.Refused? AddScreen(DialogEdit.AddScreen add)
    {
        if (EditRules.ScreenName(add.Name) is { } wrong || (wrong = Languages(add.Texts, "The text", out var texts)) is not null)
            return wrong;

        var screen = Tree.Map(new Twig("text", texts));
        if (root.Find("screens") is not { IsNothing: false } screens)
            return add.After is null ? steps.Put([], "screens", Tree.Map(new Twig(add.Name, screen)), dialogOrder) : NoSuchScreen(add.After);
        if (screens.Kind != TreeKind.Map)
            return Steps.Unexpected("screens");
        if (screens.Find(add.Name) is not null)
            return new(EditRefusal.NameTaken, $"The dialog '{dialog}' has a screen '{add.Name}' already. Choose another name.");

        var after = add.After is null ? screens.Children.Length - 1 : screens.IndexOf(add.After);
        if (after < 0 && add.After is not null)
            return NoSuchScreen(add.After);

        steps.Add(new Change.Insert([root.IndexOf("screens")], after + 1, [new Twig(add.Name, screen)]));
        return null;
    }

    private EditResult.Refused? SetVoice(ImmutableArray<int> screen, string? voice)
    {
        if (voice is not null)
            return EditRules.Address(voice, "The recording") ?? steps.Put(screen, "voice", Tree.Text(voice), screenOrder);

        return steps.Drop(screen, "voice", "the screen");
    }

    private EditResult.Refused? SetStatus(string language, ReviewStatus? status) => EditRules.Language(language) ?? (status is { } set
        ? steps.PutLanguage([], "status", language, Tree.Bare(set == ReviewStatus.Reviewed ? "reviewed" : "draft"), dialogOrder)
        : steps.DropLanguage([], "status", language, "the status", isNeeded: false));

    private EditResult.Refused? SetSource(DialogEdit.SetSource set)
    {
        if (set.Text is null)
            return steps.Drop([], "source", "the dialog");
        if (EditRules.Word(set.Text, "The source") is { } wrong || (set.Url is { } url && (wrong = EditRules.Address(url, "The address of the source")) is not null))
            return wrong;

        var day = set.Checked?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Twig[] parts = [new("text", Tree.Text(set.Text)), .. set.Url is null ? [] : new Twig[] { new("url", Tree.Text(set.Url)) }, .. day is null ? [] : new Twig[] { new("checked", Tree.Bare(day)) }];
        if (root.Find("source") is not { Kind: TreeKind.Map } source)
            return steps.Put([], "source", Tree.Map(parts), dialogOrder);

        ImmutableArray<int> path = [root.IndexOf("source")];
        return parts.Select(part => steps.Put(path, part.Name!, part.Value, sourceOrder)).FirstOrDefault(refused => refused is not null)
            ?? (set.Url is null ? steps.Drop(path, "url", "the source") : null);
    }

    private EditResult.Refused? SetAt(DialogEdit.SetAt set)
    {
        var place = set.Place;
        return place.Kind switch
        {
            TextKind.Title => SetTexts([], "title", set.Language, set.Text, "The title", dialogOrder, isNeeded: true),
            TextKind.Keywords => SetWords([], "keywords", set.Language, WordsOf(set.Text), "The keywords", dialogOrder),
            TextKind.Not => SetWords([], "not", set.Language, WordsOf(set.Text), "The phrases", dialogOrder),
            TextKind.Text => OnScreen(place.Name, screen => SetText(screen, set.Language, set.Text)),
            TextKind.Retry => OnScreen(place.Name, screen => root.At(screen).Find("ask") is { Kind: TreeKind.Map }
                ? SetTexts(screen.Add(root.At(screen).IndexOf("ask")), "retry", set.Language, set.Text, "The text", askOrder, isNeeded: false)
                : NoSuchText(place)),
            TextKind.Label => OnPlacedChoice(place, choice => SetTexts(choice, "label", set.Language, set.Text, "The label", choiceOrder, isNeeded: true)),
            TextKind.ChoiceKeywords => OnPlacedChoice(place, choice => SetWords(choice, "keywords", set.Language, WordsOf(set.Text), "The keywords", choiceOrder)),
            TextKind.Phrase => OnNamed("phrases", place, map => SetTexts(map, place.Name, set.Language, set.Text, "The phrase", [], isNeeded: true)),
            _ => OnNamed("words", place, map => SetWords(map, place.Name, set.Language, WordsOf(set.Text), "The words", [])),
        };
    }

    private EditResult.Refused? OnScreen(string name, Func<ImmutableArray<int>, EditResult.Refused?> act)
    {
        if (root.Find("screens") is not { Kind: TreeKind.Map } screens || screens.IndexOf(name) is var at && at < 0)
            return NoSuchScreen(name);

        return screens.Children[at].Value is { Kind: TreeKind.Map } or { IsNothing: true } ? act([root.IndexOf("screens"), at]) : Steps.Unexpected(name);
    }

    private EditResult.Refused? OnChoice(string screenName, int choice, Func<ImmutableArray<int>, EditResult.Refused?> act) => OnScreen(screenName, screen =>
    {
        var choices = root.At(screen).Find("choices");
        if (choices is not null && (choices.Kind != TreeKind.List || choices.Children.Any(item => item.Value.Kind != TreeKind.Map)) && !choices.IsNothing)
            return Steps.Unexpected("choices");
        if (choices is null || choice < 0 || choice >= choices.Children.Length)
            return NoSuchChoice(screenName, choice, choices?.Children.Length ?? 0);

        return act([.. screen, root.At(screen).IndexOf("choices"), choice]);
    });

    private EditResult.Refused? OnPlacedChoice(TextPlace place, Func<ImmutableArray<int>, EditResult.Refused?> act)
    {
        foreach (var (at, leads, time) in TextPlaces.Choices(root, dialog, place.Name))
        {
            if (leads == place.Leads && time == place.Time)
                return OnChoice(place.Name, at, act);
        }

        return NoSuchText(place);
    }

    private EditResult.Refused? OnNamed(string group, TextPlace place, Func<ImmutableArray<int>, EditResult.Refused?> act) =>
        root.Find(group) is { Kind: TreeKind.Map } named && named.Find(place.Name) is not null ? act([root.IndexOf(group)]) : NoSuchText(place);

    /// <summary>The texts in the order in which the dialog lists its languages.</summary>
    private EditResult.Refused? Languages(IReadOnlyDictionary<string, string> texts, string what, out Tree map)
    {
        var title = root.Find("title");
        map = Tree.Map(texts.OrderBy(text => title?.IndexOf(text.Key) is >= 0 and var at ? at : int.MaxValue).ThenBy(text => text.Key, StringComparer.Ordinal)
            .Select(text => new Twig(text.Key, Tree.Text(EditRules.Lines(text.Value)))));
        return texts.Count == 0
            ? new(EditRefusal.Empty, $"{what} is given in no language. Write it in at least one.")
            : map.Children.Select(text => EditRules.Language(text.Name!) ?? EditRules.Text(text.Value.Value, what)).FirstOrDefault(refused => refused is not null);
    }

    /// <summary>Blank lines of a cell are no words; a cell of nothing else is an empty word, which is refused rather than taken for "none".</summary>
    private static string[] WordsOf(string? lines)
    {
        if (lines is null)
            return [];

        string[] words = [.. EditRules.Lines(lines).Split('\n').Where(word => !string.IsNullOrWhiteSpace(word))];
        return words.Length > 0 ? words : [""];
    }

    private EditResult.Refused NoSuchScreen(string name) => new(EditRefusal.NoSuchScreen,
        $"The dialog '{dialog}' has no screen '{Short(name)}'. Somebody may have renamed or removed it: load the dialog again.");

    private static EditResult.Refused NoSuchChoice(string screen, int choice, int count) => new(EditRefusal.NoSuchChoice,
        string.Create(CultureInfo.InvariantCulture, $"The screen '{Short(screen)}' has {count} choices, so there is no place {choice + 1L}. Somebody may have changed it: load the dialog again."));

    private EditResult.Refused NoSuchText(TextPlace place) => new(EditRefusal.NoSuchText,
        $"The dialog '{dialog}' has no text '{Short(place.ToString())}'. Somebody may have removed it: export the texts again.");

    private static string Short(string name) => name.Length <= 100 ? name : name[..100] + "…";
}
