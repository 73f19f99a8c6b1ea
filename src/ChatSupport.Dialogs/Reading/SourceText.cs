using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Reading;

/// <summary>The text of a file with the beginnings of its lines, to turn an offset into a place and back.</summary>
internal sealed class SourceText
{
    private readonly string text;
    private readonly List<int> lines = [0];

    public SourceText(string file, string text)
    {
        File = file;
        this.text = text;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                lines.Add(i + 1);
        }
    }

    public string File { get; }

    public int Length => text.Length;

    /// <summary>The character there; a line end behind the last one.</summary>
    public char this[int index] => index < text.Length ? text[index] : '\n';

    public int IndexOf(Mark mark) => lines[Math.Clamp(mark.Line, 1, lines.Count) - 1] + mark.Column - 1;

    public Mark MarkAt(int index)
    {
        var found = lines.BinarySearch(index);
        var line = found >= 0 ? found : ~found - 1;
        return new Mark(File, line + 1, index - lines[line] + 1);
    }

    /// <summary>Where the line after this place begins.</summary>
    public int NextLine(int index)
    {
        var line = MarkAt(index).Line;
        return line < lines.Count ? lines[line] : text.Length;
    }

    /// <summary>Begin and end of every line, without its end.</summary>
    public IEnumerable<(int Begin, int End)> Lines()
    {
        for (var i = 0; i < lines.Count; i++)
            yield return (lines[i], i + 1 < lines.Count ? lines[i + 1] : text.Length);
    }
}
