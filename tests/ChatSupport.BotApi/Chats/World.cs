using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using ChatSupport.BotApi.Updates;
using ChatSupport.BotApi.Wire;

namespace ChatSupport.BotApi.Chats;

/// <summary>All that the server knows: the bot, chats, files, presses and updates. One gate guards it; nothing waits inside the gate.</summary>
internal sealed class World
{
    private readonly Dictionary<long, Chat> chats = [];

    public World(BotApiOptions options, TimeProvider time)
    {
        Options = options;
        Time = time;
        Bot = new BotProfile(long.Parse(options.Token.Split(':')[0], CultureInfo.InvariantCulture), options);
        Files = new StoredFiles(options.Seed);
        Updates = new UpdateQueue(this);
        Presses = new PressList(this);
    }

    /// <summary>Held for every look and every change.</summary>
    public Lock Gate { get; } = new();

    public BotApiOptions Options { get; }

    public TimeProvider Time { get; }

    public BotProfile Bot { get; }

    public StoredFiles Files { get; }

    public UpdateQueue Updates { get; }

    public WebhookSetting Webhook { get; } = new();

    public PressList Presses { get; }

    public DateTimeOffset Now => Time.GetUtcNow();

    public Chat Add(Chat chat)
    {
        chats.Add(chat.Id, chat);
        return chat;
    }

    public bool TryFind(long id, [NotNullWhen(true)] out Chat? chat) => chats.TryGetValue(id, out chat);

    /// <summary>The chat that a call names.</summary>
    /// <param name="call">The call.</param>
    /// <param name="access">What the call wants to do there.</param>
    /// <param name="argument">Which argument names it.</param>
    /// <exception cref="RefusedException">There is no such chat, or the bot may not do that there.</exception>
    public Chat Find(Call call, Access access, string argument = "chat_id")
    {
        if (string.IsNullOrWhiteSpace(call.Text(argument)))
            throw RefusedException.BadRequest($"{argument} is empty");
        if (call.Number(argument) is not { } id || !chats.TryGetValue(id, out var chat) || chat.Standing == Standing.Stranger)
            throw RefusedException.BadRequest("chat not found");
        AccessRules.Check(chat, access);
        return chat;
    }

    /// <summary>Puts a message into a chat.</summary>
    public static ChatMessage Put(Chat chat, ChatMessage message)
    {
        chat.Messages.Add(message.Id, message);
        chat.Changed();
        return message;
    }

    /// <summary>Puts a service message (a topic was made, the group moved) into a chat.</summary>
    public ChatMessage PutNote(Chat chat, Person? from, string field, JsonNode value, int? topic = null) =>
        Put(chat, new ChatMessage(chat.NextId(), from, Now, new JsonObject { [field] = value }) { Topic = topic });
}
