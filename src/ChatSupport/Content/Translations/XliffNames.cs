using System.Globalization;
using System.Text;

namespace ChatSupport.Content.Translations;

/// <summary>The words of XLIFF that are written and read, and how addresses become ids: those may hold letters, digits, <c>-</c>, <c>_</c>, <c>.</c>
/// and <c>:</c> only.</summary>
internal static class XliffNames
{
    public const string Namespace = "urn:oasis:names:tc:xliff:document:2.0";
    public const string Version = "2.1";

    private const int Digits = 4;

    /// <summary><c>start.text</c> for <c>start text</c>, <c>rights:002Fhours:002Eyaml</c> for <c>rights/hours.yaml</c>.</summary>
    public static string IdOf(string address)
    {
        var id = new StringBuilder();
        foreach (var c in address)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
                id.Append(c);
            else if (c == ' ')
                id.Append('.');
            else
                id.Append(CultureInfo.InvariantCulture, $":{(int)c:X4}");
        }

        return id.ToString();
    }

    /// <summary>The address of an id; what is no id of ours stays as it is.</summary>
    public static string AddressOf(string id)
    {
        var address = new StringBuilder();
        for (var at = 0; at < id.Length; at++)
        {
            if (id[at] == ':' && at + Digits < id.Length && int.TryParse(id.AsSpan(at + 1, Digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var c))
            {
                address.Append((char)c);
                at += Digits;
            }
            else
            {
                address.Append(id[at] == '.' ? ' ' : id[at]);
            }
        }

        return address.ToString();
    }
}
