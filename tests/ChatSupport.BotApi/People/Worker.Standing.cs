using ChatSupport.BotApi.Chats;

namespace ChatSupport.BotApi.People;

/// <summary>She opens and closes the way to her.</summary>
internal sealed partial class Worker
{
    /// <summary>She blocks the bot, which is told so.</summary>
    public void BlocksBot() => Becomes(Standing.Blocked, "member", "kicked");

    /// <summary>She unblocks the bot, which is told so.</summary>
    public void UnblocksBot() => Becomes(Standing.Member, "kicked", "member");

    /// <summary>Her account is gone; the bot is told nothing.</summary>
    public void Deactivates()
    {
        lock (World.Gate)
        {
            Chat.Standing = Standing.Deactivated;
            Chat.Changed();
        }
    }

    private void Becomes(Standing standing, string before, string after)
    {
        lock (World.Gate)
        {
            Chat.Standing = standing;
            Chat.Changed();
            World.Updates.Add("my_chat_member", Contents.Membership(World, Chat, person, before, after), Chat.Id);
        }
    }
}
