using ChatSupport.EndToEnd.Crashes;

/// <summary>The runtime begins here, before the real program does, where <c>DOTNET_STARTUP_HOOKS</c> names this file. The program itself knows nothing of it.</summary>
internal static class StartupHook
{
    public static void Initialize() => AwaitWatch.Begin();
}
