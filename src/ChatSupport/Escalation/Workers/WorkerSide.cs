using ChatSupport.Conversations;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Risk;
using ChatSupport.Dialogs.Running;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Relay;

namespace ChatSupport.Escalation.Workers;

/// <summary>A worker who waits for a person, or talks with one. Leaving quickly, stopping and danger stay live; buttons lead through the dialogs as ever;
/// everything else she does goes to the person.</summary>
internal sealed class WorkerSide(DeskPens pens, DialogWalk walk, FindArea? areas = null) : ITurnPart
{
    private const int LongestText = 3500;
    private const int MostOffered = 1; // danger, and high
    private static readonly TimeSpan riskLasts = TimeSpan.FromHours(1);

    private static readonly Dictionary<string, string> screens = new(StringComparer.Ordinal)
    {
        [WorkerNews.Joined] = "joined",
        [WorkerNews.HelperLeft] = "left",
        [WorkerNews.Closing] = "closing",
        [WorkerNews.CheckIn] = "check-in",
        [WorkerNews.AskSafe] = "safe",
        [WorkerNews.Held] = "held",
        [WorkerNews.Refused] = "refused",
        [WorkerNews.AskSend] = "ask-send",
        [WorkerNews.TooLate] = "too-late",
    };

    public Task<bool> TakeFirst(TurnDraft draft, Input input, CancellationToken cancel) => Task.FromResult(false);

    public async Task<bool> Take(TurnDraft draft, Input input, CancellationToken cancel)
    {
        var risk = WorkerSaid.Words(input) is { } typed && draft.Inbound.Event is InboundEvent.Did or InboundEvent.Continued ? draft.Interpreter.Dialogs.RiskWords.Find(typed) : [];
        if (draft.State.Peer is null || Sync(draft) is not { } chat)
            return risk.Count > 0 && await Offer(draft, input, risk.Min(hit => hit.Level), cancel);
        if (Wish.Is(Command.Stop, input, draft.Interpreter.Dialogs))
            return await Open(draft, "closing", pen => Asking.Stop(pen, chat.Id), cancel);
        if (Wish.Is(Command.Danger, input, draft.Interpreter.Dialogs))
            return await Open(draft, "danger-now", pen => Asking.Danger(pen, chat.Id), cancel);
        if (input is Input.Button || draft.Inbound.Event is InboundEvent.Commanded)
            return false;
        return await Relay(draft, chat, input, risk, cancel);
    }

    /// <summary>Her words, in a menu, say that she may need a person: one is offered. Nobody is called without her, and where the dialogs know the words
    /// as a crisis, or wait for an answer, theirs is what she sees.</summary>
    private async Task<bool> Offer(TurnDraft draft, Input input, int level, CancellationToken cancel)
    {
        if (draft.State is not { Lifecycle: LifecycleState.Dialog, Dialog: { } place })
            return false;
        if (draft.State.Risk is not { } before || before.Level >= level || draft.Now - before.At > riskLasts)
            draft.State = draft.State with { Risk = new RiskHeard(level, draft.Now) };
        if (level > MostOffered || draft.Interpreter.Dialogs.Find(place.Screen)?.Ask is not null || place.Screen.Dialog == "person"
            || await walk.RunUrgent(draft, place, input, cancel) is not null)
        {
            return false;
        }
        return await Open(draft, "offer", null, cancel);
    }

    public async Task<bool> Hear(TurnDraft draft, InboundEvent.News news, CancellationToken cancel)
    {
        if (draft.State.Peer != news.About)
            return screens.ContainsKey(news.What) || news.What == WorkerNews.Closed; // an older chat of hers: nothing to show
        var stands = Sync(draft);
        if (draft.State.Lifecycle is LifecycleState.Decoy or LifecycleState.Blocked || draft.State.Dialog is not { } place)
            return true; // what is so is looked up when she is back
        if (stands is null && news.What is not (WorkerNews.Closing or WorkerNews.TooLate))
            return true;
        if (!screens.TryGetValue(news.What, out var screen) || place.Screen == PeerActions.Screen(screen))
            return true;
        var isAway = draft.State.LastTurnAt is not { } last || draft.Now - last > draft.Options.InChatFor;
        if (isAway || news.What is WorkerNews.CheckIn or WorkerNews.AskSafe || ReportActions.TakesIn(place.Screen)) // her next answer must not become a line to somebody
            NoticeTurn.Arrive(draft, PeerActions.Screen(screen).ToString()); // others may hold the phone by now
        else
            await Open(draft, screen, null, cancel);
        return true;
    }

