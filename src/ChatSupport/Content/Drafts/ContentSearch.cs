using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Content.Drafts;

/// <summary>Finds screens: as the bot would understand a worker who types this, then by what the texts say.</summary>
internal sealed class ContentSearch(Workspaces workspaces, StaffGuard guard, TimeProvider time)
{
    private const int MostFound = 50;

    /// <summary>The screens, the bot's own understanding first.</summary>
    /// <param name="session">Who looks.</param>
    /// <param name="words">What was typed, in any language.</param>
    /// <param name="language">The language to explain in.</param>
    public async Task<IReadOnlyList<ContentHit>> Find(string? session, string words, string language)
    {
        guard.Require(session, StaffAct.SeeContent);
        var workspace = await workspaces.Now();
        return await Task.Run<IReadOnlyList<ContentHit>>(() =>
        {
            if (workspace.Reading.Found is not { } dialogs)
                return [];
            var understood = workspace.Reading.IsGood ? Understood(workspace.Reading, words) : [];
            return [.. understood.Concat(Saying(dialogs, words)).DistinctBy(hit => hit.Screen).Take(MostFound)];
        });
    }

    private IEnumerable<ContentHit> Understood(RevisionReading reading, string words)
    {
        var state = new DialogState { Screen = reading.Interpreter.Home, Language = "km" };
        return reading.Interpreter.Explain(state, words, RevisionReader.Today(time))
            .Where(one => one.Rule is UnderstoodBy.Topic or UnderstoodBy.Search or UnderstoodBy.Crisis)
            .Select(one => ScreenId.TryParse(one.Target, out var id) && reading.Found!.Find(id) is not null ? new ContentHit(id, one.Why) : null)
            .OfType<ContentHit>();
    }

    private static IEnumerable<ContentHit> Saying(DialogSet dialogs, string words)
    {
        var key = StrictKey.Of(words);
        if (key.Length == 0)
            return [];
        return dialogs.Dialogs.Values.OrderBy(dialog => dialog.Id, StringComparer.Ordinal).SelectMany(dialog => dialog.Screens.Values
            .Select(screen => Sentence(dialog, screen, key) is { } says ? new ContentHit(screen.Id, says) : null)).OfType<ContentHit>();
    }

    private static string? Sentence(Dialog dialog, Screen screen, string key) =>
        (screen.Id.Screen == ScreenId.Start ? All(dialog.Title) : []).Concat(All(screen.Text)).Concat(screen.Choices.SelectMany(choice => All(choice.Label)))
            .Append(screen.Id.ToString()).FirstOrDefault(text => StrictKey.Of(text).Contains(key, StringComparison.Ordinal)) is { } found ? Clusters.Cut(found.ReplaceLineEndings(" "), 80) : null;

    private static IEnumerable<string> All(Texts texts) => texts.Languages.Select(language => texts.Exactly(language)!);
}

/// <summary>A screen that was found.</summary>
/// <param name="Screen">Its address.</param>
/// <param name="Why">Why it fits.</param>
internal sealed record ContentHit(ScreenId Screen, string Why);
