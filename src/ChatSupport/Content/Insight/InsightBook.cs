using ChatSupport.Content.Drafts;
using ChatSupport.Conversations.Insight;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Content.Insight;

/// <summary>What workers do with the content, in figures that tell of nobody. Only weeks that are over are counted, and of each only the screens that at least
/// five workers came to: who looks twice, or takes one period from another, learns nothing of a single one.</summary>
internal sealed class InsightBook(ScreenCountRows counts, MissedWordRows words, FootstepCounts now, Workspaces workspaces, StaffGuard guard)
{
    private const int UsualWeeks = 4;
    private const int DaysOfWeek = 7;

    /// <summary>How many weeks can be looked at.</summary>
    public static IReadOnlyList<int> Periods { get; } = [UsualWeeks, 13, 52];

    /// <summary>The screens that enough workers came to, each language by itself.</summary>
    /// <param name="session">Who looks.</param>
    /// <param name="weeks">How many weeks, up to the last one that is over; one of <see cref="Periods"/>.</param>
    /// <param name="language">Language of titles.</param>
    public async Task<IReadOnlyList<ScreenInsight>> Screens(string? session, int weeks, string language)
    {
        guard.Require(session, StaffAct.SeeInsight);
        if (!Periods.Contains(weeks))
            throw new ArgumentOutOfRangeException(nameof(weeks), weeks, "Not one of the periods.");
        var dialogs = (await workspaces.Now()).Reading.Found?.Dialogs;
        var last = now.Week().AddDays(-DaysOfWeek);
        return [.. counts.Closed(last.AddDays((1 - weeks) * DaysOfWeek), last).GroupBy(one => (one.Screen, one.Language))
            .Select(one => ScreenInsight.Of(one.Key.Screen, dialogs?.GetValueOrDefault(one.Key.Screen.Dialog)?.Title.In(language) ?? one.Key.Screen.Dialog, one.Key.Language, one.Select(week => week.Count)))
            .OrderByDescending(one => one.Visits).ThenBy(one => one.Screen.ToString(), StringComparer.Ordinal)];
    }

    /// <summary>The same of the last weeks, for a picture; empty for who may not see it.</summary>
    public async Task<IReadOnlyList<ScreenInsight>> Lately(string? session, string language) =>
        guard.Require(session, StaffAct.SeeContent).May(StaffAct.SeeInsight) ? await Screens(session, UsualWeeks, language) : [];

    /// <summary>Words that were not understood, of at least five workers each, the most frequent first.</summary>
    /// <param name="session">Who looks.</param>
    public IReadOnlyList<UnknownWord> Words(string? session)
    {
        guard.Require(session, StaffAct.SeeInsight);
        return [.. words.All().GroupBy(word => word.Screen, StringComparer.Ordinal)
            .SelectMany(group => UnknownWord.Whole([.. group.Select(word => new UnknownWord(word.Screen, word.Word, word.Times))]))
            .OrderByDescending(word => word.Times).ThenBy(word => word.Word, StringComparer.Ordinal)];
    }
}
