using Spectre.Console;

namespace ChatSupport.Hosting.Commands;

/// <summary>Shows on the error output that something goes on; nothing where nobody looks.</summary>
internal static class Progress
{
    private static readonly TimeSpan lookEvery = TimeSpan.FromMilliseconds(200);

    public static Task Show(string what, Action work) => Show(what, () =>
    {
        work();
        return true;
    });

    /// <summary>Shows work whose end is not known.</summary>
    public static Task<T> Show<T>(string what, Func<T> work) => Run(what, work, task =>
    {
        task.IsIndeterminate = true;
        return () => { };
    });

    public static Task Copy(string what, string source, string target, Action work) => Copy(what, source, target, () =>
    {
        work();
        return true;
    });

    /// <summary>Shows how far a copy is by the size of the file that it makes.</summary>
    public static Task<T> Copy<T>(string what, string source, string target, Func<T> work) => Run(what, work, task =>
    {
        task.MaxValue = Math.Max(1, new FileInfo(source).Length);
        return () => task.Value = File.Exists(target) ? new FileInfo(target).Length : task.Value;
    });

    private static Task<T> Run<T>(string what, Func<T> work, Func<ProgressTask, Action> begin)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        if (Console.IsErrorRedirected || !console.Profile.Capabilities.Interactive)
            return Task.Run(work);
        return console.Progress().StartAsync(async progress =>
        {
            var task = progress.AddTask(what);
            var look = begin(task);
            var running = Task.Run(work);
            while (await Task.WhenAny(running, Task.Delay(lookEvery)) != running)
                look();
            task.StopTask();
            return await running;
        });
    }
}
