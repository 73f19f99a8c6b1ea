using ChatSupport.Content.Drafts;
using ChatSupport.Conversations.Insight;
using ChatSupport.Dialogs.Model;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Content.Insight;

/// <summary>What workers do with the content, in figures that tell of nobody. Only whole days are counted, up to yesterday: who looks twice on a day learns
/// nothing of who was there in between.</summary>
internal sealed class InsightBook(ScreenCountRows counts, MissedWordRows words, FootstepCounts today, Workspaces workspaces, StaffGuard guard)
{
    /// <summary>How many days can be looked at.</summary>
    public static IReadOnlyList<int> Periods { get; } = [7, 30, 90, 365];

    /// <summary>The screens that anything happened on, each language by itself.</summary>
    /// <param name="session">Who looks.</param>
    /// <param name="days">How many days up to yesterday; one of <see cref="Periods"/>.</param>
    /// <param name="language">Language of titles.</param>
    public async Task<IReadOnlyList<ScreenInsight>> Screens(string? session, int days, string language)
    {
        guard.Require(session, StaffAct.SeeContent);
        if (!Periods.Contains(days))
            throw new ArgumentOutOfRangeException(nameof(days), days, "Not one of the periods.");
        var dialogs = (await workspaces.Now()).Reading.Found?.Dialogs;
        var yesterday = today.Today().AddDays(-1);
        return [.. counts.Sum(yesterday.AddDays(1 - days), yesterday)
            .Select(one => ScreenInsight.Of(one.Screen, dialogs?.GetValueOrDefault(one.Screen.Dialog)?.Title.In(language) ?? one.Screen.Dialog, one.Language, one.Count))
            .OrderByDescending(one => one.Visits ?? 0).ThenBy(one => one.Screen.ToString(), StringComparer.Ordinal)];
    }

    /// <summary>Visits of a screen over 30 days, in all languages; of those alone that are not hidden.</summary>
    public async Task<IReadOnlyDictionary<ScreenId, long>> Visits(string? session) => (await Screens(session, 30, "en"))
        .Where(one => one.Visits > 0).GroupBy(one => one.Screen).ToDictionary(group => group.Key, group => group.Sum(one => one.Visits!.Value));

    /// <summary>Words that were not understood, of at least five workers each, the most frequent first.</summary>
    /// <param name="session">Who looks.</param>
    public IReadOnlyList<UnknownWord> Words(string? session)
    {
        guard.Require(session, StaffAct.SeeContent);
        return [.. words.All().GroupBy(word => word.Screen, StringComparer.Ordinal)
            .SelectMany(group => UnknownWord.Whole([.. group.Select(word => new UnknownWord(word.Screen, word.Word, word.Times, word.FoundNothing))]))
            .OrderByDescending(word => word.Times).ThenBy(word => word.Word, StringComparer.Ordinal)];
    }
}