    public bool CarryOut(TurnDraft draft, Effect effect)
    {
        if (effect.Name == PeerActions.Request)
        {
            Ask(draft, effect);
            return true;
        }
        if (effect.Name == PeerActions.Call)
        {
            Call(draft);
            return true;
        }
        if (effect.Name == PeerActions.Hours)
        {
            if (effect.With.GetValueOrDefault("hours") is { } hours && SafeHours.IsKnown(hours))
                draft.State = draft.State with { PeerHours = hours };
            return true;
        }
        var area = effect.Name == PeerActions.Area ? AreaOf(draft, effect) : null;
        Action<DeskPen, string>? act = effect.Name switch
        {
            PeerActions.Stop => Asking.Stop,
            PeerActions.Danger => Asking.Danger,
            PeerActions.Another => Asking.Another,
            PeerActions.Here => Asking.Here,
            PeerActions.Misuse => Asking.Misuse,
            PeerActions.Safe => (pen, id) => Reaching.AnswerSafe(pen, id, IsYes(effect, "answer")),
            PeerActions.Send => (pen, id) => Confirm(pen, id, IsYes(effect, "answer")),
            PeerActions.TakeBack => (pen, id) => TakeBack(pen, id),
            PeerActions.Rate => (pen, id) => Rate(pen, id, effect),
            PeerActions.Area => (pen, id) => Asking.Where(pen, id, area),
            _ => null,
        };
        if (act is null)
            return false;
        if (draft.State.Peer is { } chat)
            draft.Add(pens.Effect(pen => act(pen, chat)));
        return true;
    }

    public void Finish(TurnDraft draft)
    {
        Follow(draft);
        if (draft.Forgets || draft.State.Peer is not { } chat)
            return;
        var (before, now) = (IsElsewhere(draft.Before), IsElsewhere(draft.State));
        if (now && (!before || draft.Before.Peer != chat || draft.Link is not null))
            Do(draft, pen => Reaching.LookAway(pen, chat));
        else if (before && !now && draft.State is { Decoy: null, Lifecycle: not LifecycleState.Blocked, Dialog: { } place })
            Do(draft, pen => Reaching.LookBack(pen, chat, atChat: PeerActions.TakesLines(place.Screen)));
    }

    /// <summary>She stands where what she writes belongs to a report, and not to her helper.</summary>
    private static bool IsElsewhere(ConversationState state) =>
        state is { Decoy: null, Lifecycle: not LifecycleState.Blocked, Dialog: { } place } && ReportActions.TakesIn(place.Screen);

    private void Follow(TurnDraft draft)
    {
        var (before, now) = (draft.Before, draft.State);
        if (before.Notice is not null && now is { Notice: not null, PeerHours: not null } && draft.Inbound.Event is InboundEvent.Did && !(draft.Now - before.LastTurnAt <= draft.Options.InChatFor))
            NoticeTurn.Announce(draft); // what was not to be written to her is there now that she came herself
        if (draft.Link is LinkChange.Take { Link.Conversation: var from })
        {
            Do(draft, pen => Reaching.Move(pen, from, draft.Inbound.Conversation));
            if (now.Peer is not null)
                Sync(draft);
            return;
        }
        if (draft.Forgets && (before.Peer is not null || before.ConsentedAt is not null))
            DoWhateverHappens(draft, pen => Reaching.Forget(pen, draft.Inbound.Conversation));
        if (before.Lifecycle == LifecycleState.Blocked && now.Lifecycle != LifecycleState.Blocked && !draft.Forgets)
            DoWhateverHappens(draft, pen => Closing.EmptyWhatEnded(pen, draft.Inbound.Conversation));
        if (before.Peer is not { } had || draft.Forgets)
            return;
        if (now.Decoy is not null && before.Decoy is null)
            DoWhateverHappens(draft, pen => Reaching.Hide(pen, had));
        else if (now.Lifecycle == LifecycleState.Blocked && before.Lifecycle != LifecycleState.Blocked)
            DoWhateverHappens(draft, pen => Reaching.Lose(pen, had));
        else if (now.Decoy is null && (before.Decoy is not null || (before.Lifecycle == LifecycleState.Blocked && now.Lifecycle != LifecycleState.Blocked)))
            ComeBack(draft, had, isSafe: before.Decoy is not null || draft.Inbound.Event is InboundEvent.Did);
        else if (draft.Inbound is { Event: InboundEvent.Reacted { Emoji: var emoji }, AnswersTo: { } message })
            Do(draft, pen => Changes.React(pen, draft.Inbound.Conversation, message, emoji));
    }

