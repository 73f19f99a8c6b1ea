using System.Buffers.Text;
using System.Security.Cryptography;
using ChatSupport.Storage.Encryption;

namespace ChatSupport.Channels.Telegram;

/// <summary>Hides Telegram's file ids: what a conversation keeps of a voice note or a photo says nothing without our keys, and nothing in another conversation.</summary>
internal sealed class FileReferences(FieldCipher cipher)
{
    /// <summary>The opaque key of a file.</summary>
    public string Seal(string conversation, string fileId) => Base64Url.EncodeToString(cipher.Seal(fileId, Place(conversation)));

    /// <summary>Telegram's id of the file again; null where the key is not one of this conversation.</summary>
    public string? Open(string conversation, string media)
    {
        try
        {
            return cipher.OpenText(Base64Url.DecodeFromChars(media), Place(conversation));
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return null;
        }
    }

    private static FieldPlace Place(string conversation) => new("telegram", "file", conversation);
}
