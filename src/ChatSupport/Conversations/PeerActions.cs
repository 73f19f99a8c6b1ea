using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Conversations;

/// <summary>What content can ask of the desk.</summary>
internal static class PeerActions
{
    /// <summary>She asks for a person (<c>topic</c>, <c>danger</c>, <c>dying</c>, <c>minor</c>: <c>yes</c>, <c>no</c> or nothing; <c>again</c>: <c>yes</c> for the helper she had).</summary>
    public const string Request = "peer.request";

    /// <summary>She ends the chat.</summary>
    public const string Stop = "peer.stop";

    /// <summary>She is in danger now.</summary>
    public const string Danger = "peer.danger";

    /// <summary>Somebody is in danger now: everybody who can help is called, and she stays where she is.</summary>
    public const string Call = "peer.call";

    /// <summary>She would like another helper; no reason is asked.</summary>
    public const string Another = "peer.another";

    /// <summary>Whether it is safe to talk now (<c>answer</c>: <c>yes</c> or <c>no</c>).</summary>
    public const string Safe = "peer.safe";

    /// <summary>She is still there.</summary>
    public const string Here = "peer.here";

    /// <summary>Whether what she was asked about should go (<c>answer</c>: <c>yes</c> or <c>no</c>).</summary>
    public const string Send = "peer.send";

    /// <summary>She takes her last message back.</summary>
    public const string TakeBack = "peer.takeback";

    /// <summary>Her helper does not treat her well: a supervisor hears of it, and another is asked.</summary>
    public const string Misuse = "peer.misuse";

    /// <summary>How it was (<c>mark</c>: 1 heard, 2 a little, 3 not).</summary>
    public const string Rate = "peer.rate";

    /// <summary>When she may be written to once she put her phone away (<c>hours</c>: <c>any</c>, <c>none</c>, or hours of her day such as <c>13-18</c>).</summary>
    public const string Hours = "peer.hours";

    /// <summary>Where she works (<c>area</c>: a district or commune): no helper is asked who may know her there.</summary>
    public const string Area = "peer.area";

    /// <summary>How the desk and her chat stand: fields that texts can name.</summary>
    public const string Now = "peer.now";

    /// <summary>The screens of the dialog <c>person</c> that the desk opens.</summary>
    public static ScreenId Screen(string name) => new("person", name);

    /// <summary>Whether what she writes or sends on this screen goes to a person.</summary>
    public static bool TakesLines(ScreenId screen) => screen.Dialog == "person"
        && screen.Screen is "waiting" or "kept" or "joined" or "with" or "left" or "another" or "misuse" or "danger-now" or "called" or "held" or "refused" or "check-in" or "closing";

    public static IReadOnlyList<ActionSpec> All { get; } =
    [
        new(Request, ActionKind.Effect,
            [new("topic", false), new("area", false), new("danger", false), new("dying", false), new("minor", false), new("again", false)], Lands: Screen("waiting"))
        {
            Opens =
            [
                Screen("joined"), Screen("left"), Screen("kept"), Screen("closing"), Screen("check-in"), Screen("safe"), Screen("held"), Screen("refused"),
                Screen("ask-send"), Screen("too-late"), Screen("danger-now"), Screen("offer"),
            ],
        },
        new(Stop, ActionKind.Effect, [], Lands: Screen("closing")),
        new(Danger, ActionKind.Effect, [], Lands: Screen("danger-now")),
        new(Call, ActionKind.Effect, []),
        new(Another, ActionKind.Effect, [], Lands: Screen("another")),
        new(Safe, ActionKind.Effect, [new("answer", true)]),
        new(Here, ActionKind.Effect, []),
        new(Send, ActionKind.Effect, [new("answer", true)]),
        new(TakeBack, ActionKind.Effect, []),
        new(Misuse, ActionKind.Effect, [], Lands: Screen("misuse")),
        new(Rate, ActionKind.Effect, [new("mark", true)]),
        new(Hours, ActionKind.Effect, [new("hours", true)]),
        new(Area, ActionKind.Effect, [new("area", true)]),
        new(Now, ActionKind.Query, [new("danger", false), new("dying", false)], VariableKind.Fields),
    ];

    /// <summary>What stands there where content is only tried, or played by a talk: somebody can be called, and nothing more is known.</summary>
    /// <returns>Null where it is none of these.</returns>
    public static Value? Sample(ActionCall call) => call.Name == Now ? Value.Fields.Of(("called", new Value.Text("yes"))) : null;
}
