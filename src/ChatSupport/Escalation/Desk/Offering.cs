using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Educators;

namespace ChatSupport.Escalation.Desk;

/// <summary>Asks educators to take a chat: those who can help her best, and never more of it than how urgent it is.</summary>
internal static class Offering
{
    private const int LapsesBeforePause = 2;
    private static readonly TimeSpan nextRound = TimeSpan.FromMinutes(1);

    /// <summary>Asks the next ones.</summary>
    public static DeskChat Offer(DeskPen pen, DeskChat chat)
    {
        if (!chat.Waits)
            return chat;
        var who = Choose(pen, chat);
        if (who.Count == 0)
            return pen.Save(chat with { Asked = [], OfferAt = pen.Now + nextRound });
        foreach (var educator in who)
            pen.Tell(educator, DeskLines.Offer(educator, chat, pen.Now, pen.Options));
        pen.Count(chat, "offered");
        return pen.Save(chat.After(DeskEvent.Offer) with
        {
            Offers = [.. who.Select(educator => new DeskOffer(educator.Id, null))],
            Asked = [.. chat.Asked.Union(who.Select(educator => educator.Id))],
            LapsesAt = pen.Now + pen.Options.For(chat.Level).OfferLapse,
            OfferAt = null,
        });
    }

    /// <summary>Those who were asked did not answer in time: the next are asked. Who lets two pass is asked whether she wants a pause.</summary>
    public static DeskChat Lapse(DeskPen pen, DeskChat chat)
    {
        foreach (var offer in chat.Offers)
        {
            if (pen.Educator(offer.Educator) is not { } educator)
                continue;
            Withdraw(pen, educator, offer, DeskWord.OfferPassed);
            educator = educator with { Lapses = educator.Lapses + 1 };
            if (educator is { Lapses: >= LapsesBeforePause, Duty: DutyState.On })
                OnDuty.Pause(pen, educator, DeskWord.PausedAfterLapses);
            else
                pen.Save(educator);
        }
        pen.Count(chat, "lapsed");
        return Offer(pen, chat.After(DeskEvent.Lapse) with { Offers = [], LapsesAt = null, OfferAt = pen.Now });
    }

    /// <summary>Somebody says that she cannot take it now: she is not blamed, and another is asked.</summary>
    public static void Decline(DeskPen pen, DeskChat chat, Educator educator, bool forGood)
    {
        if (chat.Offers.FirstOrDefault(offer => offer.Educator == educator.Id) is { } offer)
            Withdraw(pen, educator, offer, DeskWord.OfferDeclined);
        var left = chat.Offers.RemoveAll(one => one.Educator == educator.Id);
        chat = chat with { Offers = left, Excluded = forGood ? [.. chat.Excluded.Union([educator.Id])] : chat.Excluded };
        if (chat.State == DeskState.Offered && left.IsEmpty)
            Offer(pen, chat.After(DeskEvent.Lapse) with { LapsesAt = null, OfferAt = pen.Now });
        else
            pen.Save(chat);
    }

    /// <summary>Nobody is asked any more: those who were see why.</summary>
    /// <param name="pen">The transaction.</param>
    /// <param name="chat">The chat.</param>
    /// <param name="but">Who took it; null for nobody.</param>
    /// <param name="why">What the others see.</param>
    public static DeskChat WithdrawAll(DeskPen pen, DeskChat chat, string? but, DeskWord why)
    {
        foreach (var offer in chat.Offers.Where(offer => offer.Educator != but))
        {
            if (pen.Educator(offer.Educator) is { } educator)
                Withdraw(pen, educator, offer, why);
        }
        return chat with { Offers = [], Asked = [], LapsesAt = null, OfferAt = null };
    }

    /// <summary>Somebody can be asked who could not a moment ago: whatever waits looks again.</summary>
    public static void LookAgain(DeskPen pen)
    {
        foreach (var chat in pen.OpenChats().Where(chat => chat.State == DeskState.Queued))
            pen.Save(chat with { OfferAt = pen.Now, Asked = [] });
    }

    /// <summary>How many chats she may have at once.</summary>
    public static bool HasRoom(DeskPen pen, Educator educator, int level)
    {
        var own = pen.ChatsOf(educator.Id);
        return own.Count == 0 || (own.Count < pen.Options.Capacity && level > 0 && own.TrueForAll(chat => chat.Level > 0));
    }

    /// <summary>Somebody else than who has it could be asked.</summary>
    public static bool IsAnother(DeskPen pen, DeskChat chat) =>
        Choose(pen, chat with { Asked = [], Excluded = chat.Owner is { } owner ? [.. chat.Excluded.Union([owner])] : chat.Excluded }).Count > 0;

    private static List<Educator> Choose(DeskPen pen, DeskChat chat)
    {
        var level = chat.LevelAt(pen.Now, pen.Options);
        if (chat.OnlySupervisors && level > 0)
            return [];
        var times = pen.Options.For(level);
        var able = pen.Educators()
            .Where(educator => educator.Role == DeskRole.Educator && educator.CanBeAsked(pen.Now) && educator.Languages.Contains(chat.Language)
                && !chat.MustNotHave(educator) && !chat.Asked.Contains(educator.Id))
            .Where(educator => HasRoom(pen, educator, level))
            .ToList();
        var fresh = able.Where(educator => chat.Level > 1 || pen.Counted(educator.Id, "claimed", 1, pen.Now.AddDays(-1)) < pen.Options.HardPerDay).ToList();
        var ordered = (fresh.Count == 0 && chat.Level == 0 ? able : fresh) // somebody in danger is not left alone for the sake of a limit
            .OrderByDescending(educator => educator.Id == chat.Wished)
            .ThenBy(educator => pen.ChatsOf(educator.Id).Count)
            .ThenBy(educator => pen.Counted(educator.Id, "claimed", 3, pen.Now.AddDays(-1)))
            .ThenBy(educator => educator.DutySince);
        return [.. times.OfferTo == 0 ? ordered : ordered.Take(times.OfferTo)];
    }

    private static void Withdraw(DeskPen pen, Educator educator, DeskOffer offer, DeskWord why)
    {
        if (offer.Message is { } message)
            pen.Tell(educator, DeskLines.Changed(educator, message, why));
    }
}
