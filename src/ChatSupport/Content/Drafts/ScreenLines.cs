using System.Globalization;
using ChatSupport.Dialogs.Model;

namespace ChatSupport.Content.Drafts;

/// <summary>Says a screen in lines that people can compare: everything that a worker meets there.</summary>
internal static class ScreenLines
{
    /// <param name="set">The content that it is of.</param>
    /// <param name="screen">The screen.</param>
    /// <param name="isFirst">Its dialog where it is the first of it, so that what belongs to the whole dialog is said once; else null.</param>
    public static List<string> Of(DialogSet set, Screen screen, Dialog? isFirst) =>
    [
        .. isFirst is null ? [] : Head(isFirst),
        .. screen.Text.Languages.Select(language => $"{language}: {screen.Text.Exactly(language)}"),
        .. screen.Choices.SelectMany(Of),
        .. screen.Branches.Select(branch => $"when {branch.If} → {Where(branch.Go)}"),
        .. screen.Ask is { } ask ? Of(ask) : [],
        .. Does(screen.Do),
        .. Sets(screen.Set),
        .. screen.Voice is { } voice ? [$"recording: {voice}"] : Array.Empty<string>(),
        .. set.Languages.Select(language => set.RecordingOf(screen, language) is { } made ? FormattableString.Invariant($"recording, {language}: {made.Seconds} s ({made.Hash[..8]})") : null).OfType<string>(),
        .. screen.Map is { } map ? [$"map: {map}"] : Array.Empty<string>(),
        .. screen.Sensitive ? ["sensitive"] : Array.Empty<string>(),
    ];

    private static IEnumerable<string> Head(Dialog dialog) =>
    [
        .. dialog.Title.Languages.Select(language => $"title, {language}: {dialog.Title.Exactly(language)}"),
        .. Words("words that lead here", dialog.Keywords.Words),
        .. Words("words that do not", dialog.Keywords.Not),
        .. dialog.Status.Select(status => $"{status.Key}: {(status.Value == ReviewStatus.Reviewed ? "reviewed" : "not reviewed")}"),
        .. dialog.Source is { } source ? [$"source: {source.Text} {source.Url} {source.Checked?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}".TrimEnd()] : Array.Empty<string>(),
        .. dialog.Variables.Select(variable => $"keeps {variable.Key} ({variable.Value})"),
        .. dialog.Crisis ? ["crisis: its words show it at once"] : Array.Empty<string>(),
        .. dialog.Fenced ? ["fenced: only its own choices work"] : Array.Empty<string>(),
    ];

    private static IEnumerable<string> Of(Choice choice, int at) =>
    [
        .. choice.Label.Languages.Select(language => $"{at + 1}. {language}: {choice.Label.Exactly(language)} → {Where(choice.Go)}{(choice.When is null ? "" : $" when {choice.When}")}{(choice.Each is null ? "" : $" for each of {choice.Each}")}"),
        .. Words($"{at + 1}. words", choice.Keywords.Words),
        .. Does(choice.Do),
        .. Sets(choice.Set),
    ];

    private static IEnumerable<string> Of(Ask ask) =>
    [
        $"asks for {ask.Kind}{(ask.Min is null ? "" : FormattableString.Invariant($", at least {ask.Min}"))}{(ask.Max is null ? "" : FormattableString.Invariant($", at most {ask.Max}"))}{(ask.Into is null ? "" : $", kept as {ask.Into}")} → {Where(ask.Go)}",
        .. ask.Retry.Languages.Select(language => $"when it does not fit, {language}: {ask.Retry.Exactly(language)}"),
        .. Does(ask.Do),
    ];

    private static IEnumerable<string> Does(ActionUse? use) => use is null ? [] : [$"does {use.Name}{With(use.With)}{(use.Into is null ? "" : $" into {use.Into}")}"];

    private static IEnumerable<string> Sets(IReadOnlyDictionary<string, string> set) => set.Select(one => $"sets {one.Key} = {one.Value}");

    private static IEnumerable<string> Words(string what, IReadOnlyDictionary<string, IReadOnlyList<Keyword>> words) =>
        words.Select(one => $"{what}, {one.Key}: {string.Join(", ", one.Value.Select(word => word.Text))}");

    private static string Where(Target target) => (target.Screen?.ToString() ?? target.Action) + With(target.With);

    private static string With(IReadOnlyDictionary<string, string> with) => with.Count == 0 ? "" : $" ({string.Join(", ", with.Select(one => $"{one.Key}: {one.Value}"))})";
}
