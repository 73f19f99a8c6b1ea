using ChatSupport.Content;
using ChatSupport.Content.Drafts;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Writing;
using ChatSupport.Staff.Shell;

namespace ChatSupport.Hosting.Demo;

/// <summary>What sample editors did with the content: a history, drafts that wait, a publication that is planned. The folder is left alone.</summary>
internal sealed class SampleEdits(Publishing publishing, RevisionRows revisions, DraftBook drafts, PublishBook book, Publications publications, TimeProvider time)
{
    private const string Mark = "(sample)";

    /// <summary>Makes it.</summary>
    /// <param name="editor">The session of an editor.</param>
    /// <param name="by">Her account.</param>
    /// <param name="reviewer">The session of who may publish.</param>
    /// <param name="cancel">Gives up between two steps.</param>
    public async Task Make(string editor, string by, string reviewer, CancellationToken cancel)
    {
        var files = revisions.Files(revisions.LiveNumber())!;
        var titled = files.Where(file => file.Path.StartsWith("rights/", StringComparison.Ordinal) && file.Path.EndsWith(".yaml", StringComparison.Ordinal)).Take(3).ToList();
        if (titled is not [var first, var second, var third])
            return; // other content than ours: there is nothing to make samples of
        var changed = DialogEditing.Apply(first, new DialogEdit.SetTitle("en", $"{Title(first)} {Mark}")) is EditResult.Written written ? written.File : first;
        await publishing.Publish([.. files.Select(file => file == first ? changed : file)], by, "Sample: a clearer title", cancel);
        await publishing.RollBack(null, by, "Sample: the shorter title was better", cancel);
        await Retitle(editor, second, cancel);
        await publications.Plan(reviewer, await book.Plan(reviewer), time.GetUtcNow().ToOffset(Tongue.Ahead).DateTime.AddDays(14), "Sample: with the next training", cancel);
        await Retitle(editor, third, cancel);
    }

    private async Task Retitle(string editor, ContentFile file, CancellationToken cancel) =>
        await drafts.SetText(editor, file.Path, new TextPlace(TextKind.Title), "en", Title(file), $"{Title(file)} {Mark}", cancel);

    private static string? Title(ContentFile file) => TextPlaces.Of(file).FirstOrDefault(text => text.Place.Kind == TextKind.Title)?.Texts.Exactly("en");
}
