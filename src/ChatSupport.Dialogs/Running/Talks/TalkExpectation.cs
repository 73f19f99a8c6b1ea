using System.Globalization;
using System.Text.Json;
using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Dialogs.Running.Talks;

/// <summary>Compares what a talk expects with what happened.</summary>
internal static class TalkExpectation
{
    private const int MostQuoted = 600; // clusters

    /// <summary>What is wrong; null where the expectation holds.</summary>
    public static DialogIssue? Miss(Talk talk, TalkLine expected, DialogState state, TalkHearing heard) => expected switch
    {
        TalkLine.IsOn on when on.Screen != state.Screen =>
            TalkRules.OtherScreen.At(on.Mark, $"In the talk '{talk.Name}' the screen '{on.Screen}' is expected, but she is on '{state.Screen}'. {Quote(heard)}",
                "Mend the dialog or its keywords, or write the screen that is meant."),
        TalkLine.Says { Never: false } says when !Contains(heard, says.Text, StringComparison.Ordinal) =>
            TalkRules.NotSaid.At(says.Mark, $"In the talk '{talk.Name}' the bot should say '{says.Text}'. {Quote(heard)}",
                "Mend the text of the dialog, or write what is meant."),
        TalkLine.Says { Never: true } says when Contains(heard, says.Text, StringComparison.OrdinalIgnoreCase) =>
            TalkRules.Said.At(says.Mark, $"In the talk '{talk.Name}' the bot must not say '{says.Text}'. {Quote(heard)}",
                "Take it out of the dialog, or delete this line if it is meant to be said."),
        TalkLine.Keeps keeps when Write(state.Variables.Find(keeps.Name)) is var value && value != keeps.Value =>
            TalkRules.OtherValue.At(keeps.Mark, $"In the talk '{talk.Name}' the variable '{keeps.Name}' should be '{keeps.Value}', but it is '{value}'.",
                "Mend 'set', 'into' or the answer in the dialog, or write the value that is meant."),
        TalkLine.Causes causes when !heard.Effects.Any(effect => Fits(effect, causes)) =>
            TalkRules.NoEffect.At(causes.Mark, $"In the talk '{talk.Name}' the effect '{Write(causes.Action, causes.With)}' is expected, but the last line caused {Write(heard)}.",
                "Mend 'do' or 'go' in the dialog, or write the effect that is meant."),
        TalkLine.Missed missed when missed.Expected != heard.Missed =>
            TalkRules.OtherMiss.At(missed.Mark, missed.Expected
                ? $"In the talk '{talk.Name}' the bot should not understand the last line, but it did. {Quote(heard)}"
                : $"In the talk '{talk.Name}' the bot should understand the last line, but it did not. {Quote(heard)}",
                "Mend the keywords of the dialogs, or this line."),
        _ => null,
    };

    private static bool Contains(TalkHearing heard, string text, StringComparison comparison) =>
        TalkHearing.Plain(heard.Text).Contains(TalkHearing.Plain(text), comparison);

    private static bool Fits(Effect effect, TalkLine.Causes causes) =>
        effect.Name == causes.Action
        && causes.With.All(pair => effect.With.TryGetValue(pair.Key, out var value) && TalkHearing.Plain(value) == TalkHearing.Plain(pair.Value));

    private static string Write(Value? value) => value switch
    {
        null => "",
        Value.Text text => text.Content.Trim(),
        Value.Number number => number.Amount.ToString(CultureInfo.InvariantCulture),
        Value.Flag flag => flag.IsTrue ? "true" : "false",
        _ => JsonSerializer.Serialize(value, DialogJson.Options),
    };

    private static string Write(TalkHearing heard) =>
        heard.Effects.IsEmpty ? "none" : string.Join(", ", heard.Effects.Select(effect => $"'{Write(effect.Name, effect.With)}'"));

    /// <summary>A secret is shown as dots: failures go to terminals, pages and build logs.</summary>
    private static string Write(string action, IReadOnlyDictionary<string, string> with) => string.Join(' ', [
        action,
        .. with.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={(action is EngineActions.PinSet or EngineActions.WordSet ? "…" : pair.Value)}"),
    ]);

    private static string Quote(TalkHearing heard)
    {
        var said = Khmer.Clusters.Cut(string.Join(" / ", heard.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)), MostQuoted);
        return said.Length == 0 ? "The bot said nothing." : $"The bot said: {said}";
    }
}
