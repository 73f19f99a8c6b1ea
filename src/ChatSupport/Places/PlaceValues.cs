using System.Collections.Immutable;
using System.Globalization;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Places;

/// <summary>Writes places, hotlines and vantages as records for templates. What is not known is left out, so that <c>if place.phone</c> works.</summary>
internal static class PlaceValues
{
    public static Value.List List(IEnumerable<Value> items) => new([.. items]);

    public static Value.Fields From(Found found, PlaceBook book, string language, DateTimeOffset now)
    {
        var place = found.Place;
        var fields = Begin(place.Id, place.Name, place.Kinds, place.Source, language);
        fields["title"] = new Value.Text(place.Name.In(language));
        fields["open"] = new Value.Text(OpeningText.For(place.Hours, book.Wording, language, now));
        fields["verified"] = new Value.Flag(place.Verified);
        fields["sample"] = new Value.Flag(place.Sample);
        fields["address"] = new Value.Text(place.Address.In(language));
        AddText(fields, "cost", place.Cost.In(language));
        AddText(fields, "phone", place.Phone);
        AddText(fields, "commune", place.Commune is null ? null : book.Communes.WithCode(place.Commune)?.Name.In(language));
        if (place.Hours is not null)
            fields["isOpen"] = new Value.Flag(place.Hours.At(now).IsOpen);
        if (found.Metres is { } metres)
            fields["distance"] = new Value.Number((decimal)Math.Round(metres));
        if (place.Location is { } spot)
        {
            fields["latitude"] = new Value.Number((decimal)spot.Latitude);
            fields["longitude"] = new Value.Number((decimal)spot.Longitude);
        }

        return new Value.Fields(fields.ToImmutable());
    }

    public static Value.Fields From(Hotline line, PlaceBook book, string language, DateTimeOffset now)
    {
        var fields = Begin(line.Id, line.Name, line.Kinds, line.Source, language);
        fields["number"] = new Value.Text(line.Number);
        fields["verified"] = new Value.Flag(line.Verified);
        fields["sample"] = new Value.Flag(line.Sample);
        AddText(fields, "says", line.Says.In(language));
        AddText(fields, "cost", line.Cost.In(language));
        if (line.Hours is not null)
            fields["hours"] = new Value.Text(OpeningText.For(line.Hours, book.Wording, language, now));
        return new Value.Fields(fields.ToImmutable());
    }

    /// <summary>A shared spot is kept to three decimals, about a hundred metres: near enough for a clinic, too far for a door.</summary>
    public static Value.Fields From(Vantage vantage, string language)
    {
        var fields = Begin();
        if (vantage.Point is { } point)
        {
            fields["near"] = new Value.Text(string.Create(CultureInfo.InvariantCulture, $"{point.Latitude:0.000},{point.Longitude:0.000}"));
            fields["shared"] = new Value.Flag(true);
        }
        else if (vantage.Commune is { } commune)
        {
            fields["near"] = new Value.Text(commune.Code);
            fields["name"] = new Value.Text(commune.Name.In(language));
        }

        return new Value.Fields(fields.ToImmutable());
    }

    private static ImmutableSortedDictionary<string, Value>.Builder Begin() =>
        ImmutableSortedDictionary.CreateBuilder<string, Value>(StringComparer.Ordinal);

    private static ImmutableSortedDictionary<string, Value>.Builder Begin(
        string id, Texts name, IReadOnlyList<string> kinds, Citation? source, string language)
    {
        var fields = Begin();
        fields["id"] = new Value.Text(id);
        fields["name"] = new Value.Text(name.In(language));
        fields["kinds"] = List(kinds.Select(kind => new Value.Text(kind)));
        if (source?.Checked is { } day)
            fields["checked"] = new Value.Text(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return fields;
    }

    private static void AddText(ImmutableSortedDictionary<string, Value>.Builder fields, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            fields[name] = new Value.Text(text);
    }
}
