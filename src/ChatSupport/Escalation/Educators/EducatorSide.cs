using ChatSupport.Conversations;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Referrals;
using ChatSupport.Escalation.Relay;
using ChatSupport.Escalation.Workers;

namespace ChatSupport.Escalation.Educators;

/// <summary>An educator at work: she taps, types or speaks, and all of it is decided at the desk in the commit of her turn.</summary>
internal sealed class EducatorSide(DeskPens pens, EducatorButtons buttons, EducatorAsks asks, ReferralAsks referrals, LeaveQuickly leaving) : ITurnPart
{
    private const int LongestText = 3500;

    public async Task<bool> TakeFirst(TurnDraft draft, Input input, CancellationToken cancel)
    {
        if (input is Input.Text { Value: var typed } && Joining.SecretIn(typed) is { } secret)
        {
            Join(draft, secret);
            return true;
        }
        if (draft.State is not { Lifecycle: LifecycleState.AtDesk, Educator: { } id })
            return false;
        if (Wish.Is(Command.Leave, input, draft.Interpreter.Dialogs) || input is Input.Button { Id: LeaveQuickly.Button })
            await leaving.Leave(draft, cancel); // what was given to her goes to others with it
        else if (draft.Inbound.Event is InboundEvent.Commanded { Name: var name })
            Obey(draft, id, name);
        else if (input is Input.Button button)
            buttons.Press(draft, id, button.Id);
        else if (IsElsewhere(draft))
            SayElsewhere(draft, id, input);
        else if (referrals.Answer(draft, id, input))
            return true;
        else if (draft.State.AtDesk is { } note && input is Input.Text { Value: var answer })
            asks.Answer(draft, id, note, answer);
        else
            Say(draft, id, input);
        return true;
    }

    public Task<bool> Take(TurnDraft draft, Input input, CancellationToken cancel) => Task.FromResult(false);

    public async Task<bool> Hear(TurnDraft draft, InboundEvent.News news, CancellationToken cancel)
    {
        if (news.What != EducatorNews.Gone)
            return false;
        if (draft.State.Educator is null)
            return true;
        draft.State = draft.State with { Educator = null, AtDesk = null };
        if (draft.State.Lifecycle == LifecycleState.AtDesk)
        {
            draft.Fire(LifecycleEvent.EndDesk);
            await leaving.Leave(draft, cancel); // whoever holds the phone now sees nothing of it
        }
        return true;
    }

    public bool CarryOut(TurnDraft draft, Effect effect) => false;

    public void Finish(TurnDraft draft)
    {
        if (draft.Before.Educator is not { } id)
            return;
        var (before, now) = (draft.Before, draft.State);
        if (draft.Forgets)
            draft.Add(pens.Effect(id, Joining.LosePhone, mayFail: true));
        else if ((now.Decoy is not null && before.Decoy is null) || (now.Lifecycle == LifecycleState.Blocked && before.Lifecycle != LifecycleState.Blocked))
            draft.Add(pens.Effect(id, OnDuty.Lose, mayFail: true)); // whatever the desk makes of it, her phone is empty
        else if (now.Decoy is null && now.Lifecycle == LifecycleState.Dialog && now.Educator == id)
            ComeBack(draft, id);
        else if (draft.Inbound is { Event: InboundEvent.Reacted { Emoji: var emoji }, AnswersTo: { } message })
            draft.Add(pens.Effect(pen => Changes.React(pen, draft.Inbound.Conversation, message, emoji)));
    }

    private void ComeBack(TurnDraft draft, string id)
    {
        draft.Fire(LifecycleEvent.BeginDesk);
        Do(draft, id, (pen, educator) =>
        {
            OnDuty.Find(pen, educator);
            pen.Tell(pen.Educator(id), DeskLines.Menu(pen.Educator(id)!, pen.Now));
        });
    }

