using System.Globalization;
using System.Text;
using System.Xml;

namespace ChatSupport.Content.Translations;

/// <summary>Writes texts as XLIFF 2.1, a file of it for each file of the content. What was exported stands in the skeletons, which programs for
/// translators pass through untouched.</summary>
internal static class XliffWriting
{
    private static readonly XmlWriterSettings layout = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize, // a line end of a text comes back as it was
    };

    public static byte[] Write(TranslationSheet sheet)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, layout))
        {
            xml.WriteStartElement("xliff", XliffNames.Namespace);
            xml.WriteAttributeString("version", XliffNames.Version);
            xml.WriteAttributeString("srcLang", sheet.SourceLanguage);
            xml.WriteAttributeString("trgLang", sheet.TargetLanguage);
            var files = sheet.Rows.GroupBy(row => row.Path, StringComparer.Ordinal).ToList();
            var names = string.Join(' ', files.Select(file => XliffNames.IdOf(file.Key)));
            foreach (var file in files)
                WriteFile(xml, file, names);
            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void WriteFile(XmlWriter xml, IGrouping<string, TranslationRow> file, string names)
    {
        xml.WriteStartElement("file");
        xml.WriteAttributeString("id", XliffNames.IdOf(file.Key));
        xml.WriteAttributeString("original", file.Key);
        xml.WriteAttributeString("canResegment", "no");
        var exported = file.Select(row => (Unit: XliffNames.IdOf(row.Place.ToString()), Row: Exported.Of(row)));
        xml.WriteElementString("skeleton", $"files {names} units {string.Join(' ', exported.Select(one => $"{one.Unit} {one.Row.Source} {one.Row.Target}"))}");
        foreach (var row in file)
            WriteUnit(xml, row);
        xml.WriteEndElement();
    }

    private static void WriteUnit(XmlWriter xml, TranslationRow row)
    {
        xml.WriteStartElement("unit");
        xml.WriteAttributeString("id", XliffNames.IdOf(row.Place.ToString()));
        xml.WriteAttributeString("name", row.Id);
        xml.WriteStartElement("notes");
        WriteNote(xml, "where", row.Where);
        WriteNote(xml, "state", row.State.ToString().ToLowerInvariant());
        xml.WriteEndElement();
        xml.WriteStartElement("segment");
        xml.WriteAttributeString("state", row.State switch { TextState.Reviewed => "reviewed", TextState.Draft => "translated", _ => "initial" });
        WriteText(xml, "source", row.Source);
        if (row.Target.Length > 0)
            WriteText(xml, "target", row.Target);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteNote(XmlWriter xml, string category, string text)
    {
        xml.WriteStartElement("note");
        xml.WriteAttributeString("category", category);
        xml.WriteString(text);
        xml.WriteEndElement();
    }

    private static void WriteText(XmlWriter xml, string name, string text)
    {
        xml.WriteStartElement(name);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        var begin = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (XmlConvert.IsXmlChar(text[at]))
                continue;
            if (at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at]))
            {
                at++;
                continue;
            }

            xml.WriteString(text[begin..at]);
            xml.WriteStartElement("cp");
            xml.WriteAttributeString("hex", ((int)text[at]).ToString("X4", CultureInfo.InvariantCulture));
            xml.WriteEndElement();
            begin = at + 1;
        }

        xml.WriteString(text[begin..]);
        xml.WriteEndElement();
    }
}
