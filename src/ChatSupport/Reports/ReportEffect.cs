using ChatSupport.Conversations;
using ChatSupport.Storage;

namespace ChatSupport.Reports;

/// <summary>What a turn changes of reports.</summary>
/// <param name="act">Runs in the transaction of the turn, perhaps twice.</param>
internal sealed class ReportEffect(Action<StoreSession, Letters> act) : TurnEffect
{
    public ReportEffect(Action<StoreSession> act)
        : this((session, _) => act(session))
    {
    }

    public override void Apply(StoreSession session, Letters letters) => act(session, letters);
}
