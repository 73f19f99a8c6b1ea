using System.Text;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Writing;

namespace ChatSupport.Dialogs.Tests.Writing;

/// <summary>Short ways to edit a text and to look at what became of it.</summary>
internal static class Edited
{
    public static ContentFile File(string text, string path = "topic.yaml") => new(path, Encoding.UTF8.GetBytes(text));

    public static string Text(ContentFile file) => Encoding.UTF8.GetString(file.Bytes.Span);

    /// <summary>The text after an edit that must succeed.</summary>
    public static string With(this string text, DialogEdit edit) => Text(File(text).With(edit));

    public static ContentFile With(this ContentFile file, DialogEdit edit) => DialogEditing.Apply(file, edit) switch
    {
        EditResult.Written written => written.File,
        EditResult.Refused refused => throw new InvalidOperationException($"{edit} is refused: {refused.Why}: {refused.Message}"),
        _ => throw new InvalidOperationException("Neither written nor refused."),
    };

    public static ContentFile With(this ContentFile file, params EntryEdit[] edits) => EntryEditing.Apply(file, edits) switch
    {
        EditResult.Written written => written.File,
        EditResult.Refused refused => throw new InvalidOperationException($"{edits[0]} is refused: {refused.Why}: {refused.Message}"),
        _ => throw new InvalidOperationException("Neither written nor refused."),
    };

    public static EditRefusal? Refused(this string text, DialogEdit edit) => (DialogEditing.Apply(File(text), edit) as EditResult.Refused)?.Why;

    /// <summary>What a file says, in a form that shows in a failed test.</summary>
    public static string Said(ContentFile file)
    {
        var issues = new List<DialogIssue>();
        var root = YamlFile.Read(file, issues);
        Assert.DoesNotContain(issues, issue => issue.Severity == Severity.Error);
        return Said(root!);
    }

    public static string Said(YamlNode node) => node switch
    {
        YamlScalar { IsNothing: true } => "nothing",
        YamlScalar scalar => "\"" + scalar.Value.Replace("\n", "\\n", StringComparison.Ordinal) + "\"",
        YamlList list => "[" + string.Join(", ", list.Items.Select(Said)) + "]",
        YamlMap map => "{" + string.Join(", ", map.Entries.Select(entry => entry.Key + ": " + Said(entry.Value))) + "}",
        _ => "hole",
    };

    /// <summary>The text of a language on a screen, as the reading finds it.</summary>
    public static string? TextOf(this string text, string screen, string language) =>
        TextPlaces.Of(File(text)).FirstOrDefault(one => one.Place == new TextPlace(TextKind.Text, screen))?.Texts.Exactly(language);
}
