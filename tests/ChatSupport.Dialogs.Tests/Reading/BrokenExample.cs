using System.Globalization;
using System.Text;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Dialogs.Tests.Reading;

/// <summary>A file of the folder <c>broken</c>. Its first lines say what must be found in it:
/// <c># expects DLG014 14:19</c> (or <c>other.yaml:14:19</c>), <c># beside DLG049</c> for what follows from it,
/// <c># as rights/x.yaml</c> where it stands (else <c>example.yaml</c>), <c># without x.yaml</c>, <c># grows to 1100000</c> bytes;
/// after <c># --- x.yaml</c> a second file begins.</summary>
internal sealed record BrokenExample(string Name, string Code, Mark Mark, IReadOnlyList<string> Beside, IReadOnlyList<ContentFile> Files)
{
    private const string Second = "# --- ";
    private const string Expects = "# expects ";

    public static IReadOnlyList<BrokenExample> All { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Reading", "broken")).Order(StringComparer.Ordinal)
            .Select(path => Read(Path.GetFileName(path), File.ReadAllBytes(path))),
    ];

    private static BrokenExample Read(string name, byte[] bytes)
    {
        // Latin-1 keeps every byte as it is, so that examples may hold bytes that are no text.
        var text = Encoding.Latin1.GetString(bytes);
        var plain = text.Replace("\0", "", StringComparison.Ordinal);
        var lines = plain.Split('\n');
        var expected = lines[0][lines[0].IndexOf(Expects, StringComparison.Ordinal)..][Expects.Length..].Split(' ');
        var path = Directives(lines, "as").FirstOrDefault("example.yaml");
        var place = expected[1].Split(':');
        var mark = new Mark(
            place.Length == 3 ? place[0] : path, int.Parse(place[^2], CultureInfo.InvariantCulture), int.Parse(place[^1], CultureInfo.InvariantCulture));

        var files = new List<(string, byte[])>();
        if (text.IndexOf(Second, StringComparison.Ordinal) is >= 0 and var cut)
        {
            var rest = text[(cut + Second.Length)..].Split('\n', 2);
            files.Add((rest[0], Encoding.Latin1.GetBytes(rest[1])));
            text = text[..cut];
        }

        foreach (var size in Directives(lines, "grows to"))
            text += string.Concat(Enumerable.Repeat("# more and more\n", int.Parse(size, CultureInfo.InvariantCulture) / 16));
        files.Add((path, Encoding.Latin1.GetBytes(text)));
        return new BrokenExample(name, expected[0], mark, [.. Directives(lines, "beside")], Content.With(files, [.. Directives(lines, "without")]));
    }

    private static IEnumerable<string> Directives(string[] lines, string name) =>
        lines.TakeWhile(line => line.Contains('#', StringComparison.Ordinal))
            .Where(line => line.StartsWith($"# {name} ", StringComparison.Ordinal)).Select(line => line[(name.Length + 3)..]);
}
