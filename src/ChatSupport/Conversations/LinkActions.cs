using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Conversations;

/// <summary>What content calls to let a worker go on in another channel.</summary>
/// <remarks>The first channel: <c>do: { action: link.code, into: code }</c> on the way to a screen with
/// <c>do: { action: link.offer, with: { code: "{{ code }}" } }</c>, which shows <c>{{ code }}</c> this once: after that it is known nowhere but in
/// her chat. The other channel: a question whose <c>do</c> is <see cref="Take"/> and whose <c>go</c> is the one kind answer to every code that
/// cannot be taken; a right one leads to her own place instead.</remarks>
internal static class LinkActions
{
    /// <summary>Makes a new code up: eight digits in two groups. It opens nothing before it is offered.</summary>
    public const string Draw = "link.code";

    /// <summary>Lets the code (<c>code</c>) stand for ten minutes; an earlier one of this conversation falls.</summary>
    public const string Offer = "link.offer";

    /// <summary>Goes on with the code (<c>code</c>) that she typed.</summary>
    public const string Take = "link.take";

    /// <summary>The dialog that offers codes: nobody's place to go on from.</summary>
    public const string Dialog = "link";

    public static IReadOnlyList<ActionSpec> All { get; } =
    [
        new(Draw, ActionKind.Query, [], VariableKind.Text),
        new(Offer, ActionKind.Effect, [new("code", Required: true)]),
        new(Take, ActionKind.Effect, [new("code", Required: true)]),
    ];
}
