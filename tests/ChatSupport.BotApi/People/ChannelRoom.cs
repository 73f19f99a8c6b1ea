using ChatSupport.BotApi.Chats;

namespace ChatSupport.BotApi.People;

/// <summary>A channel that the bot is in: posts have no author.</summary>
internal sealed class ChannelRoom(BotApiServer server, Chat chat) : ChatView(server, chat)
{
    public ScreenMessage Posts(string text)
    {
        lock (World.Gate)
        {
            var post = World.Put(Chat, new ChatMessage(Chat.NextId(), null, World.Now, Contents.Text(text)));
            World.Updates.Add("channel_post", post.ToJson(Chat), Chat.Id);
            return ScreenMessage.Of(Chat, post);
        }
    }

    public ScreenMessage Edits(ScreenMessage message, string text)
    {
        lock (World.Gate)
        {
            var post = Chat.Messages[message.Id];
            post.Content = Contents.Text(text);
            post.EditedAt = World.Now;
            Chat.Changed();
            World.Updates.Add("edited_channel_post", post.ToJson(Chat), Chat.Id);
            return ScreenMessage.Of(Chat, post);
        }
    }
}
