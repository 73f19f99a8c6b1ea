using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Running.Prepared;

/// <summary>The dialogs that typed words can lead to from anywhere. Fenced dialogs are not among them.</summary>
internal sealed class Topics
{
    private readonly Matcher matcher;

    public Topics(DialogSet dialogs) => matcher = new Matcher(Of(dialogs));

    public static IReadOnlyList<MatchTopic> Of(DialogSet dialogs) =>
        [.. dialogs.Dialogs.Values
            .Where(dialog => !dialog.Fenced && dialog.Screens.ContainsKey(ScreenId.Start))
            .OrderBy(dialog => dialog.Id, StringComparer.Ordinal)
            .Select(dialog => new MatchTopic(
                dialog.Id, [.. dialog.Title.Languages.Order(StringComparer.Ordinal).Select(dialog.Title.In)], dialog.Keywords, dialog.Crisis))];

    /// <summary>What the text means among all dialogs.</summary>
    public MatchResult Match(string text) => matcher.Match(text);

    /// <summary>The crisis dialog that the text points to; null for none. Any loose hit counts.</summary>
    public ScreenId? Crisis(string text) => CrisisHits(text) is [var first, ..] ? ScreenId.Of(first.Topic) : null;

    public IReadOnlyList<MatchHit> CrisisHits(string text) => matcher.Crisis(text);

    public IReadOnlyList<MatchHit> SearchHits(string text, int most) => matcher.Search(text, most);

    /// <summary>The dialogs that have anything to do with the text, best first.</summary>
    public IEnumerable<ScreenId> Search(string text, int most) => Screens(SearchHits(text, most));

    public static IEnumerable<ScreenId> Screens(IEnumerable<MatchHit> hits) =>
        hits.Select(hit => ScreenId.Of(hit.Topic)).Distinct();
}
