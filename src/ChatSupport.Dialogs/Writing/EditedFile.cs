using System.Text;
using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Dialogs.Writing;

/// <summary>A file that can be edited: read without error, so that nothing in it is passed over.</summary>
/// <param name="Dialog">The name of the dialog, from its path.</param>
/// <param name="Text">Its text, without byte-order mark.</param>
/// <param name="HasMark">It begins with a byte-order mark, which stays.</param>
/// <param name="Root">What it says.</param>
internal sealed record EditedFile(string Dialog, string Text, bool HasMark, Tree Root)
{
    private static readonly byte[] mark = [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="refused">Why it cannot be edited; null where it can.</param>
    public static EditedFile? Read(ContentFile file, out EditResult.Refused? refused)
    {
        refused = null;
        var issues = new List<DialogIssue>();
        var nodes = YamlFile.Read(file, issues);
        if (issues.FirstOrDefault(issue => issue.Severity == Severity.Error) is { } wrong)
        {
            refused = new EditResult.Refused(EditRefusal.Unreadable,
                $"{file.Path}:{wrong.Mark.Line}:{wrong.Mark.Column} cannot be read, so nothing was changed. {wrong.Message} {wrong.Mend}");
            return null;
        }

        if (nodes is null || Migrations.Lift(nodes, issues) is null)
        {
            refused = new EditResult.Refused(EditRefusal.NewerFormat,
                $"{file.Path} is written in a newer format than this program knows, so nothing was changed. Use a newer version of the program.");
            return null;
        }

        return new EditedFile(TextPlaces.DialogOf(file.Path), YamlFile.Decode(file, [])!, file.Bytes.Span.StartsWith(mark), Tree.Of(nodes));
    }

    /// <summary>The file with another text.</summary>
    public ContentFile With(ContentFile file, string text)
    {
        byte[] bytes = [.. HasMark ? mark : [], .. Encoding.UTF8.GetBytes(text)];
        return file with { Bytes = bytes };
    }
}
