using System.Globalization;
using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Running;

/// <summary>Tells how a typed text is understood: the same rules in the same order as <see cref="Hearing"/>, but all of them.</summary>
internal static class Explaining
{
    private const int MostFound = 6;

    public static IEnumerable<Understanding> All(Walk walk, string text)
    {
        var key = text.Length <= Hearing.LongestText ? StrictKey.Of(text) : "";
        return Commands(walk, text, key).Concat(Crises(walk, text)).Concat(OwnScreen(walk, text, key)).Concat(Topics(walk, text));
    }

    private static IEnumerable<Understanding> Commands(Walk walk, string text, string key)
    {
        if (key.Length == 0 || walk.Content.Commands.Find(text, key) is not { } command)
            yield break;

        var deaf = Obeying.IsDecoy(walk) || (walk.Screen.Dialog.Fenced && command != Command.Leave) || command == Command.Return;
        yield return new(UnderstoodBy.Command, Name(command), !deaf, deaf
            ? $"The whole message is a word of the command '{Name(command)}', which does nothing here."
            : $"The whole message is a word of the command '{Name(command)}'.");
    }

    private static IEnumerable<Understanding> Crises(Walk walk, string text) => Obeying.IsDecoy(walk) ? []
        : walk.Content.Topics.CrisisHits(text).Select((hit, at) =>
            new Understanding(UnderstoodBy.Crisis, hit.Topic, at == 0 && hit.Topic != walk.State.Screen.Dialog, hit.Why));

    private static IEnumerable<Understanding> OwnScreen(Walk walk, string text, string key)
    {
        var choices = key.Length == 0 ? [] : Menus.Choices(walk, walk.Screen);
        foreach (var choice in choices.Where(choice => StrictKey.Of(choice.Button.Label) == key))
            yield return Of(UnderstoodBy.Label, choices, choice, $"The whole message is the label '{choice.Button.Label}'.");

        var ask = walk.Screen.Ask?.Ask;
        var numbered = Hearing.Numbered(walk, choices, key);
        if (numbered is not null && ask?.Kind == AskKind.Place)
            yield return Of(UnderstoodBy.NumberBeforePlace, choices, numbered, "The message is the number of this choice, which comes before the question for a place.");
        if (ask is not null && Answers.TryRead(ask, text, walk.State.Today ?? default, out _))
            yield return new(UnderstoodBy.Answer, "the answer to the question", true, $"The screen asks for a {Kind(ask.Kind)}, and the message can be one.");
        if (numbered is not null && ask?.Kind != AskKind.Place)
            yield return Of(UnderstoodBy.Number, choices, numbered, "The message is the number of this choice.");
        if (Hearing.Loose(choices, key) is { } loose && StrictKey.Of(loose.Button.Label) != key)
            yield return Of(UnderstoodBy.LooseLabel, choices, loose, $"The whole message is the label '{loose.Button.Label}' but for vowel length, shifters or letters that sound the same.");

        var match = walk.Screen.Words?.Match(text) ?? MatchResult.None;
        foreach (var (hit, at) in match.Hits.Select((hit, at) => (hit, at)))
        {
            foreach (var choice in choices.Where(choice => choice.Prepared.Position.ToString(CultureInfo.InvariantCulture) == hit.Topic))
                yield return Of(UnderstoodBy.ChoiceKeyword, choices, choice, hit.Why, at == 0 && Hearing.ByKeyword(walk.Screen, choices, text) == choice);
        }
    }

    private static IEnumerable<Understanding> Topics(Walk walk, string text)
    {
        if (walk.Screen.Dialog.Fenced)
            return [];

        var match = walk.Screen.Ask?.Ask.Kind is AskKind.Pin or AskKind.Code ? MatchResult.None : walk.Content.Topics.Match(text);
        var meant = match.Hits.Select((hit, at) => new Understanding(UnderstoodBy.Topic, hit.Topic, at == 0 && match.Certainty == MatchCertainty.Certain, hit.Why));
        var found = walk.Content.Topics.SearchHits(text, MostFound).Where(hit => match.Hits.All(other => other.Topic != hit.Topic))
            .Select(hit => new Understanding(UnderstoodBy.Search, hit.Topic, false, hit.Why));
        return meant.Concat(found);
    }

    private static Understanding Of(UnderstoodBy rule, IReadOnlyList<ShownChoice> choices, ShownChoice choice, string why, bool acts = true) =>
        new(rule, string.Create(CultureInfo.InvariantCulture, $"choice {choices.ToList().IndexOf(choice) + 1} '{choice.Button.Label}'"), acts, why);

    private static string Name(Command command) => Reading.Words.Kebab(command.ToString());

    private static string Kind(AskKind kind) => Reading.Words.Kebab(kind.ToString());
}
