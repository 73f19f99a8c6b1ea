using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ChatSupport.Dialogs.Khmer;

namespace ChatSupport.EndToEnd.Leaks;

/// <summary>How a secret can stand in a file without being seen at once.</summary>
internal static class Disguises
{
    /// <summary>No form has fewer bytes: those stand anywhere by chance.</summary>
    public const int Shortest = 6;

    /// <summary>Every form, with its name.</summary>
    public static IEnumerable<(string Form, byte[] Bytes)> Of(Secret secret) => All(secret).Where(form => form.Bytes.Length >= Shortest);

    private static IEnumerable<(string Form, byte[] Bytes)> All(Secret secret)
    {
        var texts = Texts(secret.Text).Where(text => text.Text.Length > 0).DistinctBy(text => text.Text).ToList();
        foreach (var (form, text) in texts)
        {
            foreach (var (encoding, bytes) in Encoded(text))
                yield return ($"{form}, {encoding}", bytes);
        }
        if (secret.Raw is { } raw)
        {
            yield return ("as it is", raw);
            yield return ("hexadecimal", Encoding.ASCII.GetBytes(Convert.ToHexString(raw)));
            yield return ("hexadecimal in lower case", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(raw)));
            yield return ("base64", Inside(raw, 0, Convert.ToBase64String));
            yield break;
        }
        foreach (var (form, bytes) in Digests(Encoding.UTF8.GetBytes(secret.Text)).Concat(Binary(secret)))
            yield return (form, bytes);
    }

    /// <summary>The same words written in another way.</summary>
    private static IEnumerable<(string Form, string Text)> Texts(string text)
    {
        yield return ("as it is", text);
        yield return ("in lower case", text.ToLowerInvariant());
        yield return ("in upper case", text.ToUpperInvariant());
        yield return ("in canonical order", CanonicalOrder.Of(text));
        yield return ("as strict key", StrictKey.Of(text));
        yield return ("as loose key", LooseKey.Of(text));
        yield return ("composed", text.Normalize(NormalizationForm.FormC));
        yield return ("decomposed", text.Normalize(NormalizationForm.FormKD));
        yield return ("in Khmer digits", Digits.ToKhmer(text));
        yield return ("in Arabic digits", Digits.ToArabic(text));
        yield return ("percent-encoded", Uri.EscapeDataString(text));
        yield return ("percent-encoded in lower case", Uri.EscapeDataString(text).ToLowerInvariant());
        yield return ("as JSON", JsonSerializer.Serialize(text, json)[1..^1]);
        yield return ("as JSON in lower case", JsonSerializer.Serialize(text, json)[1..^1].ToLowerInvariant());
        yield return ("as HTML", HtmlEncoder.Default.Encode(text));
        yield return ("as decimal entities", string.Concat(text.Select(letter => string.Create(CultureInfo.InvariantCulture, $"&#{(int)letter};"))));
        yield return ("backwards", new string([.. text.Reverse()]));
    }

    private static readonly JsonSerializerOptions json = new() { Encoder = JavaScriptEncoder.Default };

    private static IEnumerable<(string Encoding, byte[] Bytes)> Encoded(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        yield return ("UTF-8", utf8);
        yield return ("UTF-16", Encoding.Unicode.GetBytes(text));
        yield return ("UTF-16 of the other order", Encoding.BigEndianUnicode.GetBytes(text));
        yield return ("hexadecimal", Encoding.ASCII.GetBytes(Convert.ToHexString(utf8)));
        yield return ("hexadecimal in lower case", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(utf8)));
        foreach (var (name, bytes) in new[] { ("base64", utf8), ("base64 of UTF-16", Encoding.Unicode.GetBytes(text)) })
        {
            for (var shift = 0; shift < 3; shift++)
            {
                yield return ($"{name}, {shift} bytes shifted", Inside(bytes, shift, Convert.ToBase64String));
                yield return ($"{name}url, {shift} bytes shifted", Inside(bytes, shift, whole => Base64Url.EncodeToString(whole)));
            }
        }
    }

    /// <summary>The letters that depend on these bytes alone, whatever stands before and after them.</summary>
    private static byte[] Inside(byte[] bytes, int shift, Func<byte[], string> encode)
    {
        var first = shift == 0 ? 0 : 4;
        var last = (bytes.Length + shift) / 3 * 4;
        return Encoding.ASCII.GetBytes(encode([.. new byte[shift], .. bytes])[first..last]);
    }

    /// <summary>A digest without a key is no secret: who has the file tries all numbers.</summary>
    private static IEnumerable<(string Form, byte[] Bytes)> Digests(byte[] bytes)
    {
#pragma warning disable CA5350, CA5351 // searched for, not used
        foreach (var (name, digest) in new[] { ("SHA-256", SHA256.HashData(bytes)), ("SHA-512", SHA512.HashData(bytes)), ("SHA-1", SHA1.HashData(bytes)), ("MD5", MD5.HashData(bytes)) })
#pragma warning restore CA5350, CA5351
        {
            var beginning = digest[..12]; // cut ones as well
            yield return (name, beginning);
            yield return ($"{name}, hexadecimal", Encoding.ASCII.GetBytes(Convert.ToHexString(beginning)));
            yield return ($"{name}, hexadecimal in lower case", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(beginning)));
            yield return ($"{name}, base64", Encoding.ASCII.GetBytes(Convert.ToBase64String(beginning)));
            yield return ($"{name}, base64url", Encoding.ASCII.GetBytes(Base64Url.EncodeToString(beginning)));
        }
    }

    /// <summary>Numbers as SQLite and others keep them.</summary>
    private static IEnumerable<(string Form, byte[] Bytes)> Binary(Secret secret)
    {
        var bytes = new byte[8];
        if (secret.Degrees is { } degrees)
        {
            BinaryPrimitives.WriteDoubleBigEndian(bytes, degrees);
            yield return ("a floating number", bytes.ToArray());
            BinaryPrimitives.WriteDoubleLittleEndian(bytes, degrees);
            yield return ("a floating number of the other order", bytes.ToArray());
        }
        else if (secret.Text.Length == 12 && long.TryParse(secret.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            BinaryPrimitives.WriteInt64BigEndian(bytes, number);
            yield return ("a whole number", bytes[2..]); // SQLite takes six bytes for it
            BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
            yield return ("a whole number of the other order", bytes[..6]);
        }
    }
}
