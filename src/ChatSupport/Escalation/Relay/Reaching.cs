using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Educators;
using ChatSupport.Escalation.Referrals;
using ChatSupport.Escalation.Workers;

namespace ChatSupport.Escalation.Relay;

/// <summary>The worker leaves, comes back, cannot be reached, goes on elsewhere, or is erased. What could not reach her waits and is not lost.</summary>
internal static class Reaching
{
    /// <summary>Stands before the id of a chat whose worker is not known any more.</summary>
    public const string Erased = "erased:";

    /// <summary>Nobody knows any more whose chat it was.</summary>
    public static bool IsErased(DeskChat chat) => chat.Worker.StartsWith(Erased, StringComparison.Ordinal);

    /// <summary>She left quickly: nothing of the chat may appear before she is back.</summary>
    public static void Hide(DeskPen pen, string id) => Stop(pen, id, Reach.Hidden, DeskWord.SheLeft);

    /// <summary>Her channel cannot reach her.</summary>
    public static void Lose(DeskPen pen, string id)
    {
        Stop(pen, id, Reach.Lost, DeskWord.SheIsLost);
        if (pen.Chat(id) is { IsOpen: true } chat && chat.Can(DeskEvent.Lose))
            pen.Save(Offering.WithdrawAll(pen, chat, null, DeskWord.OfferOver).After(DeskEvent.Lose) with { LostAt = pen.Now, TransferTo = null });
    }

    /// <summary>She is there again.</summary>
    /// <param name="pen">The transaction.</param>
    /// <param name="id">Her chat.</param>
    /// <param name="isSafe">She herself said so just now, by her word or by a tap.</param>
    public static void Find(DeskPen pen, string id, bool isSafe)
    {
        if (pen.Chat(id) is not { IsOpen: true } chat)
            return;
        chat = pen.Save(BeginClocksAgain(pen, chat) with { Reach = isSafe ? Reach.Open : Reach.AskSafe, SaidAt = isSafe ? pen.Now : chat.SaidAt });
        if (pen.Educator(chat.Owner) is { } owner)
            pen.Tell(owner, DeskLines.Say(owner, DeskWord.SheIsBack, chat));
        if (!isSafe)
        {
            pen.News(chat, WorkerNews.AskSafe);
            return;
        }
        Relaying.BringWhatWaitsToWorker(pen, chat);
        Referring.Show(pen, chat);
    }

    /// <summary>She answered whether it is safe.</summary>
    public static void AnswerSafe(DeskPen pen, string id, bool isSafe)
    {
        if (pen.Chat(id) is not { IsOpen: true, Reach: Reach.AskSafe or Reach.NotSafe or Reach.Open } chat)
            return;
        chat = pen.Save((isSafe ? BeginClocksAgain(pen, chat) : chat) with { Reach = isSafe ? Reach.Open : Reach.NotSafe, SaidAt = isSafe ? pen.Now : chat.SaidAt });
        if (isSafe)
        {
            Relaying.BringWhatWaitsToWorker(pen, chat);
            Referring.Show(pen, chat);
        }
        if (pen.Educator(chat.Owner) is { } owner)
            pen.Tell(owner, DeskLines.Say(owner, isSafe ? DeskWord.SheIsSafe : DeskWord.SheIsNotSafe, chat));
    }

    /// <summary>She is erased: what was said in any chat of hers goes with her, and from her helper's phone; what stays for the figures leads back to nobody.</summary>
    public static void Forget(DeskPen pen, string conversation)
    {
        foreach (var one in pen.AllChatsOf(conversation))
        {
            var chat = one;
            if (chat.IsOpen)
            {
                if (pen.Educator(chat.Owner) is { } owner)
                    pen.Tell(owner, DeskLines.Say(owner, DeskWord.SheIsErased, null));
                chat = Closing.End(pen, chat, DeskOutcome.Erased);
            }
            else if (pen.Educator(chat.LastOwner) is { Conversation: { } phone })
            {
                Requeueing.Clear(pen, phone, chat.Id, forgets: true);
            }
            LoseHer(pen, chat, owes: true);
        }
        pen.Lines.TakeAllCopies(conversation);
    }

