using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Running.Talks;

/// <summary>A conversation test as staff wrote it: what a worker does, and what must follow.</summary>
/// <param name="Name">What the talk shows, in a sentence.</param>
/// <param name="Language">Her language tag when it begins.</param>
/// <param name="Channel">The channel she talks through (<c>tg</c>, <c>web</c>, <c>term</c>); null where the talk does not say.</param>
/// <param name="Starts">The screen that is open when it begins.</param>
/// <param name="Now">Day and time where she is (Phnom Penh); null for noon of the day on which it is played.</param>
/// <param name="Lines">What happens, in order.</param>
/// <param name="Mark">Where the talk begins.</param>
public sealed record Talk(string Name, string Language, string? Channel, ScreenId Starts, DateTime? Now, IReadOnlyList<TalkLine> Lines, Mark Mark);

/// <summary>One line of a talk: she does something, or something is expected of all that followed her last line.</summary>
/// <param name="Mark">Where its value begins.</param>
public abstract record TalkLine(Mark Mark)
{
    /// <summary>She does something (<c>she: …</c>, <c>she shares: …</c>, <c>she sends: …</c>).</summary>
    /// <param name="Input">What she does.</param>
    /// <param name="Mark">Where its value begins.</param>
    public sealed record Does(Input Input, Mark Mark) : TalkLine(Mark);

    /// <summary>She presses a button of any menu that she saw in this talk (<c>she presses: …</c>); the latest with that label.</summary>
    /// <param name="Label">The whole label.</param>
    /// <param name="Mark">Where its value begins.</param>
    public sealed record Presses(string Label, Mark Mark) : TalkLine(Mark);

    /// <summary>She stands there now (<c>screen: …</c>).</summary>
    /// <param name="Screen">The screen.</param>
    /// <param name="Mark">Where its value begins.</param>
    public sealed record IsOn(ScreenId Screen, Mark Mark) : TalkLine(Mark);

    /// <summary>The bot said it (<c>says: …</c>), or it must not have (<c>never says: …</c>). Runs of blanks and line ends count as one
    /// blank; zero-width characters and the order in which Khmer signs were typed do not count.</summary>
    /// <param name="Text">A part of what was said.</param>
    /// <param name="Never">It must not be there; then capitals do not count either.</param>
    /// <param name="Mark">Where its value begins.</param>
    public sealed record Says(string Text, bool Never, Mark Mark) : TalkLine(Mark);

    /// <summary>A variable has a value (<c>variable: need = health</c>).</summary>
    /// <param name="Name">The variable.</param>
    /// <param name="Value">Its value as text; empty for a variable that is absent or empty.</param>
    /// <param name="Mark">Where its value begins.</param>
    public sealed record Keeps(string Name, string Value, Mark Mark) : TalkLine(Mark);

    /// <summary>The last line caused an effect (<c>effect: peer.request topic=rights</c>).</summary>
    /// <param name="Action">The action.</param>
    /// <param name="With">Arguments that it must have; others may be there too.</param>
    /// <param name="Mark">Where its value begins.</param>
    public sealed record Causes(string Action, IReadOnlyDictionary<string, string> With, Mark Mark) : TalkLine(Mark);

    /// <summary>Whether the last line was not understood (<c>missed: yes</c>).</summary>
    /// <param name="Expected">Not understood.</param>
    /// <param name="Mark">Where its value begins.</param>
    public sealed record Missed(bool Expected, Mark Mark) : TalkLine(Mark);
}
