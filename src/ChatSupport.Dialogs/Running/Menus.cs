using System.Collections.Immutable;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running.Prepared;

namespace ChatSupport.Dialogs.Running;

/// <summary>Shows where she stands: the screen with its choices, or the suggestions of "did you mean".</summary>
internal static class Menus
{
    /// <summary>The longest text of a menu, in UTF-16 units.</summary>
    public const int TextLength = 4_000;

    private const int MostChoices = 6;

    public static void Show(Walk walk, Phrase? notice = null)
    {
        if (notice is not null)
            walk.Notice = new Notice(notice, null);

        var screen = walk.Screen;
        var suggests = !walk.State.Suggested.IsEmpty;
        var text = suggests ? new Rendering(Say(walk, Phrase.DidYouMean), false) : screen.Text.In(walk.Language).Render(walk.Scope);
        if (text.Failed)
            walk.Notice ??= new Notice(Phrase.OurFault, null);
        walk.Say(new Reply.Menu
        {
            Screen = screen.Id,
            Language = walk.Language,
            Notice = NoticeText(walk),
            Text = TextCut.At(text.Text, TextLength),
            Choices = suggests ? Suggestions(walk) : [.. Choices(walk, screen).Select(choice => choice.Button)],
            Navigation = Navigation(walk, screen),
            Asks = suggests ? null : screen.Ask?.Ask.Kind,
            Sensitive = screen.Sensitive,
        });
        walk.Notice = null;
    }

    /// <summary>The spot that a screen shows on the map, where its variable holds one.</summary>
    public static void ShowSpot(Walk walk, PreparedScreen screen)
    {
        if (screen.Screen.Map is not { } map || walk.State.Variables.Find(map) is not Value.Fields spot
            || spot.Items.GetValueOrDefault("latitude") is not Value.Number latitude
            || spot.Items.GetValueOrDefault("longitude") is not Value.Number longitude)
        {
            return;
        }

        walk.Say(new Reply.Spot(Text(spot, "title"), Text(spot, "address"), (double)latitude.Amount, (double)longitude.Amount));
    }

    /// <summary>The choices that are shown now, at most six. Where a list is too long for that, its last elements are left out,
    /// never the choices that stand beside it.</summary>
    public static IReadOnlyList<ShownChoice> Choices(Walk walk, PreparedScreen screen)
    {
        var scope = walk.Scope;
        var shown = new List<ShownChoice>();
        var room = MostChoices - screen.Choices.Count(choice => choice.Choice.Each is null && Holds(choice, scope));
        foreach (var choice in screen.Choices)
        {
            if (choice.Choice.Each is not { } each)
            {
                if (shown.Count < MostChoices && Holds(choice, scope) && Label(choice, scope) is { } label)
                    shown.Add(new ShownChoice(choice, null, new Button(choice.Id, label)));
                continue;
            }

            foreach (var item in walk.State.Variables.Find(each) is Value.List list ? list.Items : [])
            {
                if (room <= 0)
                    break;
                var inside = scope.With(choice.Choice.As, item);
                var button = Holds(choice, inside) && Label(choice, inside) is { } label ? new Button(ButtonIds.ForItem(choice.Id, item), label) : null;
                if (button is null || shown.Any(other => other.Button.Id == button.Id))
                    continue; // the same element twice in a list is one thing to choose

                shown.Add(new ShownChoice(choice, item, button));
                room--;
            }
        }

        return shown;
    }

    /// <summary>The recording of a screen in her language, as <see cref="Reply.Recording"/> names it; null where there is none.</summary>
    public static string? Recording(Walk walk, PreparedScreen screen) =>
        screen.Screen.Voice is { } voice && walk.Content.Dialogs.CanPlay(voice, walk.Language) ? $"{voice}.{walk.Language}" : null;

    public static string Say(Walk walk, Phrase phrase) => walk.Content.Dialogs.Phrases.In(phrase, walk.Language);

    private static bool Holds(PreparedChoice choice, Scope scope) => choice.When?.Holds(scope) ?? true;

    private static string? Label(PreparedChoice choice, Scope scope)
    {
        var label = choice.Label.In(scope.Language).Render(scope).Text.Trim();
        return label.Length == 0 ? null : TextCut.At(label, 200);
    }

    private static ImmutableArray<Button> Suggestions(Walk walk) =>
        [.. walk.State.Suggested.Select(id => new Button(ButtonIds.Suggestion(id), Title(walk, id)))];

    public static string Title(Walk walk, ScreenId id) =>
        TextCut.At(walk.Content.Dialogs.Dialogs.GetValueOrDefault(id.Dialog)?.Title.In(walk.Language) ?? id.Dialog, 200);

    private static ImmutableArray<Button> Navigation(Walk walk, PreparedScreen screen)
    {
        if (screen.Dialog.Fenced)
            return screen.Id.Dialog == Names.Consent ? [new Button(ButtonIds.Leave, Say(walk, Phrase.Leave))] : [];

        var buttons = ImmutableArray.CreateBuilder<Button>(5);
        if (!walk.State.Trail.IsEmpty || !walk.State.Suggested.IsEmpty)
            buttons.Add(new Button(ButtonIds.Back(screen.Id), Say(walk, Phrase.Back)));
        if (screen.Id != walk.Content.Home.Id)
            buttons.Add(new Button(ButtonIds.Home, Say(walk, Phrase.Home)));
        buttons.Add(new Button(ButtonIds.Person, Say(walk, Phrase.Person)));
        buttons.Add(new Button(ButtonIds.Leave, Say(walk, Phrase.Leave)));
        if (Recording(walk, screen) is not null)
            buttons.Add(new Button(ButtonIds.Listen(screen.Id), Say(walk, Phrase.Listen)));
        return buttons.DrainToImmutable();
    }

    private static string? NoticeText(Walk walk)
    {
        var text = walk.Notice switch
        {
            { Phrase: { } phrase } => Say(walk, phrase),
            { Own: { } own } => own.In(walk.Language).Render(walk.Scope).Text,
            _ => "",
        };
        return text.Length == 0 ? null : TextCut.At(text, TextLength);
    }

    private static string Text(Value.Fields fields, string name) =>
        fields.Items.GetValueOrDefault(name) is Value.Text text ? text.Content : "";
}

/// <summary>A choice as it is shown now.</summary>
/// <param name="Prepared">The choice.</param>
/// <param name="Item">The element of its list; null for a single choice.</param>
/// <param name="Button">Id and label.</param>
internal sealed record ShownChoice(PreparedChoice Prepared, Value? Item, Button Button);
