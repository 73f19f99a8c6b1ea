using System.Security.Cryptography;
using System.Text;

namespace ChatSupport.Conversations.Insight;

/// <summary>Names workers for counting: a keyed hash, so that who holds the database alone cannot say whose conversation it is.</summary>
/// <param name="lookupKey">32 bytes, kept outside the database.</param>
internal sealed class Workers(byte[] lookupKey)
{
    private const int Bytes = 16;

    /// <summary>The name of who talks in a conversation.</summary>
    public string Of(string conversation) => Hash($"insight worker\n{conversation}");

    /// <summary>A word on a screen, in a form that nobody can turn back.</summary>
    public string HashOf(string screen, string word) => Hash($"insight word\n{screen}\n{word}");

    private string Hash(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(lookupKey, Encoding.UTF8.GetBytes(text)).AsSpan(0, Bytes));
}
