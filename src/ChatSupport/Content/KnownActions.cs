using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Content;

/// <summary>Every action that content may name: those of the engine, and those of the features.</summary>
internal static class KnownActions
{
    /// <summary>She asks for a person (<c>topic</c>: what it is about).</summary>
    public const string PeerRequest = "peer.request";

    public static IReadOnlyList<ActionSpec> All { get; } =
    [
        .. EngineActions.All,
        new(PeerRequest, ActionKind.Effect, [new("topic", Required: false)], Lands: ScreenId.Of("person")),
        new("services.nearby", ActionKind.Query, [new("need", Required: true), new("near", Required: false)], VariableKind.List),
        new("places.find", ActionKind.Query, [new("near", Required: true)], VariableKind.Fields),
        new("hotlines.list", ActionKind.Query, [new("need", Required: false)], VariableKind.List),
    ];
}
