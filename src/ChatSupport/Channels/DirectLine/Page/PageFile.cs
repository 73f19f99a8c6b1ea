using System.IO.Compression;
using System.Security.Cryptography;

namespace ChatSupport.Channels.DirectLine.Page;

/// <summary>One file of the page, ready in each encoding. Compressed once, when it is first asked for.</summary>
internal sealed class PageFile
{
    private readonly Lazy<byte[]> brotli;
    private readonly Lazy<byte[]> gzip;

    /// <param name="name">Name with ending; the ending says the type.</param>
    /// <param name="content">The bytes as they are in the repository.</param>
    public PageFile(string name, byte[] content)
    {
        Name = name;
        Plain = content;
        ContentType = TypeOf(name);
        ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..20]}\"";
        brotli = new(() => Compress(content, stream => new BrotliStream(stream, CompressionLevel.SmallestSize)));
        gzip = new(() => Compress(content, stream => new GZipStream(stream, CompressionLevel.SmallestSize)));
    }

    public string Name { get; }

    public string ContentType { get; }

    public byte[] Plain { get; }

    /// <summary>Changes with the content, the same for every encoding of it (which <c>Vary</c> tells apart).</summary>
    public string ETag { get; }

    /// <summary>The smallest form that the client takes.</summary>
    /// <returns>The bytes, and the name of their encoding; null for none.</returns>
    public (byte[] Bytes, string? Encoding) For(string acceptEncoding)
    {
        if (ContentType == "font/woff2")
            return (Plain, null); // it is compressed already
        if (Accepts(acceptEncoding, "br"))
            return (brotli.Value, "br");
        return Accepts(acceptEncoding, "gzip") ? (gzip.Value, "gzip") : (Plain, null);
    }

    private static bool Accepts(string header, string encoding)
    {
        foreach (var part in header.Split(','))
        {
            var pieces = part.Split(';', StringSplitOptions.TrimEntries);
            if (pieces[0].Equals(encoding, StringComparison.OrdinalIgnoreCase))
                return !pieces.Skip(1).Any(piece => piece is "q=0" or "q=0.0" or "q=0.00" or "q=0.000");
        }

        return false;
    }

    private static byte[] Compress(byte[] content, Func<Stream, Stream> encoder)
    {
        using var compressed = new MemoryStream();
        using (var stream = encoder(compressed))
            stream.Write(content);
        return compressed.ToArray();
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".txt" => "text/plain; charset=utf-8",
        ".woff2" => "font/woff2",
        ".webmanifest" => "application/manifest+json",
        var other => throw new InvalidOperationException($"The page holds a file whose type is not known: {name}. Add '{other}' to {nameof(PageFile)}."),
    };
}
