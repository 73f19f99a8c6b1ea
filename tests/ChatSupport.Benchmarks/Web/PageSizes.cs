using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using ChatSupport.EndToEnd;

namespace ChatSupport.Benchmarks.Web;

/// <summary>Prints what the page's files weigh on the way to a phone.</summary>
internal static partial class PageSizes
{
    public static async Task Print(Uri site)
    {
        using var http = new HttpClient { BaseAddress = site };
        var html = await http.GetStringAsync(new Uri("/", UriKind.Relative));
        string[] addresses = ["/", .. FileAddress().Matches(html).Select(match => match.Value).Distinct(StringComparer.Ordinal)];
        var font = addresses.First(address => address.EndsWith("chat.css", StringComparison.Ordinal)).Replace("chat.css", "khmer.woff2", StringComparison.Ordinal);

        var whole = new Size(0, 0, 0);
        Heading();
        foreach (var address in addresses)
        {
            var size = new Size((await Fetch(http, address, "")).Length, (await Fetch(http, address, "gzip")).Length, (await Fetch(http, address, "br")).Length);
            Row(address == "/" ? "index.html" : Path.GetFileName(address), size);
            whole += size;
        }
        Row("our page, all of it", whole);
        var letters = (await Fetch(http, font, "br")).Length;
        Row("Khmer font, where the phone has none", new Size(letters, letters, letters));
        PrintWebChat(whole);
    }

    private static void PrintWebChat(Size ours)
    {
        var bundle = Path.Combine(Repository.Top, "tests", "peers", "webchat", "webchat", "webchat.js");
        if (!File.Exists(bundle))
        {
            Console.WriteLine("botframework-webchat is not installed. Run: npm ci --prefix tests/peers/webchat");
            return;
        }
        var plain = File.ReadAllBytes(bundle);
        var theirs = new Size(plain.Length, Compressed(plain, stream => new GZipStream(stream, CompressionLevel.SmallestSize)), Compressed(plain, stream => new BrotliStream(stream, CompressionLevel.SmallestSize)));
        Row("botframework-webchat, webchat.js", theirs);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ours is {(double)theirs.Gzip / ours.Gzip:0} times smaller (gzip), {(double)theirs.Brotli / ours.Brotli:0} times (brotli)"));
    }

    private static async Task<byte[]> Fetch(HttpClient http, string address, string encoding)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, address);
        if (encoding.Length > 0)
            ask.Headers.Add("Accept-Encoding", encoding);
        using var answer = await http.SendAsync(ask);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }

    private static int Compressed(byte[] plain, Func<Stream, Stream> encoder)
    {
        using var compressed = new MemoryStream();
        using (var stream = encoder(compressed))
            stream.Write(plain);
        return compressed.ToArray().Length; // also after an encoder that closes what it wrote to
    }

    private static void Heading() => Console.WriteLine($"{"bytes",-38}{"plain",10}{"gzip",10}{"brotli",10}");

    private static void Row(string what, Size size) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-38}{size.Plain,10:N0}{size.Gzip,10:N0}{size.Brotli,10:N0}"));

    [GeneratedRegex("/page/[^\"]+")]
    private static partial Regex FileAddress();

    private readonly record struct Size(int Plain, int Gzip, int Brotli)
    {
        public static Size operator +(Size one, Size other) => new(one.Plain + other.Plain, one.Gzip + other.Gzip, one.Brotli + other.Brotli);
    }
}
