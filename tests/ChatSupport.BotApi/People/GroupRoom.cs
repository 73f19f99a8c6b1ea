using System.Text.Json.Nodes;
using ChatSupport.BotApi.Chats;
using ChatSupport.BotApi.Methods;

namespace ChatSupport.BotApi.People;

/// <summary>A group or supergroup that the bot is in. The bot hears what is addressed to it, or all if its owner allowed so.</summary>
internal sealed class GroupRoom(BotApiServer server, Chat chat) : ChatView(server, chat)
{
    /// <summary>A member writes.</summary>
    /// <param name="member">Who.</param>
    /// <param name="text">What.</param>
    /// <param name="topic">In which topic.</param>
    /// <param name="answers">Which message she answers.</param>
    public ScreenMessage Says(Worker member, string text, int? topic = null, ScreenMessage? answers = null) =>
        Posts(member, Contents.Text(text), topic, answers);

    /// <summary>A member sends a message of any kind, in the fields of the <c>Message</c> object.</summary>
    public ScreenMessage Posts(Worker member, JsonObject content, int? topic = null, ScreenMessage? answers = null)
    {
        lock (World.Gate)
        {
            var message = World.Put(Chat, new ChatMessage(Chat.NextId(), member.Person, World.Now, content)
            {
                Topic = topic,
                Answers = answers is null ? null : Chat.Messages.GetValueOrDefault(answers.Id),
            });
            if (Chat.Standing == Standing.Member && (World.Options.ReadsAllGroupMessages || IsAddressed(message)))
                World.Updates.Add("message", message.ToJson(Chat), Chat.Id);
            return ScreenMessage.Of(Chat, message);
        }
    }

    /// <summary>A member presses a button, found as in <see cref="Worker.Presses"/>.</summary>
    public Press Presses(Worker member, string button, ScreenMessage? on = null) => PressesAs(member.Person, button, on);

    /// <summary>A member makes a topic.</summary>
    /// <returns>Its id.</returns>
    public int CreatesTopic(Worker member, string name)
    {
        lock (World.Gate)
        {
            var topic = Topics.Make(World, Chat, member.Person, name);
            World.Updates.Add("message", Chat.Messages[topic.Id].ToJson(Chat), Chat.Id);
            return topic.Id;
        }
    }

    /// <summary>A member brings the bot in; it is told by a membership update and a service message.</summary>
    public void AddsBot(Worker member)
    {
        lock (World.Gate)
        {
            Becomes(member.Person, Standing.Member, "left", "member");
            var note = World.PutNote(Chat, member.Person, "new_chat_members", new JsonArray(World.Bot.Person.ToJson()));
            World.Updates.Add("message", note.ToJson(Chat), Chat.Id);
        }
    }

    /// <summary>A member throws the bot out.</summary>
    public void KicksBot(Worker member) => Becomes(member.Person, Standing.Kicked, "member", "kicked");

    /// <summary>The group becomes a supergroup with a new id; both chats say so in a service message.</summary>
    public GroupRoom BecomesSupergroup(Worker member)
    {
        lock (World.Gate)
        {
            var next = Server.MakeGroup("Moved group", ChatKind.Supergroup, isForum: false);
            Chat.MovedTo = next.Id;
            var left = World.PutNote(Chat, member.Person, "migrate_to_chat_id", next.Id);
            var arrived = World.PutNote(next, member.Person, "migrate_from_chat_id", Chat.Id);
            World.Updates.Add("message", left.ToJson(Chat), Chat.Id);
            World.Updates.Add("message", arrived.ToJson(next), next.Id);
            return new GroupRoom(Server, next);
        }
    }

    private bool IsAddressed(ChatMessage message)
    {
        var text = message.Content["text"]?.ToString() ?? "";
        return !message.Content.ContainsKey("text")
            ? !MessageKinds.IsOfAPerson(message.Content) || AnswersBot(message)
            : text.StartsWith('/') || text.Contains("@" + World.Bot.Person.Username, StringComparison.OrdinalIgnoreCase) || AnswersBot(message);
    }

    private static bool AnswersBot(ChatMessage message) => message.Answers?.From is { IsBot: true };

    private void Becomes(Person by, Standing standing, string before, string after)
    {
        lock (World.Gate)
        {
            Chat.Standing = standing;
            Chat.Changed();
            World.Updates.Add("my_chat_member", Contents.Membership(World, Chat, by, before, after), Chat.Id);
        }
    }
}
