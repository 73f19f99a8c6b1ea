using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Places;

/// <summary>Reads <c>communes.yaml</c>.</summary>
internal sealed class CommuneReader(ICollection<DialogIssue> issues, TextsReader texts)
{
    private readonly HashSet<string> codes = new(StringComparer.Ordinal);

    public Commune? Read(YamlFields fields)
    {
        var code = fields.Text("code", required: true);
        var kind = fields.Word<CommuneKind>("kind", required: true);
        var name = texts.Read(fields, "name", required: true);
        var also = fields.Items("also").OfType<YamlScalar>().Select(item => item.Value).ToList();
        fields.RefuseUnknown();
        if (code is null || !IsGood(code, kind) || kind is null || name is null)
            return null;

        return new Commune { Code = code.Value, Kind = kind.Value, Name = name, Also = also, Mark = fields.Mark };
    }

    private bool IsGood(YamlScalar code, CommuneKind? kind)
    {
        var digits = kind is CommuneKind.District or CommuneKind.Municipality ? 4 : 6;
        if (!code.Value.All(char.IsAsciiDigit) || (kind is not null && code.Value.Length != digits) || code.Value.Length is not (4 or 6))
        {
            issues.Add(PlaceRules.BadCode.At(code.Mark, $"The code '{code.Value}' does not have {digits} digits.",
                "Write the code of the national gazetteer in quotes: four digits for a district or municipality, six for a commune or quarter."));
            return false;
        }

        if (codes.Add(code.Value))
            return true;

        issues.Add(PlaceRules.RepeatedId.At(code.Mark, $"The code '{code.Value}' stands twice.", "Delete one of the two."));
        return false;
    }
}
