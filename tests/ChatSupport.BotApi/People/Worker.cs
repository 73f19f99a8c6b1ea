using System.Text.Json.Nodes;
using ChatSupport.BotApi.Chats;

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

    /// <summary>She presses a button: the newest whose label or data is <paramref name="button"/>, else the newest whose label holds it. A reply keyboard's button sends its label.</summary>
    /// <param name="button">Label, data or part of a label.</param>
    /// <param name="on">Only on this message, also if its buttons have changed or it is gone (her app may show an old state).</param>
    /// <exception cref="InvalidOperationException">There is no such button; the text says which there are.</exception>
    public Press Presses(string button, ScreenMessage? on = null)
    {
        lock (World.Gate)
        {
            var (message, found) = FindButton(button, on);
            var press = World.Presses.Add(Chat, message.Id);
            World.Updates.Add("callback_query", Contents.CallbackQuery(press, person, Chat, message.Id, found.Data!), Chat.Id);
            return press;
        }
    }

    private (ScreenMessage Message, ScreenButton Button) FindButton(string wanted, ScreenMessage? on)
    {
        var messages = on is null ? Screen.Reverse().ToList() : [on];
        var buttons = messages.SelectMany(message => message.Buttons.Where(one => one.Data is not null).Select(one => (message, one))).ToList();
        var exact = buttons.FindIndex(pair => pair.one.Label == wanted || pair.one.Data == wanted);
        var index = exact >= 0 ? exact : buttons.FindIndex(pair => pair.one.Label.Contains(wanted, StringComparison.Ordinal));
        return index >= 0
            ? buttons[index]
            : throw new InvalidOperationException($"There is no button '{wanted}' to press. There are: {string.Join(" ", buttons.Select(pair => $"[{pair.one.Label}]"))}");
    }

    private StoredFile Keep(string folder, string extension, string contentType, byte[] bytes)
    {
        lock (World.Gate)
            return World.Files.Keep(folder, extension, contentType, bytes);
    }
}
