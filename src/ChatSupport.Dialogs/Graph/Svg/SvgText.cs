using System.Globalization;
using System.Text;

namespace ChatSupport.Dialogs.Graph.Svg;

/// <summary>Writes SVG: every text escaped, every number the same on every machine.</summary>
internal sealed class SvgText
{
    private readonly StringBuilder text = new();

    /// <summary>Opens an element; attributes without a value are left out.</summary>
    public SvgText Open(string name, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Begin(name, attributes);
        text.Append('>');
        return this;
    }

    /// <summary>An element with nothing in it.</summary>
    public SvgText Empty(string name, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Begin(name, attributes);
        text.Append("/>");
        return this;
    }

    /// <summary>An element with a text in it.</summary>
    public SvgText Text(string name, string content, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Begin(name, attributes);
        text.Append('>');
        Escaped(content);
        return Close(name);
    }

    public SvgText Close(string name)
    {
        text.Append("</").Append(name).Append(">\n");
        return this;
    }

    public override string ToString() => text.ToString();

    /// <summary>A length, to a tenth of a pixel.</summary>
    public static string Number(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    private void Begin(string name, ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        text.Append('<').Append(name);
        foreach (var (key, value) in attributes)
        {
            if (value is null)
                continue;
            text.Append(' ').Append(key).Append("=\"");
            Escaped(value switch
            {
                double number => Number(number),
                _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
            });
            text.Append('"');
        }
    }

    /// <summary>Entities for what XML reads as its own; a blank, or U+FFFD for half of a pair, for what it may not hold at all.</summary>
    private void Escaped(string content)
    {
        for (var at = 0; at < content.Length; at++)
        {
            var c = content[at];
            if (char.IsSurrogate(c))
            {
                var isPair = char.IsSurrogatePair(content, at);
                text.Append(isPair ? content.AsSpan(at, 2) : "\uFFFD");
                at += isPair ? 1 : 0;
            }
            else if (Entity(c) is { } entity)
            {
                text.Append(entity);
            }
            else
            {
                text.Append(c);
            }
        }
    }

    private static string? Entity(char c) => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        '\n' => "\n",
        < ' ' or >= '\u007F' and < '\u00A0' or '\uFFFE' or '\uFFFF' => " ",
        _ => null,
    };
}
