using ChatSupport.Conversations;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;
using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Sealing.Readers;
using ChatSupport.Storage;

namespace ChatSupport.Reports.Intake;

/// <summary>The questions of a report.</summary>
internal sealed class IntakeSide(StoreReaders store, OwnerHash owners, ReaderBook readers, ReportKeys keys, Sending sending, SentFiles files, DangerHeard heard)
{
    private static readonly string[] abouts = ["me", "other", "child"];

    private static readonly string[] needsDraft = [ReportActions.Answer, ReportActions.Clear, ReportActions.Show, ReportActions.Send];

    /// <summary>Her draft; null for none.</summary>
    public ReportDraft? DraftOf(TurnDraft turn) => store.Read(session => ReportDraft.Of(session, owners.Of(turn.Inbound.Conversation), turn.Now));

    /// <summary>Takes what she typed or sent as an answer.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="question">To which question.</param>
    /// <param name="input">What she did.</param>
    /// <param name="next">Where an answer leads.</param>
    /// <param name="isCrisis">The content knows her words as those of somebody in danger.</param>
    /// <param name="cancel">Ends the turn without a trace.</param>
    /// <returns>The screen to go to; null where it is no answer and the dialogs say so.</returns>
    public async Task<ScreenId?> Take(TurnDraft turn, string question, Input input, ScreenId? next, bool isCrisis, CancellationToken cancel)
    {
        if (DraftOf(turn) is not { } draft)
            return ReportActions.Asks("gone");
        if (input is Input.Unreadable { Kind: "video" or "document" } && draft.IsChild || input is Input.Photo && draft.IsChild)
            return ReportActions.Asks("no-pictures"); // it is not even fetched
        var isFile = input is Input.Photo or Input.Voice or Input.Unreadable { Kind: "document", Media: not null };
        if (draft.Answers >= Answering.MostItems || (isFile && draft.Bytes >= Answering.MostBytes))
            return ReportActions.Asks("full");
        if ((!isFile && input is Input.Unreadable { Kind: "video" or "document" }) || (isFile && draft.Files >= Answering.MostFiles))
            return ReportActions.Asks("not-kept");
        switch (input)
        {
            case Input.Text { Value.Length: > Answering.LongestText }:
            case not null when CaptionOf(input)?.Length > Answering.LongestText:
                return ReportActions.Asks("too-long");
            case Input.Text { Value: var text }:
                turn.Add(Answering.SealWords(draft, question, text, null, turn.Now));
                return Listen(turn, draft, text, isCrisis) ?? next;
            case not null when isFile:
                if (await files.Take(turn.Inbound.Conversation, input, cancel) is not { } file)
                    return ReportActions.Asks("not-kept");
                turn.Add(Answering.SealFile(draft, question, file, CaptionOf(input), turn.Now));
                return Listen(turn, draft, CaptionOf(input), isCrisis) ?? next;
            default:
                return null;
        }
    }

    /// <summary>The words under what she sent; null for none.</summary>
    public static string? CaptionOf(Input input) => (input as Input.Photo)?.Caption ?? (input as Input.Voice)?.Caption ?? (input as Input.Unreadable)?.Caption;

    /// <summary>What a step would do that cannot be done now.</summary>
    /// <returns>Where she goes instead; null where nothing stands against it.</returns>
    public ScreenId? Refuse(TurnDraft turn, Step step)
    {
        if (step.Effects.Any(effect => effect.Name == ReportActions.Begin) && readers.Now(out _) is null)
            return ReportActions.Asks("closed");
        if (step.Effects.Any(effect => effect.Name == ReportActions.Begin && effect.With.GetValueOrDefault("about") == "child") && DraftOf(turn) is { HasPictures: true } pictured)
        {
            GoOn(turn, pictured, "child");
            return ReportActions.Asks("pictures-gone");
        }
        if (step.Effects.Any(effect => effect.Name == ReportActions.Show) && DraftOf(turn) is { } shown
            && keys.CaseOf(turn.Inbound.Conversation, ReportKeyUse.Draft) != shown.CaseId)
        {
            return ReportActions.Asks("check"); // the time to look is over, and it says so
        }
        return step.Effects.Any(effect => needsDraft.Contains(effect.Name, StringComparer.Ordinal)) && DraftOf(turn) is null
            && step.Effects.All(effect => effect.Name != ReportActions.Begin) ? ReportActions.Asks("gone") : null;
    }

    /// <summary>Makes ready to send.</summary>
    public async Task<SendAnswer> Send(TurnDraft turn, CancellationToken cancel) => DraftOf(turn) is { } draft
        ? await sending.Prepare(turn.Inbound.Conversation, owners.Of(turn.Inbound.Conversation), draft, turn.Inbound.Place, turn.Now, cancel)
        : throw new InvalidOperationException("The draft went while it was to be sent.");

