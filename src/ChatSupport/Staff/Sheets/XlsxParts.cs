using System.Xml;

namespace ChatSupport.Staff.Sheets;

/// <summary>Finds the sheets of an unpacked spreadsheet by following its references, as programs name their parts as they like.</summary>
/// <param name="parts">The parts by name.</param>
internal sealed class XlsxParts(IReadOnlyDictionary<string, byte[]> parts)
{
    private const string MainPart = "/officeDocument";
    private const string SharedPart = "/sharedStrings";

    /// <summary>The part that lists the sheets; null where it is no spreadsheet.</summary>
    public string? Workbook => Relations("").Where(to => to.Type.EndsWith(MainPart, StringComparison.Ordinal)).Select(to => to.Target)
        .FirstOrDefault(path => parts.ContainsKey(path) && RootOf(parts[path]) == "workbook");

    /// <summary>The sheets by name, in order.</summary>
    public IReadOnlyList<(string Name, byte[] Part)> Sheets(string workbook)
    {
        var targets = Relations(workbook).GroupBy(to => to.Id, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First().Target, StringComparer.Ordinal);
        var sheets = new List<(string, byte[])>();
        using var xml = SafeXml.Open(parts[workbook]);
        while (SafeXml.Next(xml))
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "sheet" } && IdOf(xml) is { } id && targets.TryGetValue(id, out var path) && parts.TryGetValue(path, out var part))
                sheets.Add((xml.GetAttribute("name") ?? "", part));
        }

        return sheets;
    }

    /// <summary>The part with the shared texts; null where there is none.</summary>
    public byte[]? Shared(string workbook) =>
        Relations(workbook).Where(to => to.Type.EndsWith(SharedPart, StringComparison.Ordinal)).Select(to => parts.GetValueOrDefault(to.Target)).FirstOrDefault();

    private List<(string Id, string Type, string Target)> Relations(string part)
    {
        var slash = part.LastIndexOf('/');
        var (folder, name) = (part[..(slash + 1)], part[(slash + 1)..]);
        var relations = new List<(string, string, string)>();
        if (!parts.TryGetValue($"{folder}_rels/{name}.rels", out var bytes))
            return relations;

        using var xml = SafeXml.Open(bytes);
        while (SafeXml.Next(xml))
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("TargetMode") != "External")
                relations.Add((xml.GetAttribute("Id") ?? "", xml.GetAttribute("Type") ?? "", Resolve(folder, xml.GetAttribute("Target") ?? "")));
        }

        return relations;
    }

    private static string Resolve(string folder, string target)
    {
        var path = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && path.Count > 0)
                path.RemoveAt(path.Count - 1);
            else if (step is not (".." or "."))
                path.Add(step);
        }

        return string.Join('/', path);
    }

    private static string RootOf(byte[] part)
    {
        using var xml = SafeXml.Open(part);
        return xml.MoveToContent() == XmlNodeType.Element ? xml.LocalName : "";
    }

    /// <summary>The reference of a sheet, whose namespace there are two of.</summary>
    private static string? IdOf(XmlReader xml)
    {
        string? id = null;
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml.LocalName == "id" && xml.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal))
                id = xml.Value;
        }

        xml.MoveToElement();
        return id;
    }
}
