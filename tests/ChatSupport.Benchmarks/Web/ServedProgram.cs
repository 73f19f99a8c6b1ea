using System.Diagnostics;
using System.Globalization;
using ChatSupport.BotApi;
using ChatSupport.EndToEnd;

namespace ChatSupport.Benchmarks.Web;

/// <summary>The program as it was built beside this one, serving with empty data on a free port.</summary>
internal sealed class ServedProgram : IAsyncDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(1);

    private static string Built => Path.Combine(
        Repository.Top, "src", "ChatSupport", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "chatsupport.dll"); // bin/Release/net10.0

    private readonly Process process;
    private readonly string folder;
    private readonly TaskCompletionSource<Uri> firstLink = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServedProgram(Process process, string folder, Uri url) => (this.process, this.folder, Url) = (process, folder, url);

    public Uri Url { get; }

    /// <summary>The link that it prints for the first administrator.</summary>
    public Task<Uri> FirstLink => firstLink.Task.WaitAsync(patience);

    /// <summary>Starts it and waits until it answers.</summary>
    /// <param name="content">The folder of its content; null for ours.</param>
    /// <exception cref="TimeoutException">It did not answer.</exception>
    public static async Task<ServedProgram> Start(string? content = null)
    {
        var program = Begin(null, content);
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < patience && !program.process.HasExited; await Task.Delay(50))
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(program.Url, "/health/ready"));
                if (answer.IsSuccessStatusCode)
                    return program;
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
            {
                // not yet
            }
        }

        await program.DisposeAsync();
        throw new TimeoutException($"The program did not answer within {patience.TotalSeconds:0} s. Start it by hand to see why: dotnet {Built} serve");
    }

    /// <summary>Starts it and does not wait.</summary>
    /// <param name="dll">Its <c>chatsupport.dll</c>; null for the one built beside this.</param>
    /// <param name="content">The folder of its content; null for ours.</param>
    public static ServedProgram Begin(string? dll = null, string? content = null)
    {
        var folder = Directory.CreateTempSubdirectory("chatsupport-figures-").FullName;
        var url = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{TestPort.Find()}"));
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["exec", dll ?? Built, "serve", "--urls", url.ToString()])
            start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_CONTENTROOT"] = folder;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development"; // the shipped places are samples
        start.Environment["ChatSupport__Content__Folder"] = content ?? Repository.Dialogs;
        var program = new ServedProgram(Process.Start(start)!, folder, url);
        program.process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.IndexOf("http://localhost", StringComparison.Ordinal) is > 0 and var at && line.Data.Contains("/console/join#", StringComparison.Ordinal))
                program.firstLink.TrySetResult(new Uri(line.Data[at..].Trim()));
        };
        program.process.BeginOutputReadLine();
        program.process.BeginErrorReadLine();
        return program;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
