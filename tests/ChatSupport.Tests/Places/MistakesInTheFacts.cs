using ChatSupport.Content;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Places;
using CsCheck;

namespace ChatSupport.Tests.Places;

public sealed class MistakesInTheFacts
{
    [Theory]
    [InlineData("commune: \"180199\"", "places/some.yaml:7:14: Error PLC002")]
    [InlineData("phone: \"12\"", "places/some.yaml:7:12: Error PLC003")]
    [InlineData("phone: \"0800-CALL\"", "places/some.yaml:7:12: Error PLC003")]
    [InlineData("hours: { mon: \"8-17\" }", "places/some.yaml:7:19: Error PLC004")]
    [InlineData("hours: { someday: \"08:00-17:00\" }", "places/some.yaml:7:14: Error PLC004")]
    [InlineData("hours: { mon-fri: \"08:00-17:00\", fri: \"08:00-12:00\" }", "places/some.yaml:7:38: Error PLC004")]
    [InlineData("hours: {}", "places/some.yaml:7:12: Error PLC004")]
    [InlineData("location: { latitude: 103.5, longitude: 10.6, source: map }", "places/some.yaml:7:27: Error PLC005")]
    [InlineData("location: { latitude: 10.6, longitude: 103.5 }", "places/some.yaml:7:15: Error PLC006")]
    [InlineData("sample: true", "places/some.yaml:5:11: Error PLC016")]
    [InlineData("telephone: \"115\"", "places/some.yaml:7:5: Error DLG020")]
    [InlineData("cost: free", "places/some.yaml:7:11: Error DLG022")]
    [InlineData("cost: { en: free }", "places/some.yaml:7:11: Error PLC014")]
    [InlineData("cost: { km: \"ស្រ្តី\", en: free }", "places/some.yaml:7:17: Warning PLC010")]
    public void Of_a_place_are_found_at_their_exact_spot(string line, string finding) =>
        Assert.StartsWith(finding, Assert.Single(Broken.Find(Broken.Place(line))).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("tier: X\n    status: unverified", "places/some.yaml:7:11: Error PLC012")]
    [InlineData("tier: C\n    status: unverified", "places/some.yaml:7:11: Error DLG023")]
    [InlineData("tier: A\n    status: verified", "places/some.yaml:8:13: Error PLC013")]
    [InlineData("tier: A\n    status: verified\n    source: { text: page, checked: 2026-12-01 }", "places/some.yaml:9:36: Error PLC017")]
    [InlineData("tier: A\n    status: verified\n    source: { text: page, checked: 2026-05-27 }", "places/some.yaml:9:36: Warning PLC007")]
    [InlineData("tier: B\n    status: verified\n    source: { text: page, checked: 2026-11-01 }", "places/some.yaml:7:11: Error PLC018")]
    public void Of_a_hotline_are_found_at_their_exact_spot(string lines, string finding) =>
        Assert.StartsWith(finding, Assert.Single(Broken.Find(Broken.Hotline(lines))).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("format: 1\nplaces: [{ id: a, kind: [fishing], name: { km: ក, en: A }, status: unverified }]", "places/some.yaml:2:26: Error PLC001")]
    [InlineData("format: 1\ncommunes: [{ code: \"18\", kind: commune, name: { km: ក, en: A } }]", "places/some.yaml:2:20: Error PLC015")]
    [InlineData("format: 1\ncommunes: [{ code: \"1801\", kind: district, name: { km: ក, en: A } }]", "places/some.yaml:2:20: Error PLC011")]
    [InlineData("format: 2", "places/some.yaml:1:9: Error DLG025")]
    [InlineData("places: []", "places/some.yaml:1:1: Error DLG021")]
    [InlineData("format: 1\nplaces: [soon]", "places/some.yaml:2:10: Error DLG022")]
    [InlineData("format: 1\nclinics: []", "places/some.yaml:2:1: Error DLG020")]
    [InlineData("format: 1\nplaces: [", "places/some.yaml:3:1: Error DLG006")]
    public void Of_a_file_are_found_at_their_exact_spot(string text, string finding) =>
        Assert.StartsWith(finding, Assert.Single(Broken.Find(text)).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Are_all_told_at_once()
    {
        var codes = Broken.Find(Broken.Place("phone: \"12\"\n    commune: \"9\"\n    hours: { x: y }\n    location: { latitude: 1, longitude: 2 }")).Select(issue => issue.Code);

        Assert.Equal(["PLC003", "PLC002", "PLC004", "PLC006", "PLC005"], codes);
    }

    [Fact]
    public void An_id_stands_once_among_places_and_hotlines()
    {
        var twice = Broken.Place("address: { km: ក, en: A }") + Broken.Hotline("tier: B\n    status: unverified")["format: 1\n".Length..];

        var issue = Assert.Single(Broken.Find(twice));
        Assert.Equal("PLC011", issue.Code);
        Assert.Contains("places/some.yaml:3", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_has_a_code_of_its_own_and_stands_in_the_readme()
    {
        var readme = File.ReadAllText(Path.Combine(ContentFolder.Find(AppContext.BaseDirectory)!, "places", "README.md"));

        Assert.Equal(PlaceRules.All.Count, PlaceRules.All.Select(rule => rule.Code).Distinct().Count());
        Assert.All(PlaceRules.All, rule => Assert.Contains($"| {rule.Code} | {rule.Severity.ToString().ToLowerInvariant()} |", readme, StringComparison.Ordinal));
    }

    [Fact]
    public void Leave_the_entry_out_but_keep_its_neighbours()
    {
        var issues = new List<DialogIssue>();
        var book = PlaceBook.Read(Broken.Files("format: 1\nhotlines:\n"
            + "  - { id: x, kind: [health], name: { km: ក, en: X }, number: \"115\", tier: X, status: verified, source: { text: t, checked: 2026-11-01 } }\n"
            + "  - { id: y, kind: [health], name: { km: ក, en: Y }, number: \"117\", tier: A, status: verified, source: { text: t, checked: 2026-11-01 } }\n"), issues);

        Assert.Equal("PLC012", Assert.Single(issues).Code);
        Assert.Equal("y", Assert.Single(book.Hotlines).Id);
    }

    [Fact]
    public void Never_stop_the_reader_whatever_stands_where() =>
        AnyNode(4).Array[1, 6].Sample(nodes =>
        {
            var keys = new[] { "needs", "communes", "places", "hotlines", "wording", "format" };
            var text = string.Join('\n', nodes.Select((node, i) => $"{keys[i]}: {node}"));
            foreach (var issue in Broken.FindAll(text))
                Assert.True(issue.Mark.Line > 0 && issue.Mark.Column > 0 && issue.Message.Length > 0 && issue.Mend.Length > 0);
        }, iter: 300);

    /// <summary>YAML that can be read, of any shape, with the names and values of real files in the wrong places.</summary>
    private static Gen<string> AnyNode(int depth)
    {
        var names = new[] { "id", "code", "kind", "tier", "name", "km", "en", "number", "phone", "commune", "location", "latitude", "longitude", "hours", "mon-fri", "always",
            "source", "text", "checked", "status", "sample", "also", "cost", "open-until" };
        var values = new[] { "", "null", "true", "1", "-1e99", "180103", "1801", "A", "B", "X", "health", "verified", "unverified", "district", "quarter", "07:30-11:30", "10.6",
            "2026-11-24", "0001-01-01", "115", "គំរូ", "ស្រ្តី", "'", "{{ x }}" };
        var scalar = Gen.Int[0, values.Length - 1].Select(Gen.Bool, (value, quoted) => quoted || values[value] is "" or "'" or "{{ x }}" ? $"\"{values[value]}\"" : values[value]);
        if (depth == 0)
            return scalar;

        var inner = AnyNode(depth - 1);
        var list = inner.Array[0, 4].Select(items => $"[{string.Join(", ", items)}]");
        var map = Gen.Select(Gen.Shuffle(names, 12), inner.Array[0, 12]).Select((keys, items) => $"{{ {string.Join(", ", items.Select((item, i) => $"{keys[i]}: {item}"))} }}");
        return Gen.Frequency((1, scalar), (2, list), (4, map));
    }
}
