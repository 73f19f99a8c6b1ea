using System.Security.Cryptography;
using System.Text;

namespace ChatSupport.Conversations;

/// <summary>Makes the opaque key of a conversation from a channel's address: a keyed hash, so that a key says nothing about a chat id.</summary>
/// <param name="lookupKey">32 bytes, kept outside the database.</param>
internal sealed class ConversationKeys(byte[] lookupKey)
{
    /// <summary>The key: channel, colon, 32 hexadecimal digits.</summary>
    /// <param name="channel">Short name of the channel: <c>tg</c>.</param>
    /// <param name="bot">Opaque name of the bot within the channel; the same chat with two bots is two conversations.</param>
    /// <param name="address">The channel's address: a chat id.</param>
    public string For(string channel, string bot, string address)
    {
        var hash = HMACSHA256.HashData(lookupKey, Encoding.UTF8.GetBytes($"{channel}\n{bot}\n{address}"));
        return $"{channel}:{Convert.ToHexStringLower(hash.AsSpan(0, 16))}";
    }
}
