using System.Text;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Running;
using CsCheck;

namespace ChatSupport.Dialogs.Tests.Reading;

/// <summary>Whatever the bytes of a file are: findings, never an exception, and the other files are read all the same.</summary>
public sealed class HostileFiles
{
    private static readonly string head = "format: 1\ndialog: example\n";

    public static TheoryData<string> Names => [.. All().Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Give_findings_and_leave_the_other_files_alone(string name)
    {
        var read = Content.Read(Content.With([("example.yaml", All()[name])]));

        Assert.True(read.HasErrors);
        Assert.Contains(read.Issues, issue => issue.Mark.File == "example.yaml");
        Assert.InRange(read.Issues.Count, 1, FindingsOfOneFile);
        Assert.NotNull(read.Set!.Dialogs["home"]);
        Assert.All(read.Issues, issue => Assert.True(issue.Mark is { Line: >= 1, Column: >= 1 }, issue.ToString()));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void Line_ends_of_any_kind_are_read(string end)
    {
        var text = Content.Sound("example.yaml").ReplaceLineEndings(end) + $"    voise: hello{end}";

        var issue = Assert.Single(Content.Read(Content.With("example.yaml", text)).Issues);

        Assert.Equal(new Mark("example.yaml", 8, 5), issue.Mark);
    }

    [Fact]
    public void Every_file_at_once_may_be_broken()
    {
        var files = Content.With([]).Select(file => new ContentFile(file.Path, Encoding.UTF8.GetBytes("{")));

        var read = Content.Read([.. files]);

        Assert.Null(read.Set);
        Assert.Equal(10, read.Issues.Count(issue => issue.Code == "DLG006"));
    }

    [Fact]
    public void No_file_at_all_gives_findings() => Assert.NotEmpty(Content.Read([]).Issues);

    [Fact]
    public void Whatever_happens_to_the_bytes_of_the_shipped_dialogs_is_a_finding_at_most()
    {
        var shipped = Content.Shipped();
        var mutated = Gen.Select(Gen.Int[0, shipped.Count - 1], Mutation.Array[1, 6], (at, mutations) => (at, mutations));
        mutated.Sample(
            sample =>
            {
                var bytes = sample.mutations.Aggregate(shipped[sample.at].Bytes.ToArray(), (before, mutation) => mutation(before));
                var files = shipped.ToArray();
                files[sample.at] = new ContentFile(shipped[sample.at].Path, bytes);

                var read = Content.Read(files);

                // What has no error must run: the promise on which a revision is published.
                return read.HasErrors || new Interpreter(read.Set!, Content.Actions).Home.Dialog == "home";
            },
            iter: 100,
            print: sample => $"{shipped[sample.at].Path}, {sample.mutations.Length} changes");
    }

    private const int FindingsOfOneFile = 210;

    private static Gen<Func<byte[], byte[]>> Mutation { get; } = Gen.Select(Gen.Int[0, 4], Gen.Double[0, 1], Gen.Byte, Gen.Int[1, 40], Change);

    private static Func<byte[], byte[]> Change(int kind, double where, byte value, int length) => bytes =>
    {
        var at = (int)(where * Math.Max(0, bytes.Length - 1));
        var end = Math.Min(bytes.Length, at + length);
        return kind switch
        {
            _ when bytes.Length == 0 => [value],
            0 => [.. bytes[..at], (byte)(bytes[at] ^ (1 << (value % 8))), .. bytes[(at + 1)..]],
            1 => [.. bytes[..at], .. bytes[end..]],
            2 => [.. bytes[..at], value, .. bytes[at..]],
            3 => [.. bytes[..at], .. "{}[]&*!|>'\"%@`:-?#, \n\t"u8.Slice(value % 22, 1), .. bytes[at..]],
            _ => RepeatLine(bytes, at, length),
        };
    };

    private static byte[] RepeatLine(byte[] bytes, int at, int times)
    {
        var begin = at == 0 ? 0 : Array.LastIndexOf(bytes, (byte)'\n', at - 1) + 1;
        var next = Array.IndexOf(bytes, (byte)'\n', at);
        var end = next < 0 ? bytes.Length : next + 1;
        return [.. bytes[..end], .. Enumerable.Repeat(bytes[begin..end], times % 3 + 1).SelectMany(line => line), .. bytes[end..]];
    }

    private static Dictionary<string, byte[]> All()
    {
        var laughs = string.Concat(Enumerable.Range(1, 9).Select(i => $"l{i}: &l{i} [*l{i - 1}, *l{i - 1}, *l{i - 1}, *l{i - 1}, *l{i - 1}, *l{i - 1}, *l{i - 1}, *l{i - 1}]\n"));
        var texts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["alias bomb"] = head + "l0: &l0 [lol, lol]\n" + laughs,
            ["an alias inside of itself"] = head + "screens: &a { start: *a }\n",
            ["merge key"] = head + "base: &b { text: { km: a } }\nscreens:\n  start:\n    <<: *b\n",
            ["a thousand lists in one another"] = head + "screens: " + new string('[', 1000) + new string(']', 1000),
            ["a thousand maps in one another"] = head + string.Concat(Enumerable.Range(0, 1000).Select(i => new string(' ', i) + "a:\n")),
            ["a thousand nested keys"] = head + string.Concat(Enumerable.Repeat("? ", 1000)) + "a",
            ["a hundred thousand braces"] = new string('{', 100_000),
            ["tabs"] = head + "\tscreens:\n\t\tstart: {}\n",
            ["ten thousand repeated names"] = head + string.Concat(Enumerable.Repeat("dialog: again\n", 10_000)),
            ["ten thousand unknown names"] = head + string.Concat(Enumerable.Range(0, 150).Select(i => $"odd{i}: x\n")),
            ["a list where names are expected"] = "- a\n- b\n",
            ["one word"] = "hello",
            ["a number"] = "42",
            ["nothing"] = "",
            ["blanks"] = "   \n \n",
            ["only comments"] = "# nothing\n# here\n",
            ["only document marks"] = "---\n---\n---\n",
            ["wrong types everywhere"] = "format: []\ndialog: {}\ntitle: 3\nkeywords: x\nnot: [1]\nsource: y\nstatus: [a]\nsensitive: maybe\nvariables: 7\nscreens:\n  start: []\n  other: 5\n",
            ["wrong types on a screen"] = head + "title: { km: a, en: b }\nscreens:\n  start: { text: x, set: 1, do: y, when: z, choices: { a: b }, ask: [], map: {}, voice: [], sensitive: 2 }\n",
            ["an endless line"] = head + "title: { km: \"" + new string('ក', 300_000) + "\" }\n",
            ["an endless word"] = head + new string('a', 900_000),
            ["an open quote"] = head + "title: { km: \"never closed\n" + new string('x', 100_000),
            ["an open block"] = head + "title: |\n",
            ["nul"] = head + "title: \0\n",
            ["escapes"] = head + "title: { km: \"\\x00\\u0007\\uD800\", en: a }\n",
            ["directives"] = "%YAML 9.9\n%TAG ! tag:evil,2000:\n--- !x\n" + head,
            ["a tag that makes things"] = head + "screens: !!python/object/apply:os.system ['true']\n",
            ["ten megabytes"] = new string('#', 10 * 1024 * 1024),
            ["an endless condition"] = Condition(string.Concat(Enumerable.Repeat("lang == 1 and ", 40_000)) + "lang == 1"),
            ["a deep condition"] = Condition(new string('(', 5_000) + "lang" + new string(')', 5_000)),
            ["a deep template"] = head + "title: { km: a, en: b }\nscreens:\n  start:\n    text: { km: \"" + string.Concat(Enumerable.Repeat("{% if lang %}", 5_000)) + "\", en: b }\n",
        };
        var all = texts.ToDictionary(pair => pair.Key, pair => Encoding.UTF8.GetBytes(pair.Value), StringComparer.Ordinal);
        all["half a character"] = [.. Encoding.UTF8.GetBytes(head + "title: { km: "), 0xE1, 0x9E];
        all["utf-16"] = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(head)];
        all["utf-32"] = [.. Encoding.UTF32.GetPreamble(), .. Encoding.UTF32.GetBytes(head)];
        all["noise"] = [.. Enumerable.Range(0, 65_536).Select(i => (byte)(i * 7919 >> 3))];
        all["zeros"] = new byte[100_000];
        return all;
    }

    private static string Condition(string condition) =>
        head + "title: { km: a, en: b }\nscreens:\n  start:\n    text: { km: a, en: b }\n    when:\n      - { if: \"" + condition + "\", go: home }\n";
}
