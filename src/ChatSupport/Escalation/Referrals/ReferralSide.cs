using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Relay;

namespace ChatSupport.Escalation.Referrals;

/// <summary>A worker is asked whether something may be told about her, answers, and takes back what she allowed.</summary>
internal sealed class ReferralSide(DeskPens pens, DialogWalk walk) : ITurnPart
{
    public Task<bool> TakeFirst(TurnDraft draft, Input input, CancellationToken cancel) => Task.FromResult(false);

    public Task<bool> Take(TurnDraft draft, Input input, CancellationToken cancel) => Task.FromResult(false);

    public async Task<bool> Hear(TurnDraft draft, InboundEvent.News news, CancellationToken cancel)
    {
        if (news.What is not (ReferralNews.Asked or ReferralNews.Told))
            return false;
        var isAsked = news.What == ReferralNews.Asked;
        if (draft.State.Dialog is not { } place || pens.Read(pen => pen.Chat(news.About)) is not { } chat || chat.Worker != draft.Inbound.Conversation
            || chat is { IsOpen: true, Reach: Reach.AskSafe or Reach.NotSafe or Reach.Elsewhere }) // it is shown once she says that it is safe
        {
            return true;
        }
        if (!isAsked)
            draft.Add(pens.Effect(pen => Referring.Hears(pen, chat.Id)));
        var screen = ReferralActions.Screen(isAsked ? "ask" : "told");
        if (draft.State.Notice == screen.ToString())
            return true; // it waits for her tap already
        if (!IsHere(draft, chat))
        {
            NoticeTurn.Arrive(draft, screen.ToString()); // others may hold the phone by now
            return true;
        }
        if (isAsked && pens.Read(pen => ReferralQuery.Asked(pen, chat.Worker)) is { } asked)
            Play(draft, asked);
        var step = await walk.Open(draft, draft.Interpreter.Settle(place, out _), screen, null, cancel);
        draft.State = draft.State with { Dialog = step.State };
        draft.Show(step, asNew: true);
        return true;
    }

    public bool CarryOut(TurnDraft draft, Effect effect)
    {
        var (worker, key) = (draft.Inbound.Conversation, effect.With.GetValueOrDefault("id") ?? "");
        if (effect.Name is ReferralActions.Answer or ReferralActions.Revoke or ReferralActions.Hear && NoticeTurn.IsLocked(draft.State))
            return true; // whoever holds the phone has to know her PIN or word first
        switch (effect.Name)
        {
            case ReferralActions.Answer:
                var isYes = effect.With.GetValueOrDefault("answer") == "yes";
                draft.Add(pens.Effect(pen => Referring.Answer(pen, worker, key, isYes)));
                return true;
            case ReferralActions.Revoke:
                draft.Add(pens.Effect(pen => Referring.Revoke(pen, worker, key)));
                return true;
            case ReferralActions.Hear:
                if (pens.Read(pen => ReferralQuery.Asked(pen, worker)) is { } asked && asked.Key == key)
                    Play(draft, asked);
                return true;
            default:
                return false;
        }
    }

    public void Finish(TurnDraft draft)
    {
    }

    private static bool IsHere(TurnDraft draft, DeskChat chat) => chat.Reach == Reach.Open && draft.State.LastTurnAt is { } last && draft.Now - last <= draft.Options.InChatFor
        && draft.State is { Lifecycle: LifecycleState.Dialog or LifecycleState.WaitingForPeer or LifecycleState.WithPeer, Dialog: { } place } && !ReportActions.TakesIn(place.Screen);

    private void Play(TurnDraft draft, Referral one)
    {
        if (one.Voice is not null)
            draft.Add(new OutboundBody.Line { Text = pens.Read(pen => pen.Educator(one.By))?.Alias.In(draft.Language) ?? "", Media = one.Voice, Ticket = Deliveries.TicketOfReferral(one.Chat) });
    }
}
