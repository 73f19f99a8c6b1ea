namespace ChatSupport.Dialogs.Model;

/// <summary>The file <c>phrases.yaml</c>: what the engine says between screens, and the words it always understands.</summary>
/// <param name="Said">Texts by <see cref="Phrase"/>.</param>
/// <param name="Words">Words by <see cref="Command"/>.</param>
public sealed record Phrases(IReadOnlyDictionary<Phrase, Texts> Said, IReadOnlyDictionary<Command, Keywords> Words)
{
    /// <summary>The phrase in a language, with the fallback of <see cref="Texts.In"/>.</summary>
    public string In(Phrase phrase, string language) => Said.TryGetValue(phrase, out var texts) ? texts.In(language) : "";
}

/// <summary>A small text of the engine. In the file: the name in kebab case (<c>old-button</c>).</summary>
public enum Phrase
{
    /// <summary>Button: one step back.</summary>
    Back,

    /// <summary>Button: first screen.</summary>
    Home,

    /// <summary>Button: a human being.</summary>
    Person,

    /// <summary>Button: hide everything now.</summary>
    Leave,

    /// <summary>Button: hear this screen.</summary>
    Listen,

    /// <summary>Said above the screen when an old button was pressed.</summary>
    OldButton,

    /// <summary>Said above the screen when hers is gone from the content.</summary>
    Moved,

    /// <summary>First miss: nothing matched what she typed.</summary>
    NotUnderstood,

    /// <summary>Second miss, or an uncertain match: choose from these.</summary>
    DidYouMean,

    /// <summary>Second miss without any search result.</summary>
    NothingFound,

    /// <summary>The kind of message cannot be read (sticker, video).</summary>
    CannotRead,

    /// <summary>A voice note arrived where no voice is asked for.</summary>
    VoiceNotHere,

    /// <summary>A photo arrived where no photo is asked for.</summary>
    PhotoNotHere,

    /// <summary>A typed text is longer than the limit.</summary>
    TooLong,

    /// <summary>Too many messages in a short time.</summary>
    TooFast,

    /// <summary>Written in a group: please write to me alone.</summary>
    GroupOnly,

    /// <summary>She edited an old message: it is not read again.</summary>
    EditedNotRead,

    /// <summary>Back after more than 72 hours.</summary>
    WelcomeBack,

    /// <summary>Said above her place when it came from another chat.</summary>
    WentOn,

    /// <summary>Neutral line for everything that arrives unasked; harmless to a stranger.</summary>
    Notice,

    /// <summary>Button under the neutral line.</summary>
    OpenNotice,

    /// <summary>Asks for her PIN or word before a notice is opened.</summary>
    AskPin,

    /// <summary>A PIN or word did not fit.</summary>
    WrongPin,

    /// <summary>Something failed on our side; nothing is lost, try again.</summary>
    OurFault,

    /// <summary>What the app's list of commands says of <c>/menu</c>. Like all words of that list: harmless to a stranger.</summary>
    CommandMenu,

    /// <summary>The same of <c>/language</c>.</summary>
    CommandLanguage,

    /// <summary>The same of <c>/help</c>.</summary>
    CommandHelp,

    /// <summary>The same of <c>/x</c>: not a word that says why anybody would leave quickly.</summary>
    CommandClose,

    /// <summary>The same of <c>/forget</c>.</summary>
    CommandForget,
}

/// <summary>What a typed word or slash command can mean everywhere. In the file: the name in kebab case.</summary>
public enum Command
{
    /// <summary>Leave quickly: wipe and show the decoy. Also <c>/x</c>.</summary>
    Leave,

    /// <summary>One step back.</summary>
    Back,

    /// <summary>The first screen. Also <c>/start</c>, <c>/menu</c>.</summary>
    Home,

    /// <summary>A human being. Also <c>/person</c>.</summary>
    Person,

    /// <summary>Erase me. Also <c>/forget</c>.</summary>
    Forget,

    /// <summary>Change the language. Also <c>/language</c>.</summary>
    Language,

    /// <summary>What can I do here. Also <c>/help</c>.</summary>
    Help,

    /// <summary>Come back from the decoy, where she chose no word or PIN of her own.</summary>
    Return,

    /// <summary>End the chat with a person. Heard only in such a chat: in the dialogs its words are words like any other.</summary>
    Stop,

    /// <summary>I am in danger now. Heard only in the chat with a person: in the dialogs its words are words like any other, so that a dialog may have
    /// them among its keywords.</summary>
    Danger,
}
