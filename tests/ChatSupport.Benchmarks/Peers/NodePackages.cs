using System.Diagnostics;

namespace ChatSupport.Benchmarks.Peers;

/// <summary>Installs what the peers on Node need, exactly as their lock file says, where that was not done yet.</summary>
internal static class NodePackages
{
    /// <exception cref="InvalidOperationException">npm failed.</exception>
    public static void Install()
    {
        var wanted = File.ReadAllText(Path.Combine(NodeProgram.Folder, "package-lock.json"));
        var built = Path.Combine(NodeProgram.Folder, "node_modules", ".built"); // written last, so that half an installation is none
        if (File.Exists(built) && File.ReadAllText(built) == wanted)
            return;
        Console.WriteLine("Installing the peers on Node. Their database is compiled, which takes minutes and needs a C++ compiler, make, Python and Node's headers (Debian: build-essential python3 libnode-dev).");
        Npm("ci", "--ignore-scripts"); // the scripts of one of them want to clean up after others
        Npm(Directory.Exists("/usr/include/node") ? ["rebuild", "better-sqlite3", "--nodedir=/usr"] : ["rebuild", "better-sqlite3"]);
        File.WriteAllText(built, wanted);
    }

    private static void Npm(params string[] arguments)
    {
        var start = new ProcessStartInfo("npm") { WorkingDirectory = NodeProgram.Folder };
        foreach (var argument in (string[])[.. arguments, "--no-audit", "--no-fund", "--loglevel=error"])
            start.ArgumentList.Add(argument);
        using var npm = Process.Start(start)!;
        npm.WaitForExit();
        if (npm.ExitCode != 0)
            throw new InvalidOperationException($"'npm {string.Join(' ', start.ArgumentList)}' failed in {NodeProgram.Folder}. What it wrote stands above.");
    }
}
