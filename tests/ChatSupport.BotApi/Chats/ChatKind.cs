namespace ChatSupport.BotApi.Chats;

/// <summary>The types of chats.</summary>
internal enum ChatKind
{
    Private,
    Group,
    Supergroup,
    Channel,
}

/// <summary>What the bot may do in a chat.</summary>
internal enum Standing
{
    /// <summary>It may write.</summary>
    Member,

    /// <summary>The person never wrote to it, or the chat is not known to it.</summary>
    Stranger,

    /// <summary>The person blocked it.</summary>
    Blocked,

    /// <summary>The person's account is gone.</summary>
    Deactivated,

    /// <summary>It was removed from the group or channel.</summary>
    Kicked,

    /// <summary>It left the group or channel itself.</summary>
    Left,
}
