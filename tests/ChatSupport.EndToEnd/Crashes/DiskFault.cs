using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ChatSupport.EndToEnd.Crashes;

/// <summary>Something that is wrong with the disk or the file for a while, brought about from outside of the program.</summary>
/// <param name="Through">A command that the program must be started behind.</param>
/// <param name="Begin">Begins it.</param>
/// <param name="Says">What the program says of it, in part.</param>
/// <param name="End">Ends it.</param>
internal sealed record DiskFault(string[] Through, Func<MortalProgram, Task> Begin, string Says, Action<MortalProgram> End)
{
    /// <summary>What follows once the program noticed that it cannot write: it has to open the file again, and meets this.</summary>
    public Action<MortalProgram> Worsen { get; init; } = _ => { };

    /// <summary>Once it says so: what made it notice is taken away.</summary>
    public Action<MortalProgram> Settle { get; init; } = _ => { };

    /// <summary>The signal that comes with a write beyond the limit is one that a full disk does not send.</summary>
    private static readonly string[] withoutSignal = ["sh", "-c", "trap '' XFSZ; exec \"$@\"", "sh"];

    /// <summary>Root may write to what is read-only; the program is started without that right.</summary>
    private static readonly string[] asAnybody =
        Environment.UserName == "root" ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--"] : [];

    /// <summary>No file may grow or be written to, as if every block were taken: needs no rights, and is there on every Linux.</summary>
    public static DiskFault NoRoom { get; } =
        new(withoutSignal, program => Limit(program, "1:"), "The disk does not take what is written", program => Limit(program, "unlimited:"));

    /// <summary>The disk is full: a small one of its own, in memory, that nobody sees but the program. Needs the right to mount.</summary>
    public static DiskFault Full { get; } = new(
        ["unshare", "--mount", "sh", "-c", "mkdir -p \"$0\" && mount -t tmpfs -o size=8m,mode=700 tmpfs \"$0\" && exec \"$@\"", MortalProgram.DataFolder],
        program => Assert.ThrowsAsync<IOException>(() => File.WriteAllBytesAsync(Filler(program), new byte[8_000_000])),
        "is full. Make room", program => File.Delete(Filler(program)));

    /// <summary>True where this user may mount, so that <see cref="Full"/> can be brought about.</summary>
    public static bool MayMount()
    {
        using var tried = Process.Start(new ProcessStartInfo("unshare", ["--mount", "mount", "-t", "tmpfs", "tmpfs", Path.GetTempPath()]) { RedirectStandardError = true })!;
        tried.WaitForExit();
        return tried.ExitCode == 0;
    }

    /// <summary>The file may only be read. What is open stays open for writing whatever becomes of its rights, so this is met after a power cut.</summary>
    public static DiskFault ReadOnly { get; } = new(asAnybody, async program =>
    {
        await program.Victim.Kill();
        Shell("chmod", "400", program.Database);
        await program.Victim.Start();
    }, "may only be read", program => Shell("chmod", "600", program.Database));

    /// <summary>The file is not where it was.</summary>
    public static DiskFault Gone { get; } = new(
        withoutSignal, program => Limit(program, "1:"), "cannot be opened. Put it back",
        program => File.Move(program.Database + ".away", program.Database))
    {
        Worsen = program => File.Move(program.Database, program.Database + ".away"),
        Settle = program => Limit(program, "unlimited:"),
    };

    /// <summary>Another process holds the file for itself.</summary>
    public static DiskFault Locked()
    {
        SqliteConnection? other = null;
        return new DiskFault([], program =>
        {
            other = new SqliteConnection($"Data Source={program.Database};Pooling=False");
            other.Open();
            using var hold = other.CreateCommand();
            hold.CommandText = "BEGIN EXCLUSIVE";
            hold.ExecuteNonQuery();
            return Task.CompletedTask;
        }, "Another program holds the database", _ => other!.Dispose());
    }

    private static string Filler(MortalProgram program) => program.Within(program.Database + ".filler");

    private static Task Limit(MortalProgram program, string size)
    {
        Shell("prlimit", string.Create(CultureInfo.InvariantCulture, $"--pid={program.Id}"), $"--fsize={size}");
        return Task.CompletedTask;
    }

    private static void Shell(string command, params string[] arguments)
    {
        using var run = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
        var wrong = run.StandardError.ReadToEnd();
        run.WaitForExit();
        Assert.True(run.ExitCode == 0, $"{command} {string.Join(' ', arguments)}: {wrong}");
    }
}
