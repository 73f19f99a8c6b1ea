using ChatSupport.Conversations;
using ChatSupport.Dialogs.Model;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Relay;

namespace ChatSupport.Escalation.Educators;

/// <summary>Buttons after which she types something: a note, a reason, what happened, or words to look an answer up by.</summary>
internal sealed class EducatorAsks(DeskPens pens)
{
    private const int MostAnswers = 6;
    private const int LongestNote = 1000;

    /// <summary>Begins to ask.</summary>
    /// <returns>False for a button that asks nothing.</returns>
    public bool Begin(TurnDraft draft, string id, string verb, string[] about)
    {
        DeskWord? asks = verb switch
        {
            DeskButton.Note => DeskWord.NoteAsk,
            DeskButton.Lower => DeskWord.LowerAsk,
            DeskButton.Misuse => DeskWord.MisuseAsk,
            DeskButton.Answers => DeskWord.AnswersAsk,
            _ => null,
        };
        if (verb is DeskButton.Answer or DeskButton.Ready && about is [var at, var to])
        {
            Tell(draft, id, verb == DeskButton.Ready ? AnswerScreens.Ready(draft.Interpreter) : AnswerScreens.All(draft.Interpreter), at, to);
            return true;
        }
        if (verb == DeskButton.Quick)
        {
            OfferReady(draft, id, about[^1]);
            return true;
        }
        if (asks is not { } word)
            return false;
        var chat = about[^1];
        draft.State = draft.State with { AtDesk = new DeskNote(verb, chat) };
        Do(draft, id, (pen, educator) => pen.Tell(educator, DeskLines.Say(educator, word, pen.Chat(chat))));
        return true;
    }

    /// <summary>Takes what she typed.</summary>
    public void Answer(TurnDraft draft, string id, DeskNote note, string typed)
    {
        draft.State = draft.State with { AtDesk = null };
        if (note.Chat is { } about && draft.Inbound.MessageId is { } written) // her own words go from her phone as all of the chat does
            Do(draft, id, (pen, educator) => pen.Lines.Remember(educator.Conversation!, written, about, 0));
        typed = typed.Length > LongestNote ? typed[..LongestNote] : typed;
        if (note.Asks == DeskButton.Answers)
        {
            Search(draft, id, note.Chat!, typed);
            return;
        }
        Do(draft, id, (pen, educator) =>
        {
            if (pen.Chat(note.Chat!) is not { } chat || !(Relaying.MayWrite(chat, educator) || (note.Asks == DeskButton.Misuse && chat.LastOwner == educator.Id)))
            {
                pen.Tell(educator, DeskLines.Say(educator, DeskWord.NotYours, null));
                return;
            }
            Take(pen, educator, chat, note.Asks, typed);
        });
    }

    /// <summary>Keeps what she typed.</summary>
    /// <param name="pen">The transaction.</param>
    /// <param name="educator">She.</param>
    /// <param name="chat">Her chat.</param>
    /// <param name="asks">What she was asked: a note, why it is less urgent, or what happened.</param>
    /// <param name="typed">What she typed.</param>
    public static void Take(DeskPen pen, Educator educator, DeskChat chat, string asks, string typed)
    {
        pen.Lines.Add(new DeskLine
        {
            Chat = chat.Id,
            From = LineFrom.Note,
            Educator = educator.Id,
            Epoch = chat.Epoch,
            Text = typed,
            HeldFor = asks == DeskButton.Note ? null : asks,
            State = LineState.Delivered,
            At = pen.Now,
        });
        switch (asks)
        {
            case DeskButton.Lower:
                Levels.Lower(pen, chat, chat.Level + 1, educator);
                break;
            case DeskButton.Misuse:
                pen.Count(chat, "misuse-by-worker", educator.Id);
                pen.Save(Alarms.Raise(pen, chat, DeskWord.AlarmMisuse) with { AlarmedAt = chat.AlarmedAt });
                break;
        }
        var word = asks switch { DeskButton.Lower => DeskWord.LoweredWord, DeskButton.Misuse => DeskWord.MisuseKept, _ => DeskWord.NoteKept };
        pen.Tell(educator, DeskLines.Say(educator, word, chat));
    }

    /// <summary>Screens of the content by her words, as a worker would find them.</summary>
    private void Search(TurnDraft draft, string id, string chat, string typed)
    {
        var found = AnswerScreens.Find(draft.Interpreter, typed, draft.Language, draft.Today).Take(MostAnswers).ToList();
        Do(draft, id, (pen, educator) => pen.Tell(educator, DeskLines.Answers(educator, pen.Chat(chat), found.Count == 0 ? DeskWord.AnswersNone : DeskWord.AnswersChoose, DeskButton.Answer,
            found.Select(screen => (AnswerScreens.KeyOf(screen), AnswerScreens.TitleOf(draft.Interpreter, screen, educator.Language))))));
    }

    /// <summary>Sentences that stand ready, as she would say them.</summary>
    private void OfferReady(TurnDraft draft, string id, string chat)
    {
        var ready = AnswerScreens.Ready(draft.Interpreter);
        Do(draft, id, (pen, educator) => pen.Tell(educator, DeskLines.Answers(educator, pen.Chat(chat), ready.Count == 0 ? DeskWord.QuickNone : DeskWord.QuickChoose, DeskButton.Ready,
            ready.Select(screen => (AnswerScreens.KeyOf(screen), AnswerScreens.TextOf(draft.Interpreter, screen, educator.Language, draft.Today))))));
    }

    /// <summary>Sends what a screen says, in the worker's language.</summary>
    /// <param name="draft">The turn.</param>
    /// <param name="id">Who sends it.</param>
    /// <param name="all">The screens that could be chosen from.</param>
    /// <param name="at">What stood for one of them on a button.</param>
    /// <param name="to">Opaque id of the chat.</param>
    private void Tell(TurnDraft draft, string id, List<ScreenId> all, string at, string to)
    {
        if (AnswerScreens.Find(all, at) is not { } screen)
        {
            Do(draft, id, (pen, educator) => pen.Tell(educator, DeskLines.Say(educator, DeskWord.AnswerGone, pen.Chat(to))));
            return;
        }
        var interpreter = draft.Interpreter;
        var today = draft.Today;
        Do(draft, id, (pen, educator) =>
        {
            if (pen.Chat(to) is not { } chat)
                return;
            var text = AnswerScreens.TextOf(interpreter, screen, chat.Language, today);
            Relaying.FromHelper(pen, chat, educator, new Said(text, null, null) { IsContent = true });
            pen.Tell(educator, DeskLines.Say(educator, DeskWord.AnswerSent, chat) with { Text = $"{DeskWord.AnswerSent.In(educator.Language)} {text}" });
        });
    }

    private void Do(TurnDraft draft, string id, Action<DeskPen, Educator> act) => draft.Add(pens.Effect(id, act));
}