    private void ComeBack(TurnDraft draft, string chat, bool isSafe)
    {
        Sync(draft);
        Do(draft, pen => Reaching.Find(pen, chat, isSafe));
    }

    private void DoWhateverHappens(TurnDraft draft, Action<DeskPen> act) => draft.Add(pens.Effect(act, mayFail: true));

    private void Do(TurnDraft draft, Action<DeskPen> act) => draft.Add(pens.Effect(act));

    /// <summary>Brings the conversation to how her chat stands.</summary>
    /// <returns>The chat; null where it is over.</returns>
    private DeskChat? Sync(TurnDraft draft)
    {
        var chat = pens.Read(pen => pen.Chat(draft.State.Peer!));
        if (chat is not { IsOpen: true })
        {
            if (draft.State.Lifecycle is LifecycleState.WaitingForPeer or LifecycleState.WithPeer)
                draft.Fire(LifecycleEvent.PeerClose);
            if (draft.State.Lifecycle is not (LifecycleState.Decoy or LifecycleState.Blocked) && chat?.ClosedAt is { } ended && draft.Now - ended > TimeSpan.FromHours(1))
                draft.State = draft.State with { Peer = null, PeerHours = null }; // until then she may still say how it was
            return null;
        }
        if (draft.State.Lifecycle == LifecycleState.Dialog)
            draft.Fire(LifecycleEvent.AskPeer);
        if (draft.State.Lifecycle == LifecycleState.WaitingForPeer && chat.Owner is not null)
            draft.Fire(LifecycleEvent.PeerJoin);
        else if (draft.State.Lifecycle == LifecycleState.WithPeer && chat.Owner is null)
            draft.Fire(LifecycleEvent.PeerLeave);
        return chat;
    }

    private void Ask(TurnDraft draft, Effect effect)
    {
        if (draft.State.Peer is not null && Sync(draft) is not null)
            return; // she waits already
        if (draft.State.Lifecycle != LifecycleState.Dialog)
            return;
        var topic = effect.With.GetValueOrDefault("topic") is { Length: > 0 } named && Educators.Topics.IsKnown(named)
            ? named : Educators.Topics.Of(draft.Before.Dialog);
        var triage = new Triage(Answer(effect, "danger"), Answer(effect, "dying"), Answer(effect, "minor"));
        var chat = new DeskChat
        {
            Id = DeskIds.New(),
            Worker = draft.Inbound.Conversation,
            Language = draft.Language,
            Alias = Aliases.Draw(),
            Level = draft.State.Risk is { } heard && draft.Now - heard.At <= riskLasts
                ? Math.Min(heard.Level, Asking.Level(topic, triage)) : Asking.Level(topic, triage),
            Topic = topic,
            Area = AreaOf(draft, effect),
            Triage = triage,
            ArrivedAt = draft.Now,
        };
        var again = IsYes(effect, "again");
        draft.State = draft.State with { Peer = chat.Id, PeerHours = null };
        draft.Fire(LifecycleEvent.AskPeer);
        Do(draft, pen => Asking.Open(pen, again ? chat with { Wished = pen.LastChatOf(chat.Worker)?.LastOwner } : chat));
    }

