using System.Globalization;
using System.Text;

namespace ChatSupport.EndToEnd.Leaks;

/// <summary>Marked secrets: random, so that none of them stands anywhere by chance, and remembered, so that all of them can be searched for.</summary>
internal sealed class Secrets(int seed)
{
    private const string Consonants = "កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហអ";
    private const string Vowels = "ាិីឹឺុូួេែោះំ";

    private readonly Random random = new(seed);
    private readonly List<Secret> all = [];

    /// <summary>Everything that was marked so far.</summary>
    public IReadOnlyList<Secret> All
    {
        get
        {
            lock (all)
                return [.. all];
        }
    }

    /// <summary>Sixteen Latin letters.</summary>
    public string Latin(string what) => Remember(what, Letters("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", 16));

    /// <summary>Eight Khmer syllables whose signs are typed in another order than the canonical one.</summary>
    public string Khmer(string what)
    {
        var text = new StringBuilder();
        for (var i = 0; i < 8; i++)
            text.Append(One(Consonants)).Append(i % 2 == 0 ? "\u17D2\u179A\u17D2\u178F" : "").Append(One(Vowels));
        return Remember(what, text.ToString());
    }

    /// <summary>Digits, the first of them no zero.</summary>
    public string Digits(string what, int count = 8) => Remember(what, Letters("123456789", 1) + Letters("0123456789", count - 1));

    /// <summary>A number of twelve digits, as an id of a person or a chat.</summary>
    public long Number(string what) => long.Parse(Digits(what, 12), CultureInfo.InvariantCulture);

    /// <summary>Degrees with seven digits behind the point, near a whole number.</summary>
    public double Degrees(string what, int whole)
    {
        var degrees = double.Parse($"{whole}.{Letters("123456789", 7)}", CultureInfo.InvariantCulture);
        lock (all)
            all.Add(new Secret(what, degrees.ToString("0.0000", CultureInfo.InvariantCulture)[..^1]) { Degrees = degrees });
        return degrees;
    }

    /// <summary>Bytes that mark a file, behind others that say what it is.</summary>
    public byte[] File(string what, params ReadOnlySpan<byte> kind) => [.. kind, .. Encoding.ASCII.GetBytes(Latin(what))];

    /// <summary>Marks what the server or the other side made: a token, a ticket, a code.</summary>
    public string Remember(string what, string text)
    {
        lock (all)
            all.Add(new Secret(what, text));
        return text;
    }

    /// <summary>Marks bytes that are no text.</summary>
    public void Remember(string what, byte[] raw)
    {
        lock (all)
            all.Add(new Secret(what, "") { Raw = raw });
    }

    private string Letters(string from, int count)
    {
        lock (all)
            return string.Concat(Enumerable.Range(0, count).Select(_ => from[random.Next(from.Length)]));
    }

    private char One(string from) => Letters(from, 1)[0];
}

/// <summary>One marked secret.</summary>
/// <param name="What">Which field it was sent in.</param>
/// <param name="Text">What was sent.</param>
internal sealed record Secret(string What, string Text)
{
    /// <summary>The number, where it is a part of a coordinate: it may be kept in binary.</summary>
    public double? Degrees { get; init; }

    /// <summary>The bytes, where it is no text: a key.</summary>
    public byte[]? Raw { get; init; }
}