    /// <summary>What was said goes from a chat that is over, and with it whose it was, what it was about and what she answered: only how long things took is left.</summary>
    /// <param name="pen">The transaction.</param>
    /// <param name="chat">The chat.</param>
    /// <param name="owes">Whoever was told something about her is to be asked to forget it.</param>
    public static void LoseHer(DeskPen pen, DeskChat chat, bool owes = false)
    {
        pen.Lines.TakeCopies(chat.Worker, chat.Id); // what she could not be reached for is too old to be deleted anywhere
        pen.Lines.Drop(chat.Id);
        if (owes)
            Referring.Forget(pen, chat);
        else
            pen.Referrals.Drop(chat.Id);
        pen.Save(chat with { Worker = Erased + chat.Id, Topic = null, Area = null, Triage = new Triage() });
    }

    /// <summary>She goes on in another conversation of hers, and every chat of hers with her.</summary>
    public static void Move(DeskPen pen, string from, string conversation)
    {
        if (pen.OpenChatOf(from) is not null && pen.OpenChatOf(conversation) is { } other)
            Closing.End(pen, other, DeskOutcome.ByWorker); // she had begun one there as well
        foreach (var one in pen.AllChatsOf(from))
        {
            if (!one.IsOpen)
            {
                pen.Save(one with { Worker = conversation });
                continue;
            }
            foreach (var line in pen.Lines.Of(one.Id, LineFrom.Helper, LineState.Sending))
                Relaying.HoldBack(pen, line);
            var chat = pen.Save(BeginClocksAgain(pen, one) with { Worker = conversation, Reach = Reach.Open, SaidAt = pen.Now });
            Relaying.BringWhatWaitsToWorker(pen, chat);
        }
    }

    /// <summary>She goes to where what she writes is not for her helper: until she is back no line appears there, also none that was on its way.
    /// She would answer it where she reads it, and her answer would reach nobody.</summary>
    public static void LookAway(DeskPen pen, string id)
    {
        if (pen.Chat(id) is not { IsOpen: true, Reach: Reach.Open } chat)
            return;
        foreach (var line in pen.Lines.Of(id, LineFrom.Helper, LineState.Sending))
            Relaying.HoldBack(pen, line);
        chat = pen.Save(chat with { Reach = Reach.Elsewhere, SendingSince = null });
        if (pen.Lines.Of(id, LineFrom.Helper, LineState.Waiting).Count > 0)
            Relaying.AskSafe(pen, chat);
    }

    /// <summary>She is back from there.</summary>
    /// <param name="pen">The transaction.</param>
    /// <param name="id">Her chat.</param>
    /// <param name="atChat">She looks at the chat itself, by her own tap: she need not be asked whether it is safe.</param>
    public static void LookBack(DeskPen pen, string id, bool atChat)
    {
        if (pen.Chat(id) is not { IsOpen: true } chat || !(chat.Reach == Reach.Elsewhere || (atChat && chat.Reach == Reach.AskSafe)))
            return;
        chat = pen.Save(chat with { Reach = Reach.Open, SaidAt = pen.Now });
        Relaying.BringWhatWaitsToWorker(pen, chat);
        Referring.Show(pen, chat);
    }

    /// <summary>Answers can reach her again: what is owed is owed from now on.</summary>
    private static DeskChat BeginClocksAgain(DeskPen pen, DeskChat chat)
    {
        if (chat.Can(DeskEvent.Find))
            chat = chat.After(DeskEvent.Find) with { OfferAt = pen.Now, LostAt = null };
        return chat.Owner is null || chat.Reach == Reach.Open ? chat : chat with
        {
            OwedSince = chat.OwedSince is null ? null : pen.Now,
            QuietSince = chat.QuietSince is null ? null : pen.Now,
            NudgedAt = null,
            AlarmedAt = null,
        };
    }

    private static void Stop(DeskPen pen, string id, Reach reach, DeskWord why)
    {
        if (pen.Chat(id) is not { IsOpen: true } chat)
            return;
        foreach (var line in pen.Lines.Of(id, LineFrom.Helper, LineState.Sending))
            Relaying.HoldBack(pen, line);
        pen.Save(chat with { Reach = reach, SendingSince = null });
        if (pen.Educator(chat.Owner) is { } owner)
            pen.Tell(owner, DeskLines.Say(owner, why, chat));
    }
}
