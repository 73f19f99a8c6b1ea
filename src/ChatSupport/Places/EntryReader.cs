using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Places;

/// <summary>Reads one place or hotline.</summary>
internal sealed class EntryReader(ICollection<DialogIssue> issues, TextsReader texts, IReadOnlyCollection<string> needs, CommuneNames communes)
{
    private readonly HoursReader hours = new(issues);
    private readonly LocationReader locations = new(issues);

    public Place? ReadPlace(YamlFields fields)
    {
        var id = fields.Text("id", required: true);
        var name = texts.Read(fields, "name", required: true);
        var place = new Place
        {
            Id = id?.Value ?? "",
            Kinds = ReadKinds(fields),
            Name = name ?? Texts.None,
            Sample = fields.Flag("sample"),
            Verified = fields.Word<EntryStatus>("status", required: true) == EntryStatus.Verified,
            Address = texts.Read(fields, "address") ?? Texts.None,
            Commune = ReadCommune(fields),
            Location = locations.Read(fields),
            Phone = ReadNumber(fields, "phone"),
            Cost = texts.Read(fields, "cost") ?? Texts.None,
            Hours = hours.Read(fields),
            Source = ReadSource(fields),
            Mark = fields.Mark,
        };
        fields.RefuseUnknown();
        RefuseDisguise(place.Sample, name, fields);
        RefuseWithoutSource(place.Verified && !place.Sample, place.Source, fields);
        return id is null || name is null ? null : place;
    }

    public Hotline? ReadHotline(YamlFields fields)
    {
        var id = fields.Text("id", required: true);
        var name = texts.Read(fields, "name", required: true);
        var number = ReadNumber(fields, "number", required: true);
        var line = new Hotline
        {
            Id = id?.Value ?? "",
            Kinds = ReadKinds(fields),
            Name = name ?? Texts.None,
            Number = number ?? "",
            Says = texts.Read(fields, "says") ?? Texts.None,
            Cost = texts.Read(fields, "cost") ?? Texts.None,
            Hours = hours.Read(fields),
            Sample = fields.Flag("sample"),
            Verified = fields.Word<EntryStatus>("status", required: true) == EntryStatus.Verified,
            Source = ReadSource(fields),
            Mark = fields.Mark,
        };
        var isGoodTier = IsGoodTier(fields, line.Verified);
        fields.RefuseUnknown();
        RefuseDisguise(line.Sample, name, fields);
        RefuseWithoutSource(line.Verified && !line.Sample, line.Source, fields);
        return id is null || name is null || number is null || !isGoodTier ? null : line;
    }

    private List<string> ReadKinds(YamlFields fields)
    {
        var kinds = new List<string>();
        foreach (var kind in fields.Items("kind", required: true).OfType<YamlScalar>())
        {
            if (needs.Contains(kind.Value))
                kinds.Add(kind.Value);
            else
                issues.Add(PlaceRules.UnknownKind.At(kind.Mark, $"The need '{kind.Value}' is not in places/needs.yaml.", $"Write one of: {string.Join(", ", needs)}."));
        }

        return kinds;
    }

    private string? ReadCommune(YamlFields fields)
    {
        if (fields.Text("commune") is not { } code)
            return null;
        if (communes.WithCode(code.Value) is not null)
            return code.Value;

        issues.Add(PlaceRules.UnknownCommune.At(code.Mark, $"The commune '{code.Value}' is not in places/communes.yaml.",
            "Write its code in quotes, for example \"180103\"."));
        return null;
    }

    private string? ReadNumber(YamlFields fields, string key, bool required = false)
    {
        if (fields.Text(key, required) is not { } number)
            return null;
        if (PhoneText.IsDiallable(number.Value))
            return number.Value;

        issues.Add(PlaceRules.BadNumber.At(number.Mark, $"'{number.Value}' is not a number that can be dialled in Cambodia.",
            "Write a short number (\"115\"), a number with its leading 0 (\"0XX XXX XXX\") or with +855."));
        return null;
    }

    private Citation? ReadSource(YamlFields fields)
    {
        if (fields.Fields("source") is not { } map)
            return null;

        var source = new YamlFields(map, issues);
        var text = source.Text("text", required: true);
        var citation = new Citation(text?.Value ?? "", source.Text("url")?.Value, source.Date("checked"), map.ValueMark("checked"));
        source.RefuseUnknown();
        return text is null ? null : citation;
    }

    private bool IsGoodTier(YamlFields fields, bool verified)
    {
        if (fields.Text("tier", required: true) is not { } written)
            return false;

        switch (written.Value)
        {
            case nameof(HotlineTier.A):
                return true;
            case nameof(HotlineTier.B):
                if (verified)
                {
                    issues.Add(PlaceRules.VerifiedTooSoon.At(written.Mark, "The number is of tier B (seen in undated lists only) and claims to be verified.",
                        "Call it; then write 'tier: A' and in source who called and when. Until then write 'status: unverified'."));
                }

                return !verified;
            case nameof(HotlineTier.X):
                issues.Add(PlaceRules.Contradicted.At(written.Mark, "The number is of tier X: its sources contradict one another.",
                    "Delete the entry until the organisation confirms its number."));
                return false;
            default:
                issues.Add(ShapeRules.UnknownWord.At(written.Mark, $"'tier' is '{written.Value}', but A or B is expected.", "Write A (seen on a dated page, or called) or B."));
                return false;
        }
    }

    /// <summary>A made-up entry says so in every language, so that nobody travels to it.</summary>
    private void RefuseDisguise(bool sample, Texts? name, YamlFields fields)
    {
        if (!sample || name is null)
            return;

        var km = name.Exactly("km")?.Contains("គំរូ", StringComparison.Ordinal) ?? true;
        var en = name.Exactly("en")?.Contains("Sample", StringComparison.Ordinal) ?? true;
        if (!km || !en)
        {
            issues.Add(PlaceRules.SampleInDisguise.At(fields.Map.ValueMark("name"), $"The entry is a sample, but its name '{name.In(km ? "en" : "km")}' does not say so.",
                "Put the word គំរូ into its Khmer name and Sample into its English one."));
        }
    }

    private void RefuseWithoutSource(bool claims, Citation? source, YamlFields fields)
    {
        if (claims && source?.Checked is null)
        {
            issues.Add(PlaceRules.VerifiedWithoutSource.At(fields.Map.ValueMark("status"), "The entry claims to be verified, but says not by what or when.",
                "Add 'source: { text: …, checked: 2026-11-24 }', or write 'status: unverified'."));
        }
    }
}

/// <summary>Whether workers may see an entry.</summary>
internal enum EntryStatus
{
    /// <summary>Hidden until staff confirm it.</summary>
    Unverified,

    /// <summary>Shown.</summary>
    Verified,
}
