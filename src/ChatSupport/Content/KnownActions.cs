using ChatSupport.Conversations;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Content;

/// <summary>Every action that content may name: those of the engine, and those of the features.</summary>
internal static class KnownActions
{
    public static IReadOnlyList<ActionSpec> All { get; } =
    [
        .. EngineActions.All,
        .. LinkActions.All,
        .. PeerActions.All,
        .. ReferralActions.All,
        .. MeetingActions.All,
        .. SavingsActions.All,
        .. ReportActions.All,
        new("services.nearby", ActionKind.Query, [new("need", Required: true), new("near", Required: false)], VariableKind.List),
        new("places.find", ActionKind.Query, [new("near", Required: true)], VariableKind.Fields),
        new("hotlines.list", ActionKind.Query, [new("need", Required: false)], VariableKind.List),
    ];
}
