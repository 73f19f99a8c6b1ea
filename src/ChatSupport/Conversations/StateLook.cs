using System.Security.Cryptography;
using System.Text.Json;
using ChatSupport.Storage;

namespace ChatSupport.Conversations;

/// <summary>Looks at how a conversation stands, for who brings something to it and must know whether it may still be shown.</summary>
internal sealed class StateLook(StoreReaders readers, TurnSeals seals)
{
    private const string ReadState = "SELECT state FROM conversations WHERE key = $1 AND version > 0";

    /// <summary>The state after its last turn; null where there is none, or it does not open.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be read now.</exception>
    public ConversationState? Of(string conversation)
    {
        try
        {
            return readers.Read(session => session[ReadState].All(row => (byte[])row.GetValue(0), conversation)) is [var state] ? seals.OpenState(conversation, state) : null;
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return null;
        }
    }
}
