using System.Runtime.Loader;
using ChatSupport.EndToEnd.Crashes;

/// <summary>The runtime begins here, before the real program does, where <c>DOTNET_STARTUP_HOOKS</c> names this file. The program itself knows nothing of it.</summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        // Orleans looks at what stands on each assembly, and on this one stand attributes of the tests.
        var beside = Path.GetDirectoryName(typeof(StartupHook).Assembly.Location)!;
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            Path.Combine(beside, name.Name + ".dll") is var file && File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
        AwaitWatch.Begin();
    }
}
