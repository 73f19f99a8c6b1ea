using System.Text.Json;
using ChatSupport.Dialogs.Running;
using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Referrals;
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

    public byte[] Seal(Referral referral) => Seal(referral, new FieldPlace("desk_referrals", "body", referral.Id));

    /// <exception cref="System.Security.Cryptography.CryptographicException">It was not sealed for this row.</exception>
    public Referral OpenReferral(string id, byte[] stored) => Open<Referral>(stored, new FieldPlace("desk_referrals", "body", id));

    /// <summary>A voice note or picture.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="bytes">All of it.</param>
    public byte[] SealFile(string key, byte[] bytes) => cipher.Seal(bytes, new FieldPlace("desk_files", "body", key));

    /// <exception cref="System.Security.Cryptography.CryptographicException">It was not sealed for this row.</exception>
    public byte[] OpenFile(string key, byte[] stored) => cipher.Open(stored, new FieldPlace("desk_files", "body", key));

    private byte[] Seal<T>(T value, FieldPlace place) => cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(value, DialogJson.Options), place);

    private T Open<T>(byte[] stored, FieldPlace place) => JsonSerializer.Deserialize<T>(cipher.Open(stored, place), DialogJson.Options)!;
}
