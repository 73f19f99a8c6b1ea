using System.Globalization;
using System.Text;
using System.Xml;
using ChatSupport.Staff.Sheets;

namespace ChatSupport.Content.Translations;

/// <summary>Reads an XLIFF file that came back from a translator. Only what stands in a segment counts; notes, suggestions and whatever else her
/// program added are passed over.</summary>
internal sealed class XliffReading
{
    private static readonly TranslationProblem tooMany = new("The file", $"The file has more than {SheetFile.MostLines} texts.", "Export the texts again, and translate in that file.");

    private readonly List<SheetLine> lines = [];
    private readonly List<TranslationProblem> problems = [];
    private readonly XliffSkeletons skeletons = new();
    private string path = "";

    private XliffReading()
    {
    }

    /// <summary>Reads it.</summary>
    /// <exception cref="XmlException">It is no XML.</exception>
    public static SheetFile Read(byte[] bytes)
    {
        using var xml = SafeXml.Open(bytes);
        xml.MoveToContent();
        if (xml.LocalName != "xliff" || xml.NamespaceURI != XliffNames.Namespace)
        {
            return new SheetFile("", "", [], null, [new("The file", xml.LocalName == "xliff"
                ? $"It is XLIFF in another version, but {XliffNames.Version} is expected."
                : "It is XML, but not XLIFF.", $"Save it as XLIFF {XliffNames.Version} in the program in which it was translated.")]);
        }

        var (source, target) = (xml.GetAttribute("srcLang") ?? "", xml.GetAttribute("trgLang") ?? "");
        var reading = new XliffReading();
        reading.ReadFiles(xml);
        return new SheetFile(source, target, reading.lines, reading.skeletons.Exported(reading.problems), reading.problems);
    }

    private void ReadFiles(XmlReader xml)
    {
        while (SafeXml.Next(xml) && lines.Count <= SheetFile.MostLines)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.NamespaceURI != XliffNames.Namespace)
                continue;
            if (xml.LocalName == "file")
                skeletons.Begin(path = XliffNames.AddressOf(xml.GetAttribute("id") ?? ""));
            else if (xml.LocalName == "skeleton")
                skeletons.Read(TextOf(xml, "the skeleton"));
            else if (xml.LocalName == "unit")
                ReadUnit(xml);
        }

        if (lines.Count > SheetFile.MostLines)
            problems.Add(tooMany);
    }

    private void ReadUnit(XmlReader xml)
    {
        var address = XliffNames.AddressOf(xml.GetAttribute("id") ?? "");
        var (id, where) = (address.Length == 0 ? "" : $"{path} {address}", string.Create(CultureInfo.InvariantCulture, $"Line {((IXmlLineInfo)xml).LineNumber}"));
        var (source, target, hasTarget) = ("", "", false);
        if (!xml.IsEmptyElement)
        {
            var end = xml.Depth;
            while (SafeXml.Next(xml) && xml.Depth > end)
            {
                // Segments stand directly below the unit; what stands elsewhere, or is of other makers, are suggestions.
                if (xml.NodeType != XmlNodeType.Element || xml.NamespaceURI != XliffNames.Namespace || xml.Depth != end + 1 || xml.LocalName is not ("segment" or "ignorable"))
                    continue;

                var isBetween = xml.LocalName == "ignorable";
                var (from, to) = ReadSegment(xml, $"{where} ({id})");
                source += from;
                target += to ?? (isBetween ? from : "");
                hasTarget |= to is not null;
                if (source.Length > SheetFile.LongestText || target.Length > SheetFile.LongestText)
                {
                    problems.Add(new($"{where} ({id})", $"The text is longer than {SheetFile.LongestText} characters.", "Make it shorter, or spread it over several screens."));
                    (source, target) = ("", "");
                }
            }
        }

        lines.Add(new SheetLine(where, id, source, hasTarget ? target : ""));
    }

    private (string Source, string? Target) ReadSegment(XmlReader xml, string where)
    {
        var (source, target) = ("", (string?)null);
        if (xml.IsEmptyElement)
            return (source, target);

        var end = xml.Depth;
        while (SafeXml.Next(xml) && xml.Depth > end)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.NamespaceURI != XliffNames.Namespace || xml.Depth != end + 1)
                continue;
            if (xml.LocalName == "source")
                source = TextOf(xml, where);
            else if (xml.LocalName == "target")
                target = TextOf(xml, where);
        }

        return (source, target);
    }

    /// <summary>The text up to the end of the element, with what XML cannot hold; marks of a translator are passed through.</summary>
    private string TextOf(XmlReader xml, string where)
    {
        if (xml.IsEmptyElement)
            return "";

        var text = new StringBuilder();
        var (end, hasCode) = (xml.Depth, false);
        while (SafeXml.Next(xml) && xml.Depth > end)
        {
            if (SafeXml.IsText(xml))
                text.Append(xml.Value);
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "cp" })
                text.Append(int.TryParse(xml.GetAttribute("hex"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var c) && c is >= 0 and <= char.MaxValue ? (char)c : '\uFFFD');
            else
                hasCode |= xml.NodeType == XmlNodeType.Element && xml.LocalName is not ("mrk" or "sm" or "em");
        }

        if (hasCode)
            problems.Add(new(where, "The text holds codes for formats, but plain text is expected.", "Write the text without formats; placeholders such as {{ … }} are plain text."));
        return text.ToString();
    }
}
