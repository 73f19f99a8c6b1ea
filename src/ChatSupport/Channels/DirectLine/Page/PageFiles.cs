using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ChatSupport.Conversations;
using Microsoft.Extensions.Options;

namespace ChatSupport.Channels.DirectLine.Page;

/// <summary>All files of the page, from inside the program, with the settings written into them.</summary>
internal sealed class PageFiles
{
    private const string Prefix = "page/";
    private const string Template = "index.html";
    private const string EmbedScript = "embed.js";
    private const string Manifest = "manifest.webmanifest";

    private readonly FrozenDictionary<string, PageFile> files;

    public PageFiles(IOptions<WebChatOptions> options, IOptions<ConversationOptions> conversations)
    {
        var read = ReadAll();
        var template = Encoding.UTF8.GetString(read[Template].Plain);
        Embed = read[EmbedScript];
        read.Remove(Template);
        read.Remove(EmbedScript);
        read[Manifest] = new PageFile(Manifest, ManifestFor(options.Value.Title));
        files = read.ToFrozenDictionary(StringComparer.Ordinal);
        Hash = HashOf(files.Values);
        Whole = new PageFile(Template, Fill(template, "page", options.Value, conversations.Value));
        Framed = new PageFile(Template, Fill(template, "embed", options.Value, conversations.Value));
    }

    /// <summary>The page at <c>/</c>.</summary>
    public PageFile Whole { get; }

    /// <summary>The page as it stands in a partner's frame.</summary>
    public PageFile Framed { get; }

    /// <summary>The script that partners put into their pages.</summary>
    public PageFile Embed { get; }

    /// <summary>Part of the address of every other file: it changes when any of them does, so that they may be kept for ever.</summary>
    public string Hash { get; }

    /// <summary>The file of that name, or null.</summary>
    public PageFile? Find(string name) => files.GetValueOrDefault(name);

    private static Dictionary<string, PageFile> ReadAll()
    {
        var assembly = typeof(PageFiles).Assembly;
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => Read(assembly, name)).ToDictionary(file => file.Name, StringComparer.Ordinal);
    }

    private static PageFile Read(System.Reflection.Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return new PageFile(name[Prefix.Length..], content);
    }

    private byte[] Fill(string template, string view, WebChatOptions options, ConversationOptions conversations)
    {
        var folder = "/page/" + Hash;
        // All modules at once: each import that is found late would cost a slow phone one more round trip.
        var preload = string.Join('\n', files.Keys.Where(name => name.EndsWith(".js", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(name => $"<link rel=\"modulepreload\" href=\"{folder}/{name}\">"));
        return Encoding.UTF8.GetBytes(template
            .Replace("{{preload}}", preload, StringComparison.Ordinal)
            .Replace("{{files}}", folder, StringComparison.Ordinal)
            .Replace("{{view}}", view, StringComparison.Ordinal)
            .Replace("{{quiet}}", ((int)conversations.SensitiveExpiry.TotalSeconds).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{{languages}}", WebUtility.HtmlEncode(options.Languages), StringComparison.Ordinal)
            .Replace("{{leave}}", WebUtility.HtmlEncode(options.LeaveTo), StringComparison.Ordinal)
            .Replace("{{title}}", WebUtility.HtmlEncode(options.Title), StringComparison.Ordinal));
    }

    private static byte[] ManifestFor(string title) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        name = title,
        short_name = title,
        start_url = "/",
        display = "browser", // an installed app would stand in the list of apps and keep its own history
        icons = new[] { new { src = "icon.svg", sizes = "any", type = "image/svg+xml" } },
    });

    private static string HashOf(IEnumerable<PageFile> all)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in all.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file.Name));
            hash.AppendData(file.Plain);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