    private void Join(TurnDraft draft, string secret)
    {
        var language = draft.Language;
        var invited = pens.Read(pen => Joining.Invited(pen, secret));
        var busy = draft.State.Peer is not null && draft.State.Lifecycle is LifecycleState.WaitingForPeer or LifecycleState.WithPeer;
        if (invited is null || busy || draft.State.Decoy is not null)
        {
            draft.Add(new OutboundBody.Line { Text = (busy ? DeskWord.LinkBusy : DeskWord.LinkUsed).In(language) });
            if (draft.State.Lifecycle is LifecycleState.New or LifecycleState.Erased)
                draft.Forget(); // nothing is kept of who only tried
            return;
        }
        draft.TypedSecret = true;
        if (draft.State.Lifecycle is LifecycleState.New or LifecycleState.Erased)
            draft.Fire(LifecycleEvent.Greet);
        if (draft.State.Lifecycle == LifecycleState.Consent)
            draft.Fire(LifecycleEvent.Agree);
        if (draft.State.Lifecycle == LifecycleState.Dialog)
            draft.Fire(LifecycleEvent.BeginDesk);
        draft.State = draft.State with
        {
            Educator = invited.Id,
            ConsentedAt = draft.State.ConsentedAt ?? draft.Now,
            Dialog = draft.State.Dialog ?? draft.PlaceAt(ScreenId.Of("home"), language),
            AtDesk = null,
        };
        draft.Schedule(DueKind.ConsentExpiry, null);
        draft.Add(pens.Effect(pen => Joining.Join(pen, secret, draft.Inbound.Conversation, language)));
    }

    private void Obey(TurnDraft draft, string id, string name)
    {
        draft.State = draft.State with { AtDesk = null };
        Do(draft, id, (pen, educator) =>
        {
            if (name == "language")
                educator = pen.Save(educator with { Language = educator.Language == "km" ? "en" : "km" });
            pen.Tell(educator, DeskLines.Menu(educator, pen.Now));
        });
    }

    private void Say(TurnDraft draft, string id, Input input)
    {
        var inbound = draft.Inbound;
        switch (input)
        {
            case Input.Edited { Value: { } text } when inbound.MessageId is { } source:
                Do(draft, id, (pen, educator) => Edit(pen, educator, source, text));
                return;
            case Input.Text { Value.Length: > LongestText }:
                Do(draft, id, (pen, educator) => pen.Tell(educator, DeskLines.Say(educator, DeskWord.TooLong, null)));
                return;
            case Input.Unreadable { Kind: "contact" }:
                Do(draft, id, (pen, educator) => pen.Tell(educator, DeskLines.Say(educator, DeskWord.ContactHeld, null)));
                return;
            case Input.Unreadable or Input.Edited:
                Do(draft, id, (pen, educator) => pen.Tell(educator, DeskLines.Say(educator, DeskWord.Unreadable, null)));
                return;
        }
        if (WorkerSaid.Of(input, inbound, draft.Language) is { } said)
        {
            Do(draft, id, (pen, educator) =>
            {
                foreach (var part in said.Parts())
                    Addressing.Take(pen, educator, part, inbound.Thread, inbound.AnswersTo);
            });
        }
    }

    private static void Edit(DeskPen pen, Educator educator, string source, string text)
    {
        if (pen.Lines.Copy(educator.Conversation!, source) is { } copy && pen.Chat(copy.Chat) is { } chat && Relaying.MayWrite(chat, educator))
            Changes.Edit(pen, chat, LineFrom.Helper, source, text);
    }

    /// <summary>She was asked for something about one chat and writes into another: it belongs there.</summary>
    private bool IsElsewhere(TurnDraft draft)
    {
        if (draft.State.AtDesk?.Chat is not { } about)
            return false;
        return pens.Read(pen =>
        {
            var here = draft.Inbound.Thread ?? (draft.Inbound.AnswersTo is { } message ? pen.Lines.Copy(draft.Inbound.Conversation, message)?.Chat : null);
            return here is not null && here != about && here != pen.Referrals.Find(about)?.Chat;
        });
    }

    private void SayElsewhere(TurnDraft draft, string id, Input input)
    {
        draft.State = draft.State with { AtDesk = null };
        Say(draft, id, input);
    }

    private void Do(TurnDraft draft, string id, Action<DeskPen, Educator> act) => draft.Add(pens.Effect(id, act));
}
