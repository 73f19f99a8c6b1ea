using ChatSupport.Content.Recordings;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Staff;
using ChatSupport.Storage;

namespace ChatSupport.Content;

/// <summary>Puts content in place before any conversation can ask for it: that of the folder where it is good, else the last good revision.</summary>
internal sealed class ContentStart(
    DatabaseStart database, RevisionRows rows, RevisionReader reader, Publishing publishing, LiveRevision live, FolderAhead ahead,
    RecordingCopies recordings, SampleData samples, IHostEnvironment environment, ILogger<ContentStart> log) : IHostedLifecycleService
{
    private const string Setting = ContentOptions.Section + ":Folder";
    private const string Account = "start";
    private readonly string folder = ahead.Folder;

    private readonly Lock once = new();
    private Task? loading;

    /// <summary>Begins to load, once; the other parts are made and started meanwhile.</summary>
    public Task Begin()
    {
        lock (once)
            return loading ??= Task.Run(Load);
    }

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _ = Begin();
        return Task.CompletedTask;
    }

    /// <summary>Waits until content is in place: what posts to conversations starts after this.</summary>
    /// <exception cref="StartRefusedException">Neither the folder nor the database has content that may be served.</exception>
    public Task StartAsync(CancellationToken cancellationToken) => Begin().WaitAsync(cancellationToken);

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task Load()
    {
        database.Prepare();
        if (environment.IsProduction() && samples.IsHere)
        {
            throw new StartRefusedException(DatabaseOptions.Section + ":File", "The database was filled with sample people, talks and figures by 'chatsupport demo'.",
                "Name another file: a new one, or that of the real service. To look at the samples, start with ASPNETCORE_ENVIRONMENT=Development. They never mix with workers.");
        }
        var newest = rows.Live();
        try
        {
            await TakeFolder(newest);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            GoOn(newest, $"It cannot be read: {e.Message}", "Name the folder that holds home.yaml, and let the user of the program read it.");
        }
        log.Live(live.Number, rows.Live()?.Findings ?? 0, folder);
    }

    private async Task TakeFolder(RevisionFacts? newest)
    {
        var (files, dialogs) = await ahead.Reading;
        var reading = reader.Read(files, dialogs);
        // What was live before and is not any more was rolled back, or changed in the console: a restart must not undo that.
        if (newest is not null && reading.IsGood && newest.Fingerprint != reading.Fingerprint && rows.Knows(reading.Fingerprint))
        {
            log.OlderFolder(folder, newest.Number);
            Run(newest, trouble: null);
            return;
        }
        Refuse(reading.NotForProduction);
        if (reading.IsGood)
            await recordings.TakeUp(folder, files, CancellationToken.None);
        switch (await publishing.Publish(files, reading, Account, "The folder held it at the start.", CancellationToken.None))
        {
            case PublishOutcome.Unchanged same:
                live.Replace(same.Number, same.Reading);
                break;
            case PublishOutcome.Published published:
                log.Published(published.Number, folder);
                live.Replace(published.Number, published.Reading);
                break;
            case PublishOutcome.TalksFail fails:
                GoOn(newest, $"Its talks fail:\n{IssueWriter.Text(fails.Failures).TrimEnd()}", "Run 'chatsupport dialogs test' and mend the talks or the dialogs.");
                break;
            case PublishOutcome.Overtaken:
                Run(rows.Live()!, trouble: null); // another process published while this one read
                break;
            default:
                GoOn(newest, $"It has errors:\n{Errors(reading)}", "Run 'chatsupport dialogs check' and mend them.");
                break;
        }
    }

    /// <summary>The folder is not to be served: the last good revision is, where there is one.</summary>
    private void GoOn(RevisionFacts? newest, string trouble, string mend)
    {
        if (newest is null)
            throw new StartRefusedException(Setting, $"The content in {folder} cannot be served, and no earlier revision is there to go on with. {trouble}", mend);
        log.FolderRefused(folder, newest.Number, $"{trouble} {mend}");
        Run(newest, $"The content in the folder is not served. {trouble.Split('\n')[0]} {mend}");
    }

    private void Run(RevisionFacts revision, string? trouble)
    {
        var reading = ReadStored(revision.Number);
        if (!reading.IsGood)
        {
            throw new StartRefusedException(Setting, $"Revision {revision.Number} of the content cannot be run by this version of the program:\n{Errors(reading)}",
                "Mend the folder, so that it can be published, or start the version that published the revision.");
        }
        Refuse(reading.NotForProduction);
        live.Replace(revision.Number, reading, trouble);
    }

    private RevisionReading ReadStored(long number)
    {
        try
        {
            return reader.Read(rows.Files(number)!);
        }
        catch (InvalidDataException e)
        {
            throw new StartRefusedException(DatabaseOptions.Section + ":File", $"Revision {number} of the content is damaged in the database: {e.Message}",
                "Put back a backup, or mend the folder, so that it can be published.", e);
        }
    }

    private static void Refuse(IReadOnlyList<string> facts)
    {
        if (facts.Count > 0)
            throw new StartRefusedException(string.Join('\n', facts));
    }

    private static string Errors(RevisionReading reading) => IssueWriter.Text([.. reading.Issues.Where(issue => issue.Severity == Severity.Error)]).TrimEnd();
}
