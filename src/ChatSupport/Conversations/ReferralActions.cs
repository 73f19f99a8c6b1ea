using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Conversations;

/// <summary>What content can ask where something about her would be told to somebody outside.</summary>
internal static class ReferralActions
{
    /// <summary>What she is asked now: a list of one or none (<c>id</c>: only where it is still exactly that question).</summary>
    public const string Asked = "referral.asked";

    /// <summary>What she allowed and did not take back: a list.</summary>
    public const string Allowed = "referral.allowed";

    /// <summary>What was decided without her, and she is told of: a list.</summary>
    public const string Decided = "referral.decided";

    /// <summary>Her answer to exactly this question (<c>id</c>; <c>answer</c>: <c>yes</c> or <c>no</c>).</summary>
    public const string Answer = "referral.answer";

    /// <summary>She takes back what she allowed (<c>id</c>).</summary>
    public const string Revoke = "referral.revoke";

    /// <summary>She hears her helper read it aloud (<c>id</c>).</summary>
    public const string Hear = "referral.hear";

    /// <summary>The screens of the dialog <c>referral</c> that the desk opens.</summary>
    public static ScreenId Screen(string name) => new("referral", name);

    public static IReadOnlyList<ActionSpec> All { get; } =
    [
        new(Asked, ActionKind.Query, [new("id", false)], VariableKind.List),
        new(Allowed, ActionKind.Query, [], VariableKind.List),
        new(Decided, ActionKind.Query, [], VariableKind.List),
        new(Answer, ActionKind.Effect, [new("id", true), new("answer", true)]) { Opens = [Screen("ask"), Screen("told")] },
        new(Revoke, ActionKind.Effect, [new("id", true)]),
        new(Hear, ActionKind.Effect, [new("id", true)]),
    ];

    /// <summary>What stands there where content is only tried, or played by a talk: nobody is asked anything, and an author sees what it would look like.</summary>
    /// <returns>Null where it is none of these.</returns>
    public static Value? Sample(ActionCall call, string language) => call.Name is Asked or Allowed or Decided
        ? new Value.List([Value.Fields.Of(
            ("id", new Value.Text("sample.1")),
            ("to", new Value.Text(language == "km" ? "គំរូ – គ្លីនិក" : "A sample clinic")),
            ("text", new Value.Text(language == "km" ? "នាងចង់ជួបគ្រូពេទ្យ។" : "She would like to see a doctor.")),
            ("until", new Value.Text(language == "km" ? "១/១២ ២០:០០" : "1/12 20:00")),
            ("voice", new Value.Text("yes")),
            ("told", new Value.Text("no")),
            ("ground", new Value.Text("life")))])
        : null;
}
