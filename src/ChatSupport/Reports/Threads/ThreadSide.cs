using ChatSupport.Conversations;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;
using ChatSupport.Reports.Giving;
using ChatSupport.Reports.Intake;
using ChatSupport.Reports.Sealing.Receipts;

namespace ChatSupport.Reports.Threads;

/// <summary>A report that was sent, as its reporter follows it.</summary>
internal sealed class ThreadSide(ReportThread thread, ThreadKeys renewing, ReportRoutes routes, ReportKeys keys, ReportBell bell, SentFiles files)
{
    private static readonly string[] needsOpen = [ReportActions.Read, ReportActions.Write, ReportActions.Consent, ReportActions.Withdraw, ReportActions.Delete];

    /// <summary>Opens a conversation by its number.</summary>
    /// <returns>Where she goes.</returns>
    public async Task<ScreenId> Open(TurnDraft turn, ReceiptCode number, CancellationToken cancel)
    {
        var conversation = turn.Inbound.Conversation;
        switch (await thread.Open(conversation, number, cancel))
        {
            case NumberAnswer.Wrong:
                return ReportActions.Follows("wrong");
            case NumberAnswer.Busy:
                return ReportActions.Follows("busy");
        }
        if (turn.State.Notice == ReportActions.Follows("answer").ToString())
            Hush(turn);
        if (thread.Of(conversation) is { } open)
        {
            turn.Add(ReportRoutes.Refresh(open.Id, turn.Now));
            if (await renewing.Prepare(conversation, open.Id, number, cancel) is { } renewed)
                turn.Add(renewed);
        }
        return ReportActions.Follows("mine");
    }

    /// <summary>Takes what she writes, or says in a recording.</summary>
    /// <returns>The screen to go to; null where it is no message.</returns>
    public async Task<ScreenId?> Take(TurnDraft turn, Input input, ScreenId? next, CancellationToken cancel)
    {
        var text = input is Input.Text { Value: var typed } ? typed : (input as Input.Voice)?.Caption;
        if (input is not (Input.Text or Input.Voice))
            return null;
        if (text?.Length > ReportThread.LongestText)
            return ReportActions.Follows("too-long");
        if (thread.Of(turn.Inbound.Conversation) is not { } open)
            return ReportActions.Follows("again");
        if (input is Input.Voice)
        {
            if (!thread.HasRoom(open) || await files.Take(turn.Inbound.Conversation, input, cancel) is not { } voice)
                return ReportActions.Follows("not-kept");
            turn.Add(ReportThread.Say(open, voice, turn.Now));
        }
        if (input is Input.Text || !string.IsNullOrWhiteSpace(text))
            turn.Add(ReportThread.Write(open, text!, turn.Now));
        return next;
    }

    /// <summary>What a step would do that cannot be done now.</summary>
    public ScreenId? Refuse(TurnDraft turn, Step step)
    {
        if (!step.Effects.Any(effect => needsOpen.Contains(effect.Name, StringComparer.Ordinal)))
            return null;
        if (thread.Of(turn.Inbound.Conversation) is not { } open)
            return ReportActions.Follows("again");
        if (step.Effects.Any(effect => effect.Name == ReportActions.Delete) && open.IsHeld(turn.Now))
        {
            turn.Add(ReportThread.Delete(open, turn.Now, bell)); // it is written down, and she is told why it waits
            return ReportActions.Follows("held");
        }
        return null;
    }

    public bool CarryOut(TurnDraft turn, Effect effect)
    {
        if (effect.Name == ReportActions.Close)
        {
            keys.Drop(turn.Inbound.Conversation, ReportKeyUse.Thread);
            return true;
        }
        if (effect.Name == ReportActions.Open)
            return true; // it was no number: the screen it lands on asks again
        if (!needsOpen.Contains(effect.Name, StringComparer.Ordinal))
            return false;
        var open = thread.Of(turn.Inbound.Conversation) ?? throw new InvalidOperationException("No report is open here."); // asked for from elsewhere
        switch (effect.Name)
        {
            case ReportActions.Read:
                foreach (var line in thread.Lines(turn.Inbound.Conversation, open, turn.Language, turn.Options.UtcOffset))
                    turn.Add(line);
                turn.Add(ReportThread.Seen(open, turn.Now));
                break;
            case ReportActions.Consent when effect.With.GetValueOrDefault("hours") is { } hours && SafeHours.IsKnown(hours):
                turn.Add(routes.Agree(open.Id, turn.Inbound.Conversation, hours, turn.Now));
                break;
            case ReportActions.Write:
                throw new InvalidOperationException("What she wrote was not sealed."); // it comes another way: no screen may say that it was sent
            case ReportActions.Withdraw:
                turn.Add(routes.TakeBack(open.Id));
                break;
            case ReportActions.Delete:
                turn.Add(routes.TakeBack(open.Id));
                turn.Add(ReportThread.Delete(open, turn.Now, bell));
                keys.Drop(turn.Inbound.Conversation, ReportKeyUse.Thread);
                break;
        }
        return true;
    }

    /// <summary>Takes what is told of her report: a neutral line, and behind it no more than the question for her number.</summary>
    /// <returns>False where it is none of its business.</returns>
    public bool Hear(TurnDraft turn, InboundEvent.News news)
    {
        if (news.What == ReportNews.Hush)
        {
            if (turn.State.Notice == ReportActions.Follows("answer").ToString())
                Hush(turn);
            return true;
        }
        if (news.What == ReportNews.Unshown)
        {
            NoticeTurn.Arrive(turn, ReportActions.Follows("unshown").ToString()); // a neutral line: nobody knows who holds the phone by now
            return true;
        }
        if (news.What != ReportNews.Answered)
            return false;
        if (turn.State.Notice is null)
            NoticeTurn.Arrive(turn, ReportActions.Follows("answer").ToString(), news.About);
        else if (turn.State.Notice != ReportActions.Follows("answer").ToString())
            turn.Add(routes.TellLater(turn.Inbound.Conversation, turn.Now)); // another line waits for her tap
        return true;
    }

    /// <summary>Another line took the place of hers: hers is said later.</summary>
    public void Finish(TurnDraft turn)
    {
        var answer = ReportActions.Follows("answer").ToString();
        if (!turn.Forgets && turn.Before.Notice == answer && turn.State.Notice is { } other && other != answer)
            turn.Add(routes.TellLater(turn.Inbound.Conversation, turn.Now));
    }

    private static void Hush(TurnDraft turn)
    {
        turn.State = turn.State with { Notice = null, NoticeHours = null, NoticeSecret = null, NoticeAsksSecret = false };
        turn.Schedule(DueKind.Notice, null);
    }
}
