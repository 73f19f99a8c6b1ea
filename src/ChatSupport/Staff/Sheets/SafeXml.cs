using System.Xml;

namespace ChatSupport.Staff.Sheets;

/// <summary>Reads XML that a stranger may have written: no document types, no entities, nothing fetched, no tags without end and no depths.</summary>
internal static class SafeXml
{
    private const int DeepestElement = 64;
    private const int LongestTag = 64 * 1024;

    /// <exception cref="XmlException">A tag is so long that only an attack needs it.</exception>
    public static XmlReader Open(byte[] bytes)
    {
        if (HasEndlessTag(bytes))
            throw new XmlException("A tag is too long.");

        return XmlReader.Create(new MemoryStream(bytes, writable: false), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = bytes.Length + 1L,
            MaxCharactersFromEntities = 1024,
        });
    }

    /// <summary>The next node.</summary>
    /// <exception cref="XmlException">It is no XML, or its elements stand too deep in one another.</exception>
    public static bool Next(XmlReader xml) =>
        xml.Read() && (xml.Depth <= DeepestElement ? true : throw new XmlException("Elements stand too deep in one another."));

    public static bool IsText(XmlReader xml) =>
        xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace;

    private static bool HasEndlessTag(ReadOnlySpan<byte> bytes)
    {
        while (bytes.IndexOf((byte)'<') is >= 0 and var begin)
        {
            bytes = bytes[begin..];
            var length = bytes.IndexOf((byte)'>');
            if (length > LongestTag || (length < 0 && bytes.Length > LongestTag))
                return true;
            bytes = bytes[(length < 0 ? bytes.Length : length)..];
        }

        return false;
    }
}
