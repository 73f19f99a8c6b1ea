using ChatSupport.Storage;

namespace ChatSupport.Conversations;

/// <summary>What a turn changes outside its conversation, committed with it. It decides within the transaction, on what holds there and then: nothing can
/// come between its look and its write.</summary>
/// <remarks>It may run twice, when the transaction that it shared is taken back: it keeps nothing in itself.</remarks>
internal abstract class TurnEffect
{
    /// <summary>Looks and writes. What it has to say to other conversations it hands to <paramref name="letters"/>.</summary>
    public abstract void Apply(StoreSession session, Letters letters);
}
