using ChatSupport.Conversations;
using ChatSupport.Storage;

namespace ChatSupport.Savings.Seats;

/// <summary>Something about a seat that is committed with a turn.</summary>
/// <param name="act">Runs in the transaction of the turn.</param>
internal sealed class SeatEffect(Action<StoreSession> act) : TurnEffect
{
    public override void Apply(StoreSession session, Letters letters) => act(session);
}
