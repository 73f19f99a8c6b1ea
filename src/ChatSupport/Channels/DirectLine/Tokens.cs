using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatSupport.Storage.Encryption;
using Microsoft.Extensions.Options;

namespace ChatSupport.Channels.DirectLine;

/// <summary>Makes and reads tokens. They look like JSON web tokens, because clients look for the user in them; what they say is believed only under our signature.</summary>
internal sealed class Tokens(KeyRing ring, IOptions<DirectLineOptions> options, TimeProvider time)
{
    private const int Longest = 2048;

    private static readonly string header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);

    private readonly byte[] key = HKDF.DeriveKey(HashAlgorithmName.SHA256, ring.LookupKey, 32, info: "chatsupport direct line token 1"u8.ToArray());

    /// <summary>How long a token is good for.</summary>
    public TimeSpan Life => options.Value.TokenLife;

    /// <summary>A token for one conversation.</summary>
    public string Issue(string conversation, string? user, string site)
    {
        var now = time.GetUtcNow();
        var claims = new TokenClaims(conversation, user, site, now.ToUnixTimeSeconds(), (now + Life).ToUnixTimeSeconds());
        var signed = $"{header}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims, Wire.Options))}";
        return $"{signed}.{Base64Url.EncodeToString(Sign(signed))}";
    }

    /// <summary>What a token says.</summary>
    /// <param name="token">What the client sent.</param>
    /// <param name="expired">True where it was one of ours and is too old.</param>
    /// <returns>Null where it is not ours or too old.</returns>
    public TokenClaims? Read(string token, out bool expired)
    {
        expired = false;
        if (token.Length > Longest || token.Split('.') is not [var head, var payload, var signature] || head != header)
            return null;
        try
        {
            if (!CryptographicOperations.FixedTimeEquals(Sign($"{head}.{payload}"), Base64Url.DecodeFromChars(signature)))
                return null;
            var claims = JsonSerializer.Deserialize<TokenClaims>(Base64Url.DecodeFromChars(payload), Wire.Options)!;
            expired = claims.Until <= time.GetUtcNow();
            return expired ? null : claims;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }

    private byte[] Sign(string text) => HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(text));
}

/// <summary>What a token says.</summary>
/// <param name="Conv">The conversation it is good for.</param>
/// <param name="User">The user's id; null where the client chooses it.</param>
/// <param name="Site">The site it was made for.</param>
/// <param name="Iat">When it was made, in seconds since 1970.</param>
/// <param name="Exp">Until when it is good.</param>
internal sealed record TokenClaims(string Conv, string? User, string Site, long Iat, long Exp)
{
    [JsonIgnore]
    public DateTimeOffset Until => DateTimeOffset.FromUnixTimeSeconds(Exp);
}
