using YamlDotNet.Core;
using Mark = ChatSupport.Dialogs.Model.Mark;

namespace ChatSupport.Dialogs.Reading;

/// <summary>A single text, number, day or flag, as its author wrote it.</summary>
public sealed class YamlScalar : YamlNode
{
    private readonly SourceText source;
    private readonly ScalarStyle style;

    internal YamlScalar(Mark mark, string value, ScalarStyle style, SourceText source) : base(mark)
    {
        Value = value;
        this.style = style;
        this.source = source;
    }

    /// <summary>The text, quotes and escapes resolved.</summary>
    public string Value { get; }

    /// <summary>True where nothing was written (<c>key:</c>, <c>~</c>, <c>null</c>), which is not the same as an empty text in quotes.</summary>
    public bool IsNothing => style == ScalarStyle.Plain && Value is "" or "~" or "null";

    /// <inheritdoc/>
    public override string Shape => IsNothing ? "nothing" : "a text";

    /// <summary>Where a character of <see cref="Value"/> stands in the file, through quotes, escapes and folded lines.</summary>
    /// <param name="offset">Offset in <see cref="Value"/>, in UTF-16 units.</param>
    public Mark At(int offset)
    {
        if (Value.Length == 0)
            return Mark;

        // Folding changes blanks only, so the n-th character that is not blank is the n-th one in the source too.
        var solid = 0;
        for (var i = 0; i < offset && i < Value.Length; i++)
            solid += IsBlank(Value[i]) ? 0 : 1;

        var index = Begin();
        while (index < source.Length && (IsBlankAt(index) || solid-- > 0))
            index += Width(index);

        return source.MarkAt(index);
    }

    private int Begin()
    {
        var index = source.IndexOf(Mark);
        return style switch
        {
            ScalarStyle.Literal or ScalarStyle.Folded => source.NextLine(index),
            ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted => index + 1,
            _ => index,
        };
    }

    private int Width(int index) => (style, source[index]) switch
    {
        (ScalarStyle.SingleQuoted, '\'') => 2,
        (ScalarStyle.DoubleQuoted, '\\') => source[index + 1] switch { 'x' => 4, 'u' => 6, 'U' => 10, _ => 2 },
        _ => 1,
    };

    /// <summary>An escape that stands for a blank (<c>\n</c>, <c>\ </c>, a folded line end) is one too.</summary>
    private bool IsBlankAt(int index) => style == ScalarStyle.DoubleQuoted && source[index] == '\\'
        ? source[index + 1] is 'n' or 't' or 'r' or ' ' or '\n' or '\r'
        : IsBlank(source[index]);

    private static bool IsBlank(char c) => c is ' ' or '\n' or '\r' or '\t';
}
