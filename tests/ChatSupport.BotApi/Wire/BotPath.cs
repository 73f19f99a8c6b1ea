namespace ChatSupport.BotApi.Wire;

/// <summary>The path of a request, taken apart: <c>/bot&lt;token&gt;/&lt;method&gt;</c> or <c>/file/bot&lt;token&gt;/&lt;path&gt;</c>.</summary>
/// <remarks>Not a route template: those look for the literal <c>bot</c> from the right and find it inside a token.</remarks>
internal readonly record struct BotPath(string Token, string Rest, bool IsFile)
{
    public static bool TryParse(string path, out BotPath parsed)
    {
        const string Files = "/file";
        var isFile = path.StartsWith(Files + "/bot", StringComparison.Ordinal);
        var call = isFile ? path[Files.Length..] : path;
        var slash = call.IndexOf('/', 1);
        parsed = default;
        if (!call.StartsWith("/bot", StringComparison.Ordinal) || slash < 0)
            return false;
        parsed = new BotPath(call["/bot".Length..slash], call[(slash + 1)..], isFile);
        return true;
    }
}