    /// <summary>Where she learns why it was not sent.</summary>
    public static ScreenId ScreenOf(SendRefusal why) => ReportActions.Asks(why switch
    {
        SendRefusal.Busy => "not-sent",
        SendRefusal.NobodyReads => "nobody-reads",
        _ => "begin-again",
    });

    /// <summary>Somebody was called: what is reported says so as well.</summary>
    public void SayDanger(TurnDraft turn)
    {
        heard.Called(turn);
        if (DraftOf(turn) is not { } draft)
            return;
        turn.Add(Answering.Danger(draft, isSo: true));
        turn.Add(Answering.SealWords(draft, "danger", null, "yes", turn.Now));
    }

    public bool CarryOut(TurnDraft turn, Effect effect)
    {
        switch (effect.Name)
        {
            case ReportActions.Begin:
                Begin(turn, effect.With.GetValueOrDefault("about") is { } about && abouts.Contains(about, StringComparer.Ordinal) ? about : "");
                return true;
            case ReportActions.Answer:
                Choose(turn, effect.With.GetValueOrDefault("question", ""), effect.With.GetValueOrDefault("choice"));
                return true;
            case ReportActions.Clear:
                if (DraftOf(turn) is { } cleared)
                    turn.Add(Answering.Clear(cleared, effect.With.GetValueOrDefault("question", "")));
                return true;
            case ReportActions.Discard:
                var owner = owners.Of(turn.Inbound.Conversation);
                keys.Drop(turn.Inbound.Conversation, ReportKeyUse.Draft);
                turn.Add(new ReportEffect(session => ReportDraft.Discard(session, owner)));
                return true;
            case ReportActions.Show:
                if (DraftOf(turn) is { } shown)
                {
                    foreach (var line in Review.Lines(store, keys, turn.Inbound.Conversation, shown, turn.Language))
                        turn.Add(line);
                }
                return true;
            default:
                return false;
        }
    }

    private void Begin(TurnDraft turn, string about)
    {
        if (DraftOf(turn) is { } draft)
        {
            GoOn(turn, draft, about);
            return;
        }
        if (readers.Now(out _) is not { } current)
            throw new InvalidOperationException("Nobody can read a report now."); // asked for from elsewhere than a screen of reports
        var (conversation, owner, id, now) = (turn.Inbound.Conversation, owners.Of(turn.Inbound.Conversation), Guid.NewGuid(), turn.Now);
        using var made = new NewKey(Purpose.CaseKey, id, ReportDraft.Epoch);
        var (key, grants) = (made.Public, made.SealTo(current));
        keys.Hold(conversation, ReportKeyUse.Draft, id.ToString("n"), made.Private.Copy()); // of a draft that may not come to be: it opens nothing then
        turn.Add(new ReportEffect(session => ReportDraft.Begin(session, owner, id, about, key, grants, now)));
        if (about.Length > 0)
            turn.Add(Answering.SealWords(new ReportDraft(id.ToString("n"), about, false, 3, key.ToString(), 0, 0), "about", null, about, now));
    }

    /// <summary>She went back to who it is about: what she said already stays.</summary>
    private static void GoOn(TurnDraft turn, ReportDraft draft, string about)
    {
        if (about.Length == 0)
            return;
        turn.Add(Answering.About(draft, about));
        turn.Add(Answering.SealWords(draft, "about", null, about, turn.Now));
        if (about == "child")
            turn.Add(Answering.ClearPictures(draft));
    }

    private void Choose(TurnDraft turn, string question, string? choice)
    {
        if (choice is not { Length: > 0 })
            throw new InvalidOperationException("What she typed was not sealed."); // it comes another way: no screen may say that it was
        if (DraftOf(turn) is not { } draft)
            return;
        turn.Add(Answering.SealWords(draft, question, null, choice, turn.Now));
        if (question == "danger")
            turn.Add(Answering.Danger(draft, choice == "yes"));
    }

    /// <summary>Her words sound as if somebody were in danger: she is asked, once her words are sealed; nobody is called without her.</summary>
    private ScreenId? Listen(TurnDraft turn, ReportDraft draft, string? text, bool isCrisis)
    {
        var level = DangerHeard.LevelOf(turn, text ?? "", isCrisis);
        if (level < draft.Risk)
            turn.Add(Answering.Hear(draft, level));
        return heard.Asks(turn, level) ? ReportActions.Asks("danger-words") : null;
    }
}
