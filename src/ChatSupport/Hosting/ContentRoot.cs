using ChatSupport.Content;
using ChatSupport.Storage;

namespace ChatSupport.Hosting;

/// <summary>The folder that relative paths of the settings begin at: <c>dialogs/</c>, <c>data/</c>, <c>appsettings.json</c>.</summary>
internal static class ContentRoot
{
    /// <summary>The folder that is named (<c>--contentRoot</c>, <c>ASPNETCORE_CONTENTROOT</c>); else the nearest one from here upwards that holds
    /// <c>dialogs/</c>; else the nearest one from the program upwards; else the one here.</summary>
    /// <param name="arguments">The settings of the command line.</param>
    /// <exception cref="StartRefusedException">The folder that is named does not exist.</exception>
    /// <remarks><c>dotnet run</c> starts in the folder of the project, so looking upwards finds the repository's top folder.</remarks>
    public static string Find(string[] arguments)
    {
        var named = new ConfigurationBuilder()
            .AddEnvironmentVariables("DOTNET_").AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(arguments)
            .Build()[HostDefaults.ContentRootKey];
        if (named is not null)
            return Existing(Path.GetFullPath(named));
        return Above(Environment.CurrentDirectory) ?? Above(AppContext.BaseDirectory) ?? Environment.CurrentDirectory;
    }

    private static string Existing(string named) => Directory.Exists(named)
        ? named
        : throw new StartRefusedException("contentRoot", $"There is no folder {named}.", "Name the folder that holds dialogs/ with --contentRoot, or leave it out.");

    private static string? Above(string start) => ContentFolder.Find(start) is { } dialogs ? Path.GetDirectoryName(dialogs) : null;
}
