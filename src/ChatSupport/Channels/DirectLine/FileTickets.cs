using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ChatSupport.Storage.Encryption;

namespace ChatSupport.Channels.DirectLine;

/// <summary>Tickets that stand in the address of a file, because pictures and players of a page cannot send a token: each good for one file, for ten minutes.</summary>
internal sealed class FileTickets(KeyRing ring, TimeProvider time)
{
    private static readonly TimeSpan life = TimeSpan.FromMinutes(10);

    private readonly byte[] key = HKDF.DeriveKey(HashAlgorithmName.SHA256, ring.LookupKey, 32, info: "chatsupport direct line file 1"u8.ToArray());

    /// <summary>A ticket for a file.</summary>
    /// <param name="conversation">Opaque key of the conversation.</param>
    /// <param name="file">Which file of it: <c>files/KEY</c> or <c>recordings/NUMBER</c>.</param>
    public string Issue(string conversation, string file)
    {
        var until = (time.GetUtcNow() + life).ToUnixTimeSeconds();
        return $"{until}.{Base64Url.EncodeToString(Sign(conversation, file, until))}";
    }

    /// <summary>The ticket is ours, for this file, and not too old.</summary>
    public bool IsGood(string conversation, string file, string? ticket)
    {
        if (ticket is not { Length: < 80 } || ticket.Split('.') is not [var seconds, var signature] || !long.TryParse(seconds, out var until))
            return false;
        return Base64Url.IsValid(signature) && until > time.GetUtcNow().ToUnixTimeSeconds()
            && CryptographicOperations.FixedTimeEquals(Sign(conversation, file, until), Base64Url.DecodeFromChars(signature));
    }

    private byte[] Sign(string conversation, string file, long until) =>
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{conversation}\n{file}\n{until}"));
}
