using System.CommandLine;
using ChatSupport.Content;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Running;
using ChatSupport.Dialogs.Running.Talks;
using ChatSupport.Places;

namespace ChatSupport.Hosting.Commands;

/// <summary>The content of a folder, ready to run without a server, with the queries answered from the same folder.</summary>
internal sealed class ContentToRun
{
    private readonly PlaceBook book;

    private ContentToRun(Interpreter interpreter, PlaceBook book, IReadOnlyList<Talk> talks, IReadOnlyList<DialogIssue> issues)
    {
        Interpreter = interpreter;
        this.book = book;
        Talks = talks;
        TalkIssues = issues;
    }

    public Interpreter Interpreter { get; }

    public IReadOnlyList<Talk> Talks { get; }

    /// <summary>What is wrong with lines of talks.</summary>
    public IReadOnlyList<DialogIssue> TalkIssues { get; }

    /// <summary>The day where the workers are.</summary>
    public static DateOnly Today => RevisionReader.Today(TimeProvider.System);

    /// <summary>The errors that keep content from running.</summary>
    public static IReadOnlyList<DialogIssue> ErrorsOf(IReadOnlyList<ContentFile> files)
    {
        _ = Read(files, out var errors);
        return errors;
    }

    /// <summary>Reads it.</summary>
    /// <param name="files">The files of the folder.</param>
    /// <param name="issues">The errors that keep it from running.</param>
    /// <returns>Null where it has errors.</returns>
    public static ContentToRun? Read(IReadOnlyList<ContentFile> files, out IReadOnlyList<DialogIssue> issues)
    {
        var result = DialogReader.Read(files, KnownActions.All, Today);
        var (book, placeIssues) = PlaceCheck.Read(files, Today);
        issues = [.. result.Issues.Concat(placeIssues).Where(issue => issue.Severity == Severity.Error)];
        if (result.Set is not { } dialogs || issues.Count > 0)
            return null;

        var talkIssues = new List<DialogIssue>();
        var talks = TalkReader.Read(files, dialogs, talkIssues);
        return new ContentToRun(new Interpreter(dialogs, KnownActions.All), book, talks, talkIssues);
    }

    /// <summary>Reads a folder for a command; what keeps it from running is written to the error output.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="folder">The folder; null where <see cref="DialogsCommand.FolderOf"/> found none.</param>
    /// <param name="run">What the command does with it; its result is the exit code.</param>
    public static int With(ParseResult parse, string? folder, Func<ContentToRun, int> run)
    {
        if (folder is null)
            return ExitCode.BadUsage;

        try
        {
            if (Read(ContentFolder.Read(folder), out var issues) is { } content)
                return run(content);

            parse.InvocationConfiguration.Error.Write(IssueWriter.Text(issues));
            parse.InvocationConfiguration.Error.WriteLine("Content with errors does not run. Mend these first.");
            return ExitCode.Errors;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            parse.InvocationConfiguration.Error.WriteLine($"{fault.Message} Check the path and its permissions, then try again.");
            return ExitCode.BadUsage;
        }
    }

    /// <summary>What a query finds in the facts of the folder, or a sample where it is about somebody.</summary>
    public Value? Answer(ActionCall call, string language, DateTimeOffset now) =>
        PlaceQueries.Run(book, call, language, now) ?? ReferralActions.Sample(call, language) ?? MeetingActions.Sample(call, language) ?? SavingsActions.Sample(call, language)
        ?? ReportActions.Sample(call) ?? PeerActions.Sample(call);
}
