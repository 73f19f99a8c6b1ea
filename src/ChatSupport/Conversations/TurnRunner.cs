using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;
using Microsoft.Extensions.Options;

namespace ChatSupport.Conversations;

/// <summary>Takes one event of a conversation to its end. It reads, and changes nothing outside the turn it returns.</summary>
internal sealed class TurnRunner(
    Library library, ConsentTurn consent, DialogTurn dialogs, DecoyTurn decoy, NoticeTurn notices, DueTurn due, LeaveQuickly leaving, LinkTurn links, IEnumerable<ITurnPart> parts,
    IOptions<ConversationOptions> options, TimeProvider time, ConversationFigures figures, ILogger<TurnRunner> log)
{
    /// <summary>Runs the turn.</summary>
    /// <param name="state">The state as last committed.</param>
    /// <param name="inbound">What happened.</param>
    /// <param name="cancel">Ends the turn without a trace.</param>
    /// <returns>What is to be committed. A fault of ours becomes a turn as well: she is told, her place is unchanged.</returns>
    /// <exception cref="InvalidOperationException">No content is loaded.</exception>
    public async Task<Turn> Run(ConversationState state, Inbound inbound, CancellationToken cancel)
    {
        var interpreter = library.Current;
        var now = Now();
        var draft = new TurnDraft(state, inbound, interpreter, now, options.Value);
        try
        {
            await Take(draft, cancel);
            return Finish(draft);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception fault)
        {
            log.TurnFailed(inbound.Id, inbound.Conversation, fault.GetType().Name, FaultPlace.Of(fault));
            figures.Failed();
            return Apologise(new TurnDraft(state, inbound, interpreter, now, options.Value));
        }
    }

    /// <summary>The event is a wish to leave quickly, which no limit may stop.</summary>
    public bool Leaves(ConversationState state, Inbound inbound)
    {
        if (state.Lifecycle == LifecycleState.Decoy || Wish.Of(inbound.Event) is not { } input)
            return false;
        var interpreter = library.Current;
        return Wish.Is(Command.Leave, input, interpreter.Dialogs)
            || (input is Input.Button && state.Dialog is { } place
                && interpreter.Run(interpreter.Settle(place, out _), input, default).Effects.Any(effect => effect.Name == EngineActions.LeaveQuickly));
    }

    /// <summary>A turn that only asks her to slow down; null where nothing may be said.</summary>
    public Turn? Calm(ConversationState state, Inbound inbound)
    {
        if (state.Lifecycle is not (LifecycleState.Consent or LifecycleState.Dialog or LifecycleState.WaitingForPeer or LifecycleState.WithPeer or LifecycleState.AtDesk))
            return null;
        var draft = new TurnDraft(state, inbound, library.Current, Now(), options.Value);
        draft.Say(Phrase.TooFast);
        return draft.Finish();
    }

    /// <summary>Whole milliseconds, as the schedule keeps them: what is due exactly then is due, not a hair too early.</summary>
    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());

    private async Task Take(TurnDraft draft, CancellationToken cancel)
    {
        switch (draft.Inbound.Event)
        {
            case InboundEvent.Did or InboundEvent.Commanded:
            case InboundEvent.Continued when draft.State is { Peer: not null } or { Educator: not null } || draft.State.Dialog is { } place && ReportActions.TakesIn(place.Screen):
                await TakeHers(draft, Wish.Of(draft.Inbound.Event)!, cancel);
                break;
            case InboundEvent.Unreachable:
                Block(draft);
                break;
            case InboundEvent.Reachable:
                Unblock(draft);
                if (draft.State is { Decoy: not null, MovedAway: false })
                    await leaving.Leave(draft, cancel);
                await links.Empty(draft, cancel);
                break;
            case InboundEvent.Moved or InboundEvent.Continued:
                break; // the address or the message id is all that changes, and the store keeps it
            case InboundEvent.Ended:
                draft.Forget();
                break;
            case InboundEvent.Due { Kind: DueKind.WindowCloses }:
                await Hear(draft, new InboundEvent.News(SavingsActions.WindowCloses, ""), cancel);
                break;
            case InboundEvent.Due { Kind: var kind }:
                await due.Take(draft, kind, cancel);
                break;
            case InboundEvent.Notice { Screen: var screen }:
                NoticeTurn.Arrive(draft, screen);
                break;
            case InboundEvent.News news:
                await Hear(draft, news, cancel);
                break;
            case InboundEvent.Reacted:
                break; // only chats between two people carry signs, and their part looks at every turn's end
        }

        if (draft.State.Lifecycle == LifecycleState.New)
            draft.Forget(); // nobody began this conversation, so nothing of it is kept
    }

    private async Task Hear(TurnDraft draft, InboundEvent.News news, CancellationToken cancel)
    {
        foreach (var part in parts)
        {
            if (await part.Hear(draft, news, cancel))
                return;
        }
    }

    private Turn Finish(TurnDraft draft)
    {
        foreach (var part in parts)
            part.Finish(draft);
        return draft.Finish();
    }

    private async Task<bool> TakeByPart(TurnDraft draft, Input input, bool first, CancellationToken cancel)
    {
        foreach (var part in parts)
        {
            if (await (first ? part.TakeFirst(draft, input, cancel) : part.Take(draft, input, cancel)))
                return true;
        }
        return false;
    }

    private async Task TakeHers(TurnDraft draft, Input input, CancellationToken cancel)
    {
        Unblock(draft);
        if (draft.State.Lifecycle != LifecycleState.Decoy && !draft.State.MovedAway && await TakeByPart(draft, input, first: true, cancel))
        {
            draft.State = draft.State with { LastTurnAt = draft.Now };
            return;
        }
        var greeted = draft.State.Lifecycle is LifecycleState.New or LifecycleState.Erased;
        if (greeted)
            await consent.Greet(draft, cancel);
        if (draft.State.MovedAway)
            await links.Empty(draft, cancel); // she is faster than the schedule
        else if (Wish.Is(Command.Leave, input, draft.Interpreter.Dialogs))
            await leaving.Leave(draft, cancel);
        else if (!greeted)
            await TakeInPlace(draft, input, cancel);
        if (!draft.Forgets)
            draft.State = draft.State with { LastTurnAt = draft.Now };
        WatchSensitive(draft);
    }

    private async Task TakeInPlace(TurnDraft draft, Input input, CancellationToken cancel)
    {
        var place = draft.State.Dialog ?? throw new InvalidOperationException($"A conversation in {draft.State.Lifecycle} has no place.");
        if (draft.State.Lifecycle == LifecycleState.Decoy)
            await decoy.Take(draft, draft.State.Decoy!, input, cancel);
        else if (await links.TakeSecret(draft, place, input, cancel))
            return;
        else if (draft.State.Lifecycle == LifecycleState.Consent)
            await consent.Take(draft, draft.Interpreter.Settle(place, out _), input, cancel);
        else if (!await notices.Take(draft, place, input, cancel) && !await TakeByPart(draft, input, first: false, cancel))
            await dialogs.Take(draft, place, input, cancel);
    }

    private static void Block(TurnDraft draft)
    {
        if (draft.State.Lifecycle is not (LifecycleState.New or LifecycleState.Blocked or LifecycleState.Erased))
            draft.Fire(LifecycleEvent.Block);
    }

    private static void Unblock(TurnDraft draft)
    {
        if (draft.State.Lifecycle != LifecycleState.Blocked)
            return;
        draft.Fire(LifecycleEvent.Unblock);
        if (draft.State is { Notice: not null, Decoy: null })
            draft.Schedule(DueKind.Notice, draft.Now);
        if (draft.State.Decoy is not null)
            draft.EraseEverything(); // what was hidden while she was out of reach still stands in her chat
    }

    /// <summary>A sensitive screen may stand open for ten quiet minutes.</summary>
    private static void WatchSensitive(TurnDraft draft)
    {
        if (draft.Forgets || draft.State.Decoy is not null)
            return;
        var changed = draft.Before.Revision != draft.Interpreter.Dialogs.Fingerprint;
        if (draft.IsSensitive(draft.State.Dialog))
            draft.Schedule(DueKind.SensitiveExpiry, draft.Now + draft.Options.SensitiveExpiry);
        else if (draft.IsSensitive(draft.Before.Dialog) || (changed && draft.Before.Dialog is not null))
            draft.Schedule(DueKind.SensitiveExpiry, null);
    }

    /// <summary>Says that the fault is ours. Leaving works even then, and so does hiding what must not stand open: the chat is emptied and her place hidden.</summary>
    private Turn Apologise(TurnDraft draft)
    {
        var input = Wish.Of(draft.Inbound.Event);
        if (input is not null)
            Unblock(draft);
        if (draft.State.Lifecycle is LifecycleState.New or LifecycleState.Erased)
        {
            if (input is not null)
                draft.Say(Phrase.OurFault);
            draft.Forget();
        }
        else if (Wish.Is(Command.Leave, input, draft.Interpreter.Dialogs) || input is Input.Button { Id: LeaveQuickly.Button }
            || draft.Inbound.Event is InboundEvent.Due { Kind: DueKind.SensitiveExpiry or DueKind.LinkTaken or DueKind.WindowCloses })
        {
            LeaveQuickly.LeaveInTrouble(draft);
        }
        else if (input is not null && draft.State.Lifecycle != LifecycleState.Decoy)
        {
            draft.Say(Phrase.OurFault);
        }

        return Finish(draft);
    }
}
