using System.Globalization;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Relay;

namespace ChatSupport.Escalation.Educators;

/// <summary>What the buttons above a chat do.</summary>
internal static class ChatButtons
{
    public static void Press(DeskPen pen, Educator educator, DeskChat chat, string verb, string[] about)
    {
        switch (verb)
        {
            case DeskButton.Seen:
                Reading.Seen(pen, chat);
                Say(pen, educator, DeskWord.MarkedSeen, chat);
                break;
            case DeskButton.TakeBack:
                Say(pen, educator, Changes.TakeBackLast(pen, chat, LineFrom.Helper, educator.Id) ? DeskWord.TookBack : DeskWord.NothingToTakeBack, chat);
                break;
            case DeskButton.Raise:
                chat = Levels.Raise(pen, chat, Math.Max(0, chat.Level - 1), FoundBy.Human, educator.Id);
                pen.Tell(educator, DeskLines.Raised(educator, chat));
                break;
            case DeskButton.Call:
                pen.Save(Alarms.Raise(pen, chat, DeskWord.AlarmCalled) with { AlarmedAt = chat.AlarmedAt });
                Say(pen, educator, DeskWord.SupervisorCalled, chat);
                break;
            case DeskButton.KnowHer or DeskButton.Cannot:
                pen.Count(chat, verb == DeskButton.KnowHer ? "may-know" : "cannot", educator.Id);
                if (chat.Can(DeskEvent.Requeue))
                    Requeueing.Requeue(pen, chat, null);
                pen.Tell(educator, DeskLines.Say(educator, DeskWord.LetGo, null));
                break;
            case DeskButton.Transfer:
                pen.Tell(educator, DeskLines.TransferAsk(educator, chat, Others(pen, chat)));
                break;
            case DeskButton.HandTo:
                HandTo(pen, educator, chat, about);
                break;
            case DeskButton.Close:
                pen.Tell(educator, DeskLines.CloseAsk(educator, chat));
                break;
            case DeskButton.Outcome when Number(about) is { } at && at >= 0 && at < DeskOutcome.ForHelpers.Count:
                Closing.Close(pen, chat, DeskOutcome.ForHelpers[at]);
                break;
            default:
                pen.Tell(educator, DeskLines.Menu(educator, pen.Now));
                break;
        }
    }

    private static void HandTo(DeskPen pen, Educator educator, DeskChat chat, string[] about)
    {
        if (Number(about) is { } number && Others(pen, chat).FirstOrDefault(one => one.Number == number).To is { } to)
            Transfers.Ask(pen, chat, educator, to);
        else
            Say(pen, educator, DeskWord.TransferImpossible, chat);
    }

    /// <summary>Who could go on with it, by the number that stands on a button: an id would not fit there.</summary>
    public static List<(int Number, Educator To)> Others(DeskPen pen, DeskChat chat) =>
        [.. pen.Educators().OrderBy(one => one.Id, StringComparer.Ordinal).Select((one, at) => (Number: at, To: one))
            .Where(one => one.To.Id != chat.Owner && one.To.CanBeAsked(pen.Now) && one.To.Languages.Contains(chat.Language)
                && !chat.MustNotHave(one.To) && Offering.HasRoom(pen, one.To, chat.Level))];

    private static int? Number(string[] about) => about.Length > 0 && int.TryParse(about[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static void Say(DeskPen pen, Educator educator, DeskWord word, DeskChat chat) => pen.Tell(educator, DeskLines.Say(educator, word, chat));
}
