using ChatSupport.Conversations.Insight;
using Microsoft.Extensions.Options;

namespace ChatSupport.Conversations;

/// <summary>The doorway of one conversation: one turn at a time, from the last committed state to the next.</summary>
internal sealed class ConversationGrain(
    TurnRunner turns, TurnStore store, LiveConversations live, FootstepCounts footsteps, IOptions<ConversationOptions> options, TimeProvider time, ConversationFigures figures,
    ILogger<ConversationGrain> log) : Grain, IConversationGrain
{
    private readonly FloodGuard flood = new(options.Value, time);
    private readonly RecentIds recent = new();
    private ConversationState? state;
    private LinkedListNode<IGrainContext>? place;

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (place is not null)
            live.Gone(place);
        return Task.CompletedTask;
    }

    public async Task<Receipt> Receive(Inbound inbound, CancellationToken cancel)
    {
        var began = time.GetTimestamp();
        var outcome = "unavailable";
        live.Used(place ??= new LinkedListNode<IGrainContext>(GrainContext));
        try
        {
            var receipt = await Take(inbound, cancel);
            outcome = receipt.ToString().ToLowerInvariant();
            return receipt;
        }
        finally
        {
            figures.Ended(outcome, time.GetElapsedTime(began));
        }
    }

    private async Task<Receipt> Take(Inbound inbound, CancellationToken cancel)
    {
        // Read at the first event instead of at the activation: a failure then reaches its caller as what it is.
        state ??= await Load(cancel);
        if (recent.Contains(inbound.Id))
            return Receipt.Repeated;
        try
        {
            if (inbound.Event is InboundEvent.Did or InboundEvent.Commanded or InboundEvent.Continued
                && flood.Take() is not FloodVerdict.Pass and var verdict && !turns.Leaves(state, inbound))
            {
                return await Refuse(inbound, verdict, cancel);
            }

            return await Commit(inbound, await turns.Run(state, inbound, cancel), cancel);
        }
        catch (StaleConversationException)
        {
            return await TakeAgain(inbound, cancel);
        }
    }

    private async Task<Receipt> TakeAgain(Inbound inbound, CancellationToken cancel)
    {
        log.Stale(inbound.Conversation);
        state = null;
        state = await Load(cancel);
        if (recent.Contains(inbound.Id))
            return Receipt.Repeated;
        try
        {
            return await Commit(inbound, await turns.Run(state, inbound, cancel), cancel);
        }
        catch (StaleConversationException e)
        {
            DeactivateOnIdle(); // somebody else holds this conversation
            throw new ConversationUnavailableException("Another turn of this conversation came first twice. Nothing changed; post it again.", e);
        }
    }

    private async Task<Receipt> Refuse(Inbound inbound, FloodVerdict verdict, CancellationToken cancel)
    {
        log.TooFast(inbound.Conversation, inbound.Id);
        if (verdict == FloodVerdict.Tell && turns.Calm(state!, inbound) is { } turn)
        {
            await Commit(inbound with { Id = $"{inbound.Id}/slow" }, turn, cancel); // an id of its own: the event itself may be sent again
            return Receipt.TooFast;
        }

        if (flood.Drop(inbound.MessageId))
            await store.Note(inbound, cancel);
        return Receipt.TooFast;
    }

    private async Task<Receipt> Commit(Inbound inbound, Turn turn, CancellationToken cancel)
    {
        var receipt = await store.Commit(inbound, flood.EraseDropped(turn), cancel);
        if (receipt == Receipt.Committed)
        {
            state = turn.Forgets ? ConversationState.New : turn.Next;
            footsteps.Count(inbound.Conversation, turn);
        }
        recent.Add(inbound.Id);
        return receipt;
    }

    private async Task<ConversationState> Load(CancellationToken cancel)
    {
        var stored = await store.Load(this.GetPrimaryKeyString(), cancel);
        recent.Replace(stored?.Recent ?? []);
        return stored?.State ?? ConversationState.New;
    }
}
