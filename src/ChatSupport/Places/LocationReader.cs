using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Places;

/// <summary>Reads <c>location: { latitude: …, longitude: …, source: … }</c>: a spot that nobody can vouch for sends people astray, so it needs a source.</summary>
internal sealed class LocationReader(ICollection<DialogIssue> issues)
{
    public GeoPoint? Read(YamlFields fields)
    {
        if (fields.Fields("location") is not { } map)
            return null;

        var location = new YamlFields(map, issues);
        var latitude = location.Number("latitude", required: true);
        var longitude = location.Number("longitude", required: true);
        var source = location.Text("source");
        location.RefuseUnknown();
        if (source is null || string.IsNullOrWhiteSpace(source.Value))
            issues.Add(PlaceRules.SpotWithoutSource.At(map.Mark, "The location does not say where its coordinates come from.", "Add 'source: …', or delete the location."));
        if (latitude is null || longitude is null)
            return null;

        var point = new GeoPoint((double)latitude, (double)longitude);
        if (point.IsInCambodia)
            return source is null ? null : point;

        var swapped = new GeoPoint(point.Longitude, point.Latitude).IsInCambodia;
        issues.Add(PlaceRules.OutsideCambodia.At(location.Map.ValueMark("latitude"), $"{latitude}, {longitude} is not in Cambodia.",
            swapped ? "Swap latitude and longitude." : "Write degrees with a dot: latitude 9.5 to 14.75, longitude 102.2 to 107.75."));
        return null;
    }
}
