using System.Text.Json.Nodes;
using ChatSupport.BotApi.Chats;
using ChatSupport.BotApi.Methods;

namespace ChatSupport.BotApi.People;

/// <summary>A person who talks to the bot in her private chat.</summary>
internal sealed partial class Worker(BotApiServer server, Chat chat, Person person) : ChatView(server, chat)
{
    /// <summary>Her user id, which is also the id of her private chat.</summary>
    public long Id => person.Id;

    internal Person Person => person;

    /// <summary>She writes a text; commands, mentions and links in it become entities.</summary>
    public ScreenMessage Sends(string text, int? topic = null) => SendsContent(Contents.Text(text), topic);

    /// <summary>She shares where she is.</summary>
    public ScreenMessage SharesLocation(double latitude, double longitude) => SendsContent(Contents.Location(latitude, longitude));

    /// <summary>She records a voice message.</summary>
    public ScreenMessage SendsVoice(byte[] bytes, int seconds = 2) =>
        SendsContent(new JsonObject { ["voice"] = FileContent.Voice(Keep("voice", ".oga", "audio/ogg", bytes), seconds) });

    public ScreenMessage SendsPhoto(byte[] bytes, string? caption = null) =>
        SendsContent(Contents.Captioned("photo", FileContent.Photo(Keep("photos", ".jpg", "image/jpeg", bytes)), caption));

    public ScreenMessage SendsVideo(byte[] bytes) =>
        SendsContent(new JsonObject { ["video"] = FileContent.Video(Keep("videos", ".mp4", "video/mp4", bytes), 3) });

    public ScreenMessage SendsDocument(byte[] bytes, string name) =>
        SendsContent(new JsonObject { ["document"] = FileContent.Document(Keep("documents", Path.GetExtension(name), "application/octet-stream", bytes), name) });

    public ScreenMessage SendsSticker(string emoji = "🙂") =>
        SendsContent(new JsonObject { ["sticker"] = FileContent.Sticker(Keep("stickers", ".webp", "image/webp", [1, 2, 3]), emoji) });

    public ScreenMessage SendsContact(string phoneNumber, string firstName) => SendsContent(Contents.Contact(phoneNumber, firstName));

    public ScreenMessage SendsPoll(string question, params string[] options) => SendsContent(Contents.Poll(question, options));

    /// <summary>She sends a message of any kind, in the fields of the <c>Message</c> object; also of a kind that does not exist yet.</summary>
    public ScreenMessage SendsContent(JsonObject content, int? topic = null)
    {
        lock (World.Gate)
        {
            if (Chat.Standing == Standing.Stranger)
                Chat.Standing = Standing.Member;
            var message = World.Put(Chat, new ChatMessage(Chat.NextId(), person, World.Now, content) { Topic = topic });
            if (Chat.Standing == Standing.Member)
                World.Updates.Add("message", message.ToJson(Chat), Chat.Id);
            return ScreenMessage.Of(Chat, message);
        }
    }

    /// <summary>She answers a message with another.</summary>
    public ScreenMessage Replies(ScreenMessage to, string text)
    {
        lock (World.Gate)
        {
            var message = World.Put(Chat, new ChatMessage(Chat.NextId(), person, World.Now, Contents.Text(text)) { Topic = to.Topic, Answers = Chat.Messages[to.Id] });
            World.Updates.Add("message", message.ToJson(Chat), Chat.Id);
            return ScreenMessage.Of(Chat, message);
        }
    }

    /// <summary>She deletes a topic of her private chat with everything in it; the bot hears nothing of it.</summary>
    public void DeletesTopic(int topic)
    {
        lock (World.Gate)
        {
            Chat.Topics.Remove(topic);
            foreach (var message in Chat.Messages.Values.Where(message => message.Topic == topic).ToList())
                Chat.Messages.Remove(message.Id);
            Chat.Changed();
        }
    }

    /// <summary>She changes the text of a message of hers.</summary>
    public ScreenMessage Edits(ScreenMessage message, string text)
    {
        lock (World.Gate)
        {
            var edited = Chat.Messages[message.Id];
            edited.Content = Contents.Text(text);
            edited.EditedAt = World.Now;
            Chat.Changed();
            World.Updates.Add("edited_message", edited.ToJson(Chat), Chat.Id);
            return ScreenMessage.Of(Chat, edited);
        }
    }

    /// <summary>She deletes a message for both; the bot hears nothing of it.</summary>
    public void Deletes(ScreenMessage message)
    {
        lock (World.Gate)
        {
            Chat.Messages.Remove(message.Id);
            Chat.Changed();
        }
    }

    /// <summary>She presses a button: the newest whose label or data is <paramref name="button"/>, else the newest whose label holds it.</summary>
    /// <param name="button">Label, data or part of a label.</param>
    /// <param name="on">Only on this message, also if its buttons have changed or it is gone (her app may show an old state).</param>
    /// <exception cref="InvalidOperationException">There is no such button; the text says which there are.</exception>
    public Press Presses(string button, ScreenMessage? on = null) => PressesAs(person, button, on);

    /// <summary>She makes a topic in her private chat with the bot.</summary>
    /// <returns>Its id.</returns>
    public int CreatesTopic(string name)
    {
        lock (World.Gate)
        {
            var topic = Topics.Make(World, Chat, person, name);
            World.Updates.Add("message", Chat.Messages[topic.Id].ToJson(Chat), Chat.Id);
            return topic.Id;
        }
    }

    /// <summary>She puts an emoji on a message; the bot hears of it only if it asked for <c>message_reaction</c>.</summary>
    public void Reacts(ScreenMessage message, string emoji)
    {
        lock (World.Gate)
            World.Updates.Add("message_reaction", Contents.Reaction(World, Chat, person, message.Id, emoji), Chat.Id);
    }

    private StoredFile Keep(string folder, string extension, string contentType, byte[] bytes)
    {
        lock (World.Gate)
            return World.Files.Keep(folder, extension, contentType, bytes);
    }
}
