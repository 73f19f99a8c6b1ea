using System.CommandLine;
using ChatSupport.Content;
using ChatSupport.Content.Recordings;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Storage;
using Microsoft.Extensions.Options;

namespace ChatSupport.Hosting.Commands;

/// <summary><c>chatsupport dialogs publish</c> and <c>rollback</c>: what workers get to see, from the next turn on.</summary>
internal static class DialogsPublishCommand
{
    public static Command BuildPublish(string[] settings)
    {
        var folder = new Argument<string?>("folder") { Description = "The content folder. Without it: that of the settings.", Arity = ArgumentArity.ZeroOrOne };
        var why = new Option<string>("--why") { Description = "Why it is published, kept with the revision.", DefaultValueFactory = _ => "" };
        var command = new Command("publish", "Checks the content and makes it live; running processes take it up within a second. Exit code 0: live, 1: refused, 2: could not run.") { folder, why };
        command.SetAction((parse, cancel) => CommandHost.Run(parse, settings, needsDatabase: false, async services =>
        {
            services.GetRequiredService<DatabaseStart>().Prepare();
            var from = parse.GetValue(folder) is { } named ? Path.GetFullPath(named)
                : services.GetRequiredService<IOptions<ContentOptions>>().Value.FolderIn(services.GetRequiredService<IHostEnvironment>());
            var files = ContentFolder.Read(from);
            var outcome = await services.GetRequiredService<Publishing>().Publish(files, Environment.UserName, parse.GetRequiredValue(why), cancel);
            if (outcome is PublishOutcome.Published or PublishOutcome.Unchanged)
                await services.GetRequiredService<RecordingCopies>().TakeUp(from, files, cancel);
            return Tell(parse, outcome);
        }));
        return command;
    }

    public static Command BuildRollBack(string[] settings)
    {
        var to = new Option<long?>("--to") { Description = "The number of the revision whose content comes back. Without it: the one before the live one." };
        var why = new Option<string>("--why") { Description = "Why, kept with the revision.", DefaultValueFactory = _ => "" };
        var command = new Command("rollback", "Brings the content of an earlier revision back, as a new revision. Exit code 0: live, 1: refused, 2: could not run.") { to, why };
        command.SetAction((parse, cancel) => CommandHost.Run(parse, settings, needsDatabase: true, async services =>
        {
            services.GetRequiredService<DatabaseStart>().Prepare();
            var outcome = await services.GetRequiredService<Publishing>().RollBack(parse.GetValue(to), Environment.UserName, parse.GetRequiredValue(why), cancel);
            return Tell(parse, outcome);
        }));
        return command;
    }

    private static int Tell(ParseResult parse, PublishOutcome outcome)
    {
        var (output, error) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
        switch (outcome)
        {
            case PublishOutcome.Published published:
                output.WriteLine($"Revision {published.Number} is live ({published.Reading.Issues.Count} warnings and hints, see 'chatsupport dialogs check'). Running processes take it up within a second.");
                return ExitCode.Fine;
            case PublishOutcome.Unchanged same:
                output.WriteLine($"Revision {same.Number}, which is live, holds the same content. Nothing was published.");
                return ExitCode.Fine;
            case PublishOutcome.Broken broken:
                error.Write(IssueWriter.Text([.. broken.Reading.Issues.Where(issue => issue.Severity == Severity.Error)]));
                error.WriteLine("Nothing was published. Mend the errors, then publish again.");
                return ExitCode.Errors;
            case PublishOutcome.TalksFail fails:
                error.Write(IssueWriter.Text(fails.Failures));
                error.WriteLine("Nothing was published. Mend the talks or the dialogs ('chatsupport dialogs test' plays them), then publish again.");
                return ExitCode.Errors;
            case PublishOutcome.NotForProduction facts:
                error.WriteLine(string.Join('\n', facts.Facts));
                error.WriteLine("Nothing was published.");
                return ExitCode.Errors;
            case PublishOutcome.Overtaken:
                error.WriteLine("Somebody else published at the same moment. Nothing was changed; look at 'chatsupport dialogs revisions', then run the command again.");
                return ExitCode.Errors;
            default:
                error.WriteLine("There is no such revision. 'chatsupport dialogs revisions' shows which there are.");
                return ExitCode.BadUsage;
        }
    }
}
