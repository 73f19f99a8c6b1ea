using System.Text.Json;
using ChatSupport.Dialogs.Running;
using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Relay;
using ChatSupport.Storage.Encryption;

namespace ChatSupport.Escalation.Desk;

/// <summary>Writes what the desk keeps as sealed bytes, and reads it again.</summary>
internal sealed class DeskSeals(FieldCipher cipher)
{
    public byte[] Seal(DeskChat chat) => Seal(chat, new FieldPlace("desk_chats", "body", chat.Id));

    /// <exception cref="System.Security.Cryptography.CryptographicException">It was not sealed for this row.</exception>
    public DeskChat OpenChat(string id, byte[] stored) => Open<DeskChat>(stored, new FieldPlace("desk_chats", "body", id));

    public byte[] Seal(Educator educator) => Seal(educator, new FieldPlace("desk_educators", "body", educator.Id));

    /// <exception cref="System.Security.Cryptography.CryptographicException">It was not sealed for this row.</exception>
    public Educator OpenEducator(string id, byte[] stored) => Open<Educator>(stored, new FieldPlace("desk_educators", "body", id));

    public byte[] Seal(DeskLine line) => Seal(line, new FieldPlace("desk_lines", "body", line.Chat));

    /// <exception cref="System.Security.Cryptography.CryptographicException">It was not sealed for this chat.</exception>
    public DeskLine OpenLine(string chat, byte[] stored) => Open<DeskLine>(stored, new FieldPlace("desk_lines", "body", chat));

    private byte[] Seal<T>(T value, FieldPlace place) => cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(value, DialogJson.Options), place);

    private T Open<T>(byte[] stored, FieldPlace place) => JsonSerializer.Deserialize<T>(cipher.Open(stored, place), DialogJson.Options)!;
}
