using System.Globalization;
using System.Text;
using System.Xml.Linq;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Running.Talks;

namespace ChatSupport.Hosting.Commands;

/// <summary>Writes what became of the talks as JUnit XML, which build servers read: a suite for each file, a case for each talk.</summary>
internal static class TalkJUnit
{
    public static string Write(TalkReport report, IReadOnlyList<DialogIssue> issues)
    {
        var suites = report.Results.GroupBy(result => result.Talk.Mark.File, StringComparer.Ordinal)
            .Select(file => Suite(file.Key, [.. file.Select(result => Case(file.Key, result.Talk.Name, result.Failures))]))
            .Concat(issues.GroupBy(issue => issue.Mark.File, StringComparer.Ordinal)
                .Select(file => Suite(file.Key, [Case(file.Key, "The file can be read", [.. file])])));
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        return text.Append(new XElement("testsuites", suites)).Append('\n').ToString();
    }

    private static XElement Suite(string file, IReadOnlyList<XElement> cases) => new(
        "testsuite",
        new XAttribute("name", file),
        new XAttribute("tests", cases.Count.ToString(CultureInfo.InvariantCulture)),
        new XAttribute("failures", cases.Count(one => one.HasElements).ToString(CultureInfo.InvariantCulture)),
        cases);

    private static XElement Case(string file, string name, IReadOnlyList<DialogIssue> failures) => new(
        "testcase",
        new XAttribute("classname", file),
        new XAttribute("name", name),
        failures.Select(failure => new XElement("failure", new XAttribute("type", failure.Code), new XAttribute("message", failure.Message), failure.ToString())));
}
