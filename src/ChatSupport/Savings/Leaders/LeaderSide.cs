using ChatSupport.Conversations;
using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;
using ChatSupport.Savings.Meetings;
using ChatSupport.Storage;

namespace ChatSupport.Savings.Leaders;

/// <summary>A leader in her conversation: she joins by a link, and what she asks for is done with the commit of her turn. Everything she sees is a dialog; one who also answers
/// at the desk opens it with its words, and is at the desk again once she leaves it.</summary>
internal sealed class LeaderSide(MeetingPens pens, StoreReaders readers, DialogWalk walk, Func<DialogTurn> dialogs) : ITurnPart
{
    private static readonly ScreenId start = ScreenId.Of(MeetingActions.Dialog);

    public async Task<bool> TakeFirst(TurnDraft draft, Input input, CancellationToken cancel)
    {
        if (input is Input.Text { Value: var typed } && LeaderRoll.SecretIn(typed) is { } secret)
        {
            await Join(draft, secret, cancel);
            return true;
        }
        if (draft.State is not { Lifecycle: LifecycleState.AtDesk, Dialog: { } place })
            return false;
        if (place.Screen.Dialog == MeetingActions.Dialog)
            return await GoOn(draft, place, input, cancel);
        if (input is not Input.Text { Value: var words } || !Opens(draft, words) || !pens.Read(draft.Inbound.Conversation, pen => pen is not null))
            return false;
        await Land(draft, await walk.Open(draft, place, start, null, cancel));
        return true;
    }

    public Task<bool> Take(TurnDraft draft, Input input, CancellationToken cancel) => Task.FromResult(false);

    public Task<bool> Hear(TurnDraft draft, InboundEvent.News news, CancellationToken cancel) => Task.FromResult(false);

    public bool CarryOut(TurnDraft draft, Effect effect)
    {
        if (!MeetingActions.IsOne(effect))
            return false;
        if (draft.Promised is { } promised) // else nobody could say what came of it: the screen says so, and it is not done
            draft.Add(pens.Effect(draft.Inbound.Conversation, effect, draft.Inbound.Id, promised));
        return true;
    }

    public void Finish(TurnDraft draft)
    {
        if (draft.Forgets && draft.Before.ConsentedAt is not null)
            draft.Add(new Unlink(draft.Inbound.Conversation));
        else if (draft.Link is LinkChange.Take { Link.Conversation: var from })
            draft.Add(new Move(from, draft.Inbound.Conversation));
    }

    /// <summary>Whether words open the dialog of leaders.</summary>
    private static bool Opens(TurnDraft draft, string words)
    {
        var key = StrictKey.Of(words.TrimStart('/'));
        return key.Length > 0 && draft.Interpreter.Dialogs.Dialogs.GetValueOrDefault(MeetingActions.Dialog) is { } dialog
            && dialog.Keywords.Words.Values.Any(list => list.Any(word => StrictKey.Of(word.Text) == key));
    }

    /// <summary>She is at the desk, and in the middle of a meeting: what does not belong to a chat of the desk belongs to it.</summary>
    private async Task<bool> GoOn(TurnDraft draft, DialogState place, Input input, CancellationToken cancel)
    {
        var ofTheDesk = draft.Inbound is { Event: InboundEvent.Commanded } or { Thread: not null } or { AnswersTo: not null }
            || input is not (Input.Text or Input.Button) || input is Input.Button { Id: var id } && id.StartsWith("d-", StringComparison.Ordinal)
            || Wish.Is(Command.Leave, input, draft.Interpreter.Dialogs) || input is Input.Button { Id: LeaveQuickly.Button };
        if (!ofTheDesk)
        {
            await dialogs().Take(draft, place, input, cancel);
            return true;
        }
        if (draft.Inbound.Event is InboundEvent.Commanded)
            draft.State = draft.State with { Dialog = draft.PlaceAt(ScreenId.Of("home"), place.Language) };
        return false;
    }

    private async Task Join(TurnDraft draft, string secret, CancellationToken cancel)
    {
        var hash = LeaderRoll.HashOf(secret);
        var seat = readers.Read(session => LeaderRows.Invited(session, hash, draft.Now));
        if (seat is null || draft.State.Decoy is not null)
        {
            draft.Add(new OutboundBody.Line { Text = LinkUsed(draft.Language) });
            if (draft.State.Lifecycle is LifecycleState.New or LifecycleState.Erased)
                draft.Forget(); // nothing is kept of who only tried
            return;
        }
        draft.TypedSecret = true;
        if (draft.State.Lifecycle is LifecycleState.New or LifecycleState.Erased)
            draft.Fire(LifecycleEvent.Greet);
        if (draft.State.Lifecycle == LifecycleState.Consent)
            draft.Fire(LifecycleEvent.Agree);
        draft.State = draft.State with { ConsentedAt = draft.State.ConsentedAt ?? draft.Now };
        draft.Schedule(DueKind.ConsentExpiry, null);
        draft.Schedule(DueKind.PlaceExpiry, draft.Now + draft.Options.PlaceExpiry);
        draft.Add(new Link(hash, draft.Inbound.Conversation, draft.Now));
        var place = draft.State.Dialog ?? draft.PlaceAt(ScreenId.Of("home"), draft.Language);
        await Land(draft, await walk.Open(draft, place, new ScreenId(MeetingActions.Dialog, "welcome"), null, cancel));
    }

    private static Task Land(TurnDraft draft, Step step)
    {
        draft.State = draft.State with { Dialog = step.State };
        draft.Landed = step;
        draft.Show(step, asNew: true);
        return Task.CompletedTask;
    }

    // The one text that is no screen: who reads it is nobody's leader, and may be a stranger.
    private static string LinkUsed(string language) =>
        language == "km" ? "តំណនេះប្រើហើយ ឬហួសម៉ោងហើយ។ សូមសុំថ្មី។" : "This link was used, or its time is over. Please ask for a new one.";

    /// <summary>She leads from this conversation from now on.</summary>
    private sealed class Link(string hash, string conversation, DateTimeOffset now) : TurnEffect
    {
        /// <exception cref="StaleConversationException">Somebody was faster with the same link.</exception>
        public override void Apply(StoreSession session, Letters letters)
        {
            if (LeaderRows.Invited(session, hash, now) is not { } seat)
                throw new StaleConversationException("The link was used since the turn began.");
            LeaderRows.Unlink(session, conversation); // one conversation leads one group
            LeaderRows.Write(session, seat with { Conversation = conversation, LinkHash = null, LinkUntil = null });
        }
    }

    /// <summary>Her conversation goes on here: the phone that she no longer looks at leads nothing.</summary>
    private sealed class Move(string from, string to) : TurnEffect
    {
        public override void Apply(StoreSession session, Letters letters)
        {
            if (LeaderRows.Of(session, from) is not { } seat)
                return;
            LeaderRows.Unlink(session, from);
            LeaderRows.Unlink(session, to);
            LeaderRows.Write(session, seat with { Conversation = to });
        }
    }

    /// <summary>She was erased: the seat stays, for the money that was in her hands, and no phone is linked to it.</summary>
    private sealed class Unlink(string conversation) : TurnEffect
    {
        public override void Apply(StoreSession session, Letters letters) => LeaderRows.Unlink(session, conversation);
    }
}
