using System.Reflection;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Escalation.Referrals;
using ChatSupport.Savings.Meetings;

namespace ChatSupport.Tests.Conversations;

public sealed class EveryKindHasAFact
{
    [Fact]
    public void A_new_state_event_due_kind_or_engine_action_needs_a_fact_that_names_it()
    {
        object[] kinds =
        [
            .. Enum.GetValues<LifecycleState>().Cast<object>(),
            .. Enum.GetValues<DueKind>().Cast<object>(),
            .. typeof(InboundEvent).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(InboundEvent))),
            .. typeof(Input).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(Input))),
            .. EngineActions.All.Select(action => action.Name),
            .. LinkActions.All.Select(action => action.Name),
            .. ReferralActions.All.Select(action => action.Name),
            .. MeetingActions.All.Select(action => action.Name),
            .. Enum.GetValues<MeetingState>().Cast<object>(),
            .. Enum.GetValues<MeetingEvent>().Cast<object>(),
            .. SavingsActions.All.Select(action => action.Name),
            .. ReportActions.All.Select(action => action.Name),
            .. Enum.GetValues<ReferralState>().Cast<object>(),
            .. Enum.GetValues<ReferralEvent>().Cast<object>(),
        ];

        var covered = typeof(EveryKindHasAFact).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods().Cast<MemberInfo>().Append(type))
            .SelectMany(member => member.GetCustomAttributes<CoversAttribute>())
            .Select(covers => covers.What)
            .ToHashSet();

        Assert.All(kinds, kind => Assert.Contains(kind, covered));
    }
}
