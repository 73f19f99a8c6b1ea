using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Dialogs.Running.Talks;

/// <summary>Answers a query that a dialog asks, as the program would at that time.</summary>
/// <param name="call">Name and arguments.</param>
/// <param name="language">Her language tag.</param>
/// <param name="now">Day and time of the talk.</param>
/// <returns>Null where the query finds nothing.</returns>
public delegate Value? TalkAnswer(ActionCall call, string language, DateTimeOffset now);

/// <summary>What became of the talks.</summary>
/// <param name="Results">One for each talk, in order.</param>
/// <param name="Coverage">What they touched, for each language.</param>
public sealed record TalkReport(IReadOnlyList<TalkResult> Results, IReadOnlyList<TalkCoverage> Coverage)
{
    /// <summary>Everything that failed, by talk and line.</summary>
    public IReadOnlyList<DialogIssue> Failures { get; } = [.. Results.SelectMany(result => result.Failures)];
}

/// <summary>What became of one talk.</summary>
/// <param name="Talk">The talk.</param>
/// <param name="Failures">What failed, each with place, expectation and what the bot said; empty where it passed.</param>
public sealed record TalkResult(Talk Talk, IReadOnlyList<DialogIssue> Failures);

/// <summary>What the talks touched in one language.</summary>
/// <param name="Language">The language tag.</param>
/// <param name="Screens">How many screens there are.</param>
/// <param name="UntouchedScreens">Screens that no talk reached.</param>
/// <param name="Choices">How many choices there are; one that is repeated over a list counts once.</param>
/// <param name="UntouchedChoices">Choices that no talk took.</param>
public sealed record TalkCoverage(
    string Language, int Screens, IReadOnlyList<ScreenId> UntouchedScreens, int Choices, IReadOnlyList<UntouchedChoice> UntouchedChoices)
{
    /// <summary>Reached screens, from 0 to 1.</summary>
    public double OfScreens => Screens == 0 ? 1 : 1 - ((double)UntouchedScreens.Count / Screens);

    /// <summary>Taken choices, from 0 to 1.</summary>
    public double OfChoices => Choices == 0 ? 1 : 1 - ((double)UntouchedChoices.Count / Choices);

    internal static IReadOnlyList<TalkCoverage> Of(DialogSet dialogs, Trace trace) => [.. dialogs.Languages.Select(language => Of(dialogs, trace, language))];

    private static TalkCoverage Of(DialogSet dialogs, Trace trace, string language)
    {
        var screens = dialogs.Dialogs.Values.OrderBy(dialog => dialog.Id, StringComparer.Ordinal).SelectMany(dialog => dialog.Screens.Values).ToList();
        var choices = screens.SelectMany(screen => screen.Choices.Select((choice, at) =>
            (At: at, Choice: new UntouchedChoice(screen.Id, at + 1, choice.Label.In(language), choice.Mark)))).ToList();
        return new TalkCoverage(
            language,
            screens.Count,
            [.. screens.Select(screen => screen.Id).Where(id => !trace.Entered.Contains((id, language)))],
            choices.Count,
            [.. choices.Where(choice => !trace.Chosen.Contains((choice.Choice.Screen, choice.At, language))).Select(choice => choice.Choice)]);
    }
}

/// <summary>A choice that no talk took.</summary>
/// <param name="Screen">Its screen.</param>
/// <param name="Number">Its number among the choices of the file, from 1.</param>
/// <param name="Label">Its label as written.</param>
/// <param name="Mark">Where it stands.</param>
public sealed record UntouchedChoice(ScreenId Screen, int Number, string Label, Mark Mark);
