using System.Runtime.CompilerServices;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Model;

namespace ChatSupport.Places;

/// <summary>Finds entries of a book by words: its own name, or what it is for.</summary>
internal static class PlaceSearch
{
    private static readonly ConditionalWeakTable<PlaceBook, Matcher> matchers = [];

    /// <summary>The likeliest entries, the best first.</summary>
    public static IReadOnlyList<KnownPlace> Find(PlaceBook book, string typed, int most)
    {
        var names = NamesOf(book);
        return [.. matchers.GetValue(book, Prepare).Search(typed, most).Select(hit => new KnownPlace(hit.Topic, names[hit.Topic]))];
    }

    /// <summary>The district or commune that a text names; null where it names none, or several.</summary>
    public static KnownArea? FindArea(PlaceBook book, string named) => book.Communes.Find(named) is { } found
        ? new KnownArea(found.Name, [found.Code, .. Words(found.Name), .. found.Also]) : null;

    private static Dictionary<string, Texts> NamesOf(PlaceBook book) => Entries(book).ToDictionary(entry => entry.Id, entry => entry.Name, StringComparer.Ordinal);

    private static Matcher Prepare(PlaceBook book)
    {
        var needs = book.Needs.ToDictionary(need => need.Id, need => need.Name, StringComparer.Ordinal);
        return new Matcher([.. Entries(book).Select(entry => new MatchTopic(entry.Id, [.. Words(entry.Name)],
            new Keywords(Keyed([entry.Name, .. entry.Kinds.Where(needs.ContainsKey).Select(kind => needs[kind])]), Keywords.None.Not), Crisis: false))]);
    }

    private static IEnumerable<(string Id, Texts Name, IReadOnlyList<string> Kinds)> Entries(PlaceBook book) =>
        book.Places.Where(place => place.Verified).Select(place => (place.Id, place.Name, place.Kinds))
            .Concat(book.Hotlines.Where(line => line.Verified).Select(line => (line.Id, line.Name, line.Kinds)))
            .DistinctBy(entry => entry.Id, StringComparer.Ordinal);

    private static IEnumerable<string> Words(Texts texts) => texts.Languages.Select(language => texts.Exactly(language)!);

    private static Dictionary<string, IReadOnlyList<Keyword>> Keyed(IReadOnlyList<Texts> texts) => texts.SelectMany(text => text.Languages).Distinct(StringComparer.Ordinal)
        .ToDictionary(language => language, IReadOnlyList<Keyword> (language) => [.. texts.Select(text => text.Exactly(language)).OfType<string>().Select(word => new Keyword(word, default!))], StringComparer.Ordinal);
}
