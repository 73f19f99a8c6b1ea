using ChatSupport.Conversations;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Storage;
using Microsoft.Extensions.Options;

namespace ChatSupport.Content;

/// <summary>Puts content in place before any conversation can ask for it.</summary>
internal sealed class ContentStart(
    Library library, IEnumerable<ContentPart> parts, IOptions<ContentOptions> options, IHostEnvironment environment, TimeProvider time) : IHostedLifecycleService
{
    private const string Setting = ContentOptions.Section + ":Folder";

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        var folder = Path.GetFullPath(options.Value.Folder, environment.ContentRootPath);
        var reading = RevisionReading.Read(ReadFolder(folder), parts, DateOnly.FromDateTime(time.GetLocalNow().DateTime));
        if (!reading.IsGood)
        {
            throw new StartRefusedException(Setting,
                $"The content in {folder} has errors, and no earlier revision is there to go on with:\n{IssueWriter.Text(reading.Issues)}",
                "Mend them, then start again.");
        }
        reading.PutInPlace(library);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static IReadOnlyList<ContentFile> ReadFolder(string folder)
    {
        try
        {
            return ContentFolder.Read(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(Setting, $"The content cannot be read: {e.Message}", "Name the folder that holds home.yaml, and let the user of the program read it.", e);
        }
    }
}
