using System.Text.Json;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Dialogs.Tests.Reading;

public sealed class WritingFindings
{
    private static readonly DialogIssue error = new("DLG014", Severity.Error, new Mark("rights/rest day.yaml", 14, 19),
        "The choice goes to 'ទៅ \"ណា\"', but no such screen exists.", "Did you mean 'refused'?");

    private static readonly DialogIssue warning = new("DLG059", Severity.Warning, new Mark("home.yaml", 3, 1), "Too long.", "Shorten it.");
    private static readonly DialogIssue hint = new("DLG070", Severity.Hint, new Mark("home.yaml", 4, 2), "Missing.", "Upload it.");
    private static readonly DialogIssue foreign = new("PLC003", Severity.Error, new Mark("places/hotlines.yaml", 9, 9), "Wrong.", "Mend it.");

    [Fact]
    public void Text_is_a_line_for_each_and_a_count() => Assert.Equal(
        """
        rights/rest day.yaml:14:19: Error DLG014: The choice goes to 'ទៅ "ណា"', but no such screen exists. Did you mean 'refused'?
        home.yaml:3:1: Warning DLG059: Too long. Shorten it.
        1 error, 1 warning, 0 hints.

        """, IssueWriter.Text([error, warning]), ignoreLineEndingDifferences: true);

    [Fact]
    public void Nothing_found_is_said_too() => Assert.Equal("0 errors, 0 warnings, 0 hints.\n", IssueWriter.Text([]));

    [Fact]
    public void Json_holds_every_part()
    {
        using var json = JsonDocument.Parse(IssueWriter.Json([error, hint]));

        var first = json.RootElement[0];
        Assert.Equal(2, json.RootElement.GetArrayLength());
        Assert.Equal(["code", "severity", "file", "line", "column", "message", "mend"], first.EnumerateObject().Select(part => part.Name));
        Assert.Equal("DLG014", first.GetProperty("code").GetString());
        Assert.Equal("error", first.GetProperty("severity").GetString());
        Assert.Equal(error.Mark, new Mark(first.GetProperty("file").GetString()!, first.GetProperty("line").GetInt32(), first.GetProperty("column").GetInt32()));
        Assert.Equal((error.Message, error.Mend), (first.GetProperty("message").GetString(), first.GetProperty("mend").GetString()));
        Assert.Contains("ទៅ", IssueWriter.Json([error]), StringComparison.Ordinal);
    }

    [Fact]
    public void Sarif_has_the_shape_of_version_2_1_0()
    {
        using var json = JsonDocument.Parse(IssueWriter.Sarif([error, warning, hint, foreign, error]));

        Assert.Equal("2.1.0", json.RootElement.GetProperty("version").GetString());
        Assert.EndsWith("sarif-2.1.0.json", json.RootElement.GetProperty("$schema").GetString(), StringComparison.Ordinal);
        var run = Assert.Single(json.RootElement.GetProperty("runs").EnumerateArray());
        Assert.Equal("utf16CodeUnits", run.GetProperty("columnKind").GetString());
        var driver = run.GetProperty("tool").GetProperty("driver");
        Assert.NotEmpty(driver.GetProperty("name").GetString()!);
        var rules = driver.GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("id").GetString()).ToList();
        Assert.Equal(["DLG014", "DLG059", "DLG070", "PLC003"], rules);
        Assert.All(run.GetProperty("results").EnumerateArray(), result =>
        {
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()]);
            Assert.Contains(result.GetProperty("level").GetString(), new[] { "error", "warning", "note" });
            Assert.NotEmpty(result.GetProperty("message").GetProperty("text").GetString()!);
            Assert.Single(result.GetProperty("locations").EnumerateArray());
        });
        Assert.Equal(5, run.GetProperty("results").GetArrayLength());
    }

    [Fact]
    public void Sarif_points_at_the_place_in_the_content_folder()
    {
        using var json = JsonDocument.Parse(IssueWriter.Sarif([error]));

        var place = json.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("rights/rest%20day.yaml", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(14, place.GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.Equal(19, place.GetProperty("region").GetProperty("startColumn").GetInt32());
    }
}
