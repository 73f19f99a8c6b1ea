using System.CommandLine;
using System.Globalization;
using ChatSupport.Content;
using ChatSupport.Content.Recordings;
using ChatSupport.Storage;

namespace ChatSupport.Hosting.Commands;

/// <summary><c>chatsupport dialogs revisions</c> and <c>export</c>: what was published.</summary>
internal static class DialogsRevisionsCommand
{
    public static Command BuildList(string[] settings)
    {
        var command = new Command("revisions", "Lists what was published, newest first.");
        command.SetAction((parse, _) => CommandHost.Run(parse, settings, needsDatabase: true, async services =>
        {
            services.GetRequiredService<DatabaseStart>().Prepare();
            var output = parse.InvocationConfiguration.Output;
            var all = services.GetRequiredService<RevisionRows>().All();
            if (all.Count == 0)
                await output.WriteLineAsync("Nothing was published yet.");
            foreach (var revision in all)
                await output.WriteLineAsync(Line(revision, isLive: revision == all[0]));
            return ExitCode.Fine;
        }));
        return command;
    }

    public static Command BuildExport(string[] settings)
    {
        var folder = new Argument<string>("folder") { Description = "Where the files go. Made where it does not exist; must be empty." };
        var number = new Option<long?>("--revision") { Description = "Which revision. Without it: the live one." };
        var command = new Command("export", "Writes the files of a revision into a folder. Of the recordings those that were made in the console are among them; the others stay in the content folder.") { folder, number };
        command.SetAction((parse, cancel) => CommandHost.Run(parse, settings, needsDatabase: true, async services =>
        {
            services.GetRequiredService<DatabaseStart>().Prepare();
            var rows = services.GetRequiredService<RevisionRows>();
            var which = parse.GetValue(number) ?? rows.LiveNumber();
            if (rows.Files(which) is not { } files)
            {
                await parse.InvocationConfiguration.Error.WriteLineAsync("There is no such revision. 'chatsupport dialogs revisions' shows which there are.");
                return ExitCode.BadUsage;
            }
            var target = Path.GetFullPath(parse.GetRequiredValue(folder));
            if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
            {
                await parse.InvocationConfiguration.Error.WriteLineAsync($"{target} is not empty. Name an empty folder or one that does not exist yet.");
                return ExitCode.BadUsage;
            }
            var written = await ContentFolder.Write(target, files, cancel);
            await services.GetRequiredService<RecordingCopies>().Follow(target, [], files, cancel);
            await parse.InvocationConfiguration.Output.WriteLineAsync($"Revision {which} was written to {target} ({written} files).");
            return ExitCode.Fine;
        }));
        return command;
    }

    private static string Line(RevisionFacts revision, bool isLive)
    {
        var at = revision.PublishedAt.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        var restores = revision.Restores is { } number ? $", brings back {number}" : "";
        var why = revision.Why.Length > 0 ? $": {revision.Why}" : "";
        return $"{revision.Number,5}{(isLive ? " live" : "     ")}  {at}  {revision.Fingerprint[..12]}  by {revision.PublishedBy}, {revision.Findings} findings{restores}{why}";
    }
}
