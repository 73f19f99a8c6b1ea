using ChatSupport.Dialogs.Running;

namespace ChatSupport.Channels.Terminal;

/// <summary>What is seen of the talk: a screen for people, or a plain transcript.</summary>
internal interface ITerminalView
{
    /// <summary>She did something.</summary>
    /// <param name="id">Number of her message.</param>
    /// <param name="line">The line as she gave it.</param>
    void She(string id, string line);

    /// <summary>The bot shows a reply.</summary>
    void Show(string id, Reply reply);

    /// <summary>The bot says a line.</summary>
    void Say(string id, string text);

    /// <summary>Messages are taken out of the chat.</summary>
    /// <param name="ids">Their numbers.</param>
    /// <param name="everything">She left: nothing that was on the screen may be found any more.</param>
    void Erase(IReadOnlyCollection<string> ids, bool everything);

    /// <summary>The program itself has something to say to who sits here.</summary>
    void Note(string text);
}
