using System.Security.Cryptography;
using System.Text;

namespace ChatSupport.Content.Translations;

/// <summary>What a text was when it was exported. The list of all of them goes with the file, so that its way back shows what was lost, what
/// was mixed up, and what changed meanwhile on which side.</summary>
/// <param name="Id">The text.</param>
/// <param name="Source">Mark of the source.</param>
/// <param name="Target">Mark of the translation.</param>
internal sealed record Exported(string Id, string Source, string Target)
{
    private const string Nothing = "-";
    private const int Bytes = 8;

    public static Exported Of(TranslationRow row) => new(row.Id, MarkOf(row.Source), MarkOf(row.Target));

    /// <summary>A short hash; line ends do not matter, because every program has its own.</summary>
    public static string MarkOf(string text)
    {
        if (text.Length == 0)
            return Nothing;

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(Lines(text)), hash);
        return Convert.ToHexStringLower(hash[..Bytes]);
    }

    /// <summary>A text with <c>\n</c> as its only line end.</summary>
    public static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
