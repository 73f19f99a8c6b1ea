using System.Runtime.InteropServices;

namespace ChatSupport.Hosting;

/// <summary>Keeps the memory of this process off the disk: what workers write, the keys and the tokens stand there in clear, and a machine that collects
/// core dumps would keep them for weeks. It also keeps other programs of the same user from reading the memory.</summary>
internal static class NoCoreDump
{
    private const int SetDumpable = 4; // PR_SET_DUMPABLE of prctl(2)

    /// <summary>From now on the system writes no dump of this process, whatever its limits say. Outside of Linux nothing is done.</summary>
    /// <remarks>Debuggers and the runtime's own dumps (<c>DOTNET_DbgEnableMiniDump</c>) then need an administrator.</remarks>
    public static void Forbid()
    {
        if (OperatingSystem.IsLinux())
            _ = Control(SetDumpable, 0, 0, 0, 0); // it cannot fail with these arguments
    }

    [DllImport("libc", EntryPoint = "prctl", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(int option, nuint value, nuint third, nuint fourth, nuint fifth);
}
