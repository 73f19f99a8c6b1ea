using System.CommandLine;
using ChatSupport.Content;
using ChatSupport.Hosting.Commands;
using Microsoft.AspNetCore.Builder;

namespace ChatSupport.Tests.Hosting;

/// <summary>The program in a folder of its own, with a copy of the shipped content.</summary>
internal sealed class Installation : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("chatsupport-serve-");

    public Installation(bool withContent = true)
    {
        Directory.CreateDirectory(Dialogs);
        if (withContent)
            CopyShipped(Dialogs);
    }

    public string Folder => folder.FullName;

    public string Dialogs => Path.Combine(Folder, "dialogs");

    public string Database => Path.Combine(Folder, "data", "chatsupport.db");

    /// <summary>What every way of running it is told.</summary>
    public string[] Settings => [$"--contentRoot={Folder}", "--environment=Development"];

    /// <summary>Adds a dialog that nothing of the shipped content leads to but its own keyword.</summary>
    public void AddDialog(string name, string says) => Write($"dialogs/{name}.yaml", Dialog(name, says));

    /// <summary>The file of such a dialog.</summary>
    public static string Dialog(string name, string says) => $$"""
        format: 1
        dialog: {{name}}
        title: { km: សាកល្បង{{name.Length}}, en: Trying {{name}} }
        keywords: { km: [ពាក្យសាកល្បង{{name.Length}}], en: [{{name}} please] }
        status: { km: draft, en: draft }
        screens:
          start:
            text: { km: អត្ថបទសាកល្បង, en: {{says}} }
            choices:
              - { label: { km: សិទ្ធិរបស់ខ្ញុំ, en: My rights }, go: rights }
        """;

    public void Write(string path, string text)
    {
        var target = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllText(target, text);
    }

    /// <summary>Runs a command in this process.</summary>
    public async Task<Outcome> Run(params string[] words)
    {
        using StringWriter output = new(), error = new();
        var (settings, rest) = ChatSupport.Hosting.Settings.Split(words);
        var parsed = AllCommands.Root([.. Settings, .. settings]).Parse(rest);
        var code = await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return new Outcome(code, output.ToString(), error.ToString());
    }

    /// <summary>Serves in this process, on a free port.</summary>
    public async Task<WebApplication> Serve(params string[] settings)
    {
        var app = ChatSupport.Hosting.Serve.Build([.. Settings, "--urls=http://127.0.0.1:0", .. settings]);
        try
        {
            await app.StartAsync(TestContext.Current.CancellationToken);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs the real program.</summary>
    public RunningProgram Start(params string[] arguments) => new([.. arguments, .. Settings.Where(setting => !arguments.Any(given => given.StartsWith(setting.Split('=')[0], StringComparison.Ordinal)))]);

    public void Dispose() => folder.Delete(recursive: true);

    private static void CopyShipped(string target)
    {
        var shipped = ContentFolder.Find(AppContext.BaseDirectory)!;
        foreach (var file in Directory.EnumerateFiles(shipped, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}

/// <summary>What became of a command.</summary>
internal sealed record Outcome(int Code, string Output, string Error);
