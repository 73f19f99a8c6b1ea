using System.Globalization;
using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running.Prepared;

namespace ChatSupport.Dialogs.Running;

/// <summary>What typed text means, by the first of: a command; a sign of crisis; an offered topic; an answer, a choice or its keyword on
/// this screen; a topic anywhere. What only looks like a topic is offered, never acted on.</summary>
internal static class Hearing
{
    /// <summary>The longest text that is read, in UTF-16 units.</summary>
    public const int LongestText = 2_000;

    private const int LongestCrisis = 8_000;
    private const int MostSuggestions = 4;

    public static void Text(Walk walk, string text)
    {
        var key = text.Length <= LongestText ? StrictKey.Of(text) : "";
        if (key.Length > 0 && walk.Content.Commands.Find(text, key) is { } command && Obeying.Obey(walk, command))
            return;
        if (OpensCrisis(walk, text))
            return;

        if (text.Length > LongestText)
            Menus.Show(walk, Obeying.IsDecoy(walk) ? null : Phrase.TooLong);
        else if (!(Offered(walk, key) || OwnScreen(walk, text, key)))
            Elsewhere(walk, text);
    }

    /// <summary>Offers topics that have to do with the text; where there are none, says that nothing was found.</summary>
    public static void Offer(Walk walk, string text) =>
        Suggest(walk, text.Length == 0 ? [] : walk.Content.Topics.Search(text, MostSuggestions));

    // A word too many opens help once for nothing; a word too few may cost a life. So this goes before every question.
    private static bool OpensCrisis(Walk walk, string text)
    {
        if (Obeying.IsDecoy(walk))
            return false;
        if (walk.Content.Topics.Crisis(text.Length <= LongestCrisis ? text : text[..LongestCrisis]) is not { } crisis || crisis.Dialog == walk.State.Screen.Dialog)
            return false;

        Entering.Enter(walk, crisis);
        return true;
    }

    private static bool Offered(Walk walk, string key)
    {
        var offered = walk.State.Suggested;
        if (offered.IsEmpty)
            return false;

        var number = ChoiceNumber(key, offered.Length);
        var chosen = number > 0 ? offered[number - 1]
            : offered.Cast<ScreenId?>().FirstOrDefault(id => key.Length > 0 && StrictKey.Of(Menus.Title(walk, id!.Value)) == key);
        if (chosen is null)
            return false;

        Entering.Enter(walk, chosen.Value);
        return true;
    }

    private static bool OwnScreen(Walk walk, string text, string key)
    {
        var screen = walk.Screen;
        var choices = key.Length == 0 ? [] : Menus.Choices(walk, screen);
        if (choices.FirstOrDefault(choice => StrictKey.Of(choice.Button.Label) == key) is { } labelled)
        {
            Choosing.Choose(walk, labelled);
            return true;
        }

        // A place may be any word, so that a number on the screen counts before it; every other question comes first.
        var question = screen.Ask;
        if (question?.Ask.Kind == AskKind.Place && Numbered(walk, choices, key) is { } first)
        {
            Choosing.Choose(walk, first);
            return true;
        }

        if (question is not null && Answers.TryRead(question.Ask, text, walk.State.Today ?? default, out var answer))
        {
            Asking.Answer(walk, question, answer);
            return true;
        }

        if ((Numbered(walk, choices, key) ?? Loose(choices, key) ?? ByKeyword(screen, choices, text)) is not { } chosen)
            return false;

        Choosing.Choose(walk, chosen);
        return true;
    }

    internal static ShownChoice? Numbered(Walk walk, IReadOnlyList<ShownChoice> choices, string key) =>
        walk.State.Suggested.IsEmpty && ChoiceNumber(key, choices.Count) is > 0 and var number ? choices[number - 1] : null;

    internal static ShownChoice? Loose(IReadOnlyList<ShownChoice> choices, string key)
    {
        var loose = LooseKey.Of(key);
        var alike = choices.Where(choice => LooseKey.Of(choice.Button.Label) == loose).Take(2).ToList();
        return alike is [var one] ? one : null;
    }

    internal static ShownChoice? ByKeyword(PreparedScreen screen, IReadOnlyList<ShownChoice> choices, string text)
    {
        if (screen.Words?.Match(text) is not { Certainty: MatchCertainty.Certain, Hits: [var hit, ..] })
            return null;

        var meant = choices.Where(choice => choice.Prepared.Position.ToString(CultureInfo.InvariantCulture) == hit.Topic).Take(2).ToList();
        return meant is [var one] ? one : null; // a word for a whole list does not say which of its elements
    }

    private static void Elsewhere(Walk walk, string text)
    {
        var question = walk.Screen.Ask;
        var match = walk.Screen.Dialog.Fenced || question?.Ask.Kind is AskKind.Pin or AskKind.Code ? MatchResult.None : walk.Content.Topics.Match(text);
        if (match is { Certainty: MatchCertainty.Certain, Hits: [var hit, ..] })
            Jump(walk, ScreenId.Of(hit.Topic));
        else if (question is not null && (question.Ask.Kind != AskKind.Choice || !question.Retry.IsEmpty))
            Asking.Retry(walk, question, text);
        else if (match.Certainty == MatchCertainty.Unsure)
            Unsure(walk, match);
        else
            Miss(walk, text);
    }

    private static void Jump(Walk walk, ScreenId topic)
    {
        if (topic != walk.State.Screen)
        {
            Entering.Enter(walk, topic);
            return;
        }

        walk.State = walk.State with { Misses = 0, Suggested = [] };
        Menus.Show(walk);
    }

    private static void Unsure(Walk walk, MatchResult match)
    {
        walk.State = walk.State with { Misses = walk.State.Misses + 1 };
        Suggest(walk, Topics.Screens(match.Hits));
    }

    private static void Miss(Walk walk, string text)
    {
        walk.Missed = true;
        walk.State = walk.State with { Misses = walk.State.Misses + 1 };
        if (Obeying.IsDecoy(walk))
            Menus.Show(walk);
        else if (walk.Screen.Dialog.Fenced || walk.State.Misses == 1)
            Menus.Show(walk, Phrase.NotUnderstood);
        else
            Offer(walk, text);
    }

    private static void Suggest(Walk walk, IEnumerable<ScreenId> screens)
    {
        var offered = screens.Where(id => id != walk.State.Screen && walk.Content.Find(id) is { Dialog.Fenced: false }).Take(MostSuggestions).ToList();
        walk.FoundNothing |= offered.Count == 0;
        var again = offered.Count > 0 && walk.State.Suggested.AsSpan().SequenceEqual(offered.ToArray());
        walk.State = walk.State with { Suggested = again ? [] : [.. offered] };
        if (offered.Count > 0 && !again)
            Menus.Show(walk);
        else
            Menus.Show(walk, walk.State.Misses % 2 == 0 || again ? Phrase.NothingFound : Phrase.NotUnderstood); // never the same answer twice in a row
    }

    private static int ChoiceNumber(string key, int count) =>
        key.Length is 1 or 2 && int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= count ? number : 0;
}
