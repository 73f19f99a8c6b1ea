using System.Text.Json.Nodes;
using ChatSupport.BotApi.People;

namespace ChatSupport.BotApi.Chats;

/// <summary>A chat that the bot knows or could know. Everything in it is read and written under <see cref="World.Gate"/>.</summary>
internal sealed class Chat(long id, ChatKind kind, Person? person, string? title)
{
    private TaskCompletionSource? changed;
    private int lastId;

    public long Id => id;

    public ChatKind Kind { get; } = kind;

    /// <summary>Whose private chat it is; null for others.</summary>
    public Person? Person { get; } = person;

    public Standing Standing { get; set; }

    /// <summary>The supergroup that this group became.</summary>
    public long? MovedTo { get; set; }

    public bool IsForum { get; init; }

    /// <summary>Messages that are there, by id; deleted ones are gone.</summary>
    public SortedDictionary<int, ChatMessage> Messages { get; } = [];

    public Dictionary<int, Topic> Topics { get; } = [];

    /// <summary>The reply keyboard that is up, if any.</summary>
    public JsonObject? Keyboard { get; set; }

    /// <summary>What the bot is shown to do (<c>typing</c>), and until when.</summary>
    public (string Action, DateTimeOffset Until)? Activity { get; set; }

    /// <summary>The bot's calls for this chat.</summary>
    public List<RecordedCall> History { get; } = [];

    public int NextId() => ++lastId;

    /// <summary>The next change of anything in this chat. Ask before looking at it.</summary>
    public Task NextChange() => (changed ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Wakes those who wait for a change.</summary>
    public void Changed()
    {
        changed?.SetResult();
        changed = null;
    }

    /// <summary>The <c>Chat</c> object as it stands inside messages.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["id"] = id, ["type"] = KindName };
        if (Person is not null)
        {
            json["first_name"] = Person.FirstName;
            if (Person.Username is not null)
                json["username"] = Person.Username;
            return json;
        }
        json["title"] = title;
        if (IsForum)
            json["is_forum"] = true;
        return json;
    }

    /// <summary>The kind in the words of the Bot API.</summary>
    public string KindName => Kind switch
    {
        ChatKind.Private => "private",
        ChatKind.Group => "group",
        ChatKind.Supergroup => "supergroup",
        _ => "channel",
    };
}
