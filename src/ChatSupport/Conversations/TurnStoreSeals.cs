using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChatSupport.Dialogs.Running;
using ChatSupport.Storage.Encryption;

namespace ChatSupport.Conversations;

/// <summary>Writes states, messages and addresses as sealed bytes, and reads them again.</summary>
internal sealed class TurnSeals(FieldCipher cipher)
{
    private static readonly JsonTypeInfo<ConversationState> State = (JsonTypeInfo<ConversationState>)DialogJson.Options.GetTypeInfo(typeof(ConversationState));
    private static readonly JsonTypeInfo<OutboundBody> Body = (JsonTypeInfo<OutboundBody>)DialogJson.Options.GetTypeInfo(typeof(OutboundBody));

    public byte[] SealState(string key, ConversationState state) =>
        cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(state, State), StatePlace(key));

    /// <exception cref="System.Security.Cryptography.CryptographicException">It was not sealed for this conversation.</exception>
    public ConversationState OpenState(string key, byte[] stored) =>
        JsonSerializer.Deserialize(cipher.Open(stored, StatePlace(key)), State)!;

    public byte[] SealBody(string key, long turn, int part, OutboundBody body) =>
        cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(body, Body), OutboxRow.Place(key, turn, part));

    /// <exception cref="System.Security.Cryptography.CryptographicException">It was not sealed for this row.</exception>
    public OutboundBody OpenBody(string key, long turn, int part, byte[] stored) =>
        JsonSerializer.Deserialize(cipher.Open(stored, OutboxRow.Place(key, turn, part)), Body)!;

    public byte[] SealAddress(string key, string address) => cipher.Seal(address, AddressPlace(key));

    /// <exception cref="System.Security.Cryptography.CryptographicException">It was not sealed for this conversation.</exception>
    public string OpenAddress(string key, byte[] stored) => cipher.OpenText(stored, AddressPlace(key));

    private static FieldPlace StatePlace(string key) => new("conversations", "state", key);

    private static FieldPlace AddressPlace(string key) => new("conversations", "address", key);
}