    /// <summary>Calls everybody without leading her anywhere: the chat that she has becomes the most urgent there is, or one is opened.</summary>
    private void Call(TurnDraft draft)
    {
        var worker = draft.Inbound.Conversation;
        if (draft.State.Peer is { } had && Sync(draft) is not null)
        {
            Do(draft, pen => Asking.Danger(pen, had));
            return;
        }
        if (draft.State.Lifecycle != LifecycleState.Dialog)
            throw new InvalidOperationException($"Nobody can be called for a conversation in {draft.State.Lifecycle}."); // she is told that it failed
        var chat = new DeskChat
        {
            Id = DeskIds.New(),
            Worker = worker,
            Language = draft.Language,
            Alias = Aliases.Draw(),
            Level = 0,
            Triage = new Triage(Danger: true, Dying: null, Minor: null),
            ArrivedAt = draft.Now,
        };
        draft.State = draft.State with { Peer = chat.Id, PeerHours = null };
        draft.Fire(LifecycleEvent.AskPeer);
        Do(draft, pen => Asking.Call(pen, chat));
    }

    private async Task<bool> Relay(TurnDraft draft, DeskChat chat, Input input, IReadOnlyList<RiskHit> risk, CancellationToken cancel)
    {
        var source = draft.Inbound.MessageId;
        if (input is Input.Edited edited)
        {
            if (edited.Value is { } text && source is not null)
                Do(draft, pen => Edit(pen, chat.Id, source, text, draft.Interpreter.Dialogs.RiskWords.Find(text)));
            return true;
        }
        if (input is Input.Text { Value.Length: > LongestText })
        {
            draft.Say(Phrase.TooLong);
            return true;
        }
        if (WorkerSaid.Of(input, draft.Inbound, draft.Language) is not { } said)
            return false;
        Do(draft, pen =>
        {
            foreach (var part in said.Parts())
                Relaying.FromWorker(pen, chat.Id, part, risk);
        });
        var isFirst = chat.Owner is null && pens.Read(pen => pen.Lines.Last(chat.Id, LineFrom.Worker)) is null;
        return !isFirst || await Open(draft, "kept", null, cancel);
    }

    private async Task<bool> Open(TurnDraft draft, string screen, Action<DeskPen>? act, CancellationToken cancel)
    {
        var place = draft.Interpreter.Settle(draft.State.Dialog!, out _);
        var step = await walk.Open(draft, place, PeerActions.Screen(screen), null, cancel);
        draft.State = draft.State with { Dialog = step.State };
        draft.Show(step, asNew: true);
        if (act is not null)
            Do(draft, act);
        return true;
    }

    private static void Edit(DeskPen pen, string id, string source, string text, IReadOnlyList<RiskHit> risk)
    {
        if (pen.Chat(id) is { IsOpen: true } chat && Changes.Edit(pen, chat, LineFrom.Worker, source, text, risk))
            Relaying.RaiseBy(pen, pen.Chat(id)!, risk);
    }

    private static void Confirm(DeskPen pen, string id, bool send)
    {
        foreach (var line in pen.Lines.Of(id, LineFrom.Worker, LineState.Asked))
            Changes.Confirm(pen, line, send);
    }

    private static void TakeBack(DeskPen pen, string id)
    {
        if (pen.Chat(id) is { IsOpen: true } chat)
            Changes.TakeBackLast(pen, chat, LineFrom.Worker, null);
    }

    private static void Rate(DeskPen pen, string id, Effect effect)
    {
        if (pen.Chat(id) is { Rating: null } chat && int.TryParse(effect.With.GetValueOrDefault("mark"), out var mark) && mark is >= 1 and <= 3)
            Closing.Rate(pen, chat, mark);
    }

    private DeskArea? AreaOf(TurnDraft draft, Effect effect) =>
        effect.With.GetValueOrDefault("area") is { Length: > 0 } named && areas?.Invoke(draft.Interpreter.Dialogs, named) is { } found
            ? new DeskArea(found.Name.In("km"), found.Name.In("en"), [.. found.Words]) : null;

    private static bool IsYes(Effect effect, string name) => Answer(effect, name) == true;

    private static bool? Answer(Effect effect, string name) => effect.With.GetValueOrDefault(name) switch { "yes" => true, "no" => false, _ => null };
}
