using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;
using ChatSupport.Reports.Intake;
using ChatSupport.Reports.Sealing.Receipts;
using ChatSupport.Reports.Threads;

namespace ChatSupport.Reports;

/// <summary>Takes what a reporter does on the screens of reports, before any other part may hear of it: what she types or sends there is sealed, or refused, and
/// goes nowhere else; also where she chats with a person meanwhile.</summary>
/// <param name="intake">The questions.</param>
/// <param name="following">A report that was sent.</param>
/// <param name="heard">Danger in what she writes.</param>
/// <param name="leaving">What happens where she leaves, moves on or is erased.</param>
/// <param name="walk">Walks the dialogs.</param>
/// <param name="dialogs">Takes what is an ordinary step. Made later: it is made of all parts.</param>
/// <param name="effects">Ends a step.</param>
/// <param name="bell">Wakes the clock: what was sent may be about a child or a life.</param>
/// <param name="freed">Empties the memory afterwards; null where there is nobody but her, as in a terminal.</param>
internal sealed class ReportSide(
    IntakeSide intake, ThreadSide following, DangerHeard heard, ReportLeaving leaving, DialogWalk walk, Lazy<DialogTurn> dialogs, Lazy<EngineEffects> effects,
    ReportBell bell, FreedMemory? freed = null) : ITurnPart
{
    private const int LongestRead = 2_000; // what the dialogs read of a text; a report may be longer

    private readonly ConditionalWeakTable<TurnDraft, SendAnswer.Ready> ready = [];

    /// <summary>Her number does not stay in the chat, wherever she types it.</summary>
    public Task<bool> TakeFirst(TurnDraft draft, Input input, CancellationToken cancel)
    {
        if (draft.State.Educator is null && NumberIn(input) is not null)
            draft.TypedSecret = true;
        return Task.FromResult(false);
    }

    public async Task<bool> Take(TurnDraft draft, Input input, CancellationToken cancel)
    {
        if (draft.State is not { Dialog: { } at, Lifecycle: LifecycleState.Dialog or LifecycleState.WaitingForPeer or LifecycleState.WithPeer })
            return false;
        if (NumberIn(input) is { } number)
        {
            var opened = await following.Open(draft, number, cancel);
            await Land(draft, await walk.Open(draft, draft.Interpreter.Settle(at, out _), opened, null, cancel), cancel);
            return true;
        }
        if (!ReportActions.TakesIn(at.Screen))
            return false;
        var place = draft.Interpreter.Settle(at, out var moved);
        if (input is Input.Location)
            await Land(draft, draft.Interpreter.Show(place, Phrase.CannotRead, draft.Today), cancel); // where she is, is never kept here
        else if (moved || DialogTurn.IsStale(draft))
            await dialogs.Value.Take(draft, at, input, cancel);
        else if (Wish.Is(Command.Danger, input, draft.Interpreter.Dialogs) && DangerStep(draft, place, cancel) is { } danger)
            await Land(draft, await danger, cancel);
        else if (input is not Input.Button && AskOf(draft, place) is { Do: { } asks } ask)
            await TakeAnswer(draft, place, ask, asks, input, cancel);
        else
            await TakeStep(draft, place, input, cancel);
        return true;
    }

    public Task<bool> Hear(TurnDraft draft, InboundEvent.News news, CancellationToken cancel) => Task.FromResult(following.Hear(draft, news));

    public bool CarryOut(TurnDraft draft, Effect effect)
    {
        if (effect.Name == PeerActions.Call)
        {
            intake.SayDanger(draft);
            return false; // it is the desk that calls
        }
        if (effect.Name != ReportActions.Send)
            return intake.CarryOut(draft, effect) || following.CarryOut(draft, effect);
        if (!ready.TryGetValue(draft, out var sent))
            throw new InvalidOperationException("A report would be called sent that is not."); // no screen may say so
        draft.Add(sent.Effect);
        draft.Add(new ReportEffect(session => session.AfterCommit(bell, bell.Ring)));
        foreach (var line in sent.Number)
            draft.Add(line);
        return true;
    }

    public void Finish(TurnDraft draft)
    {
        leaving.Finish(draft);
        following.Finish(draft);
        draft.SayWhatIsTaken(screen => TakenOn(draft, screen));
        if (draft.TypedSecret || IsHere(draft.Before.Dialog) || IsHere(draft.State.Dialog))
            freed?.Soon();
    }

    /// <summary>Where what happened is asked for also pictures, but never about a child: nothing may invite her to send one.</summary>
    private FilesTaken TakenOn(TurnDraft draft, ScreenId screen) =>
        !ReportActions.TakesIn(screen) || draft.Interpreter.Dialogs.Find(screen)?.Ask?.Do is not { } asks ? FilesTaken.None : asks.Name switch
        {
            ReportActions.Write => FilesTaken.Voice,
            ReportActions.Answer when asks.With.GetValueOrDefault("question") != "what" => FilesTaken.None,
            ReportActions.Answer => intake.DraftOf(draft) is { IsChild: false } ? FilesTaken.VoiceAndPictures : FilesTaken.Voice,
            _ => FilesTaken.None,
        };

    private static bool IsHere(DialogState? place) => place is { } at && ReportActions.TakesIn(at.Screen);

    /// <summary>What she types counts as an answer unless it is a word that leads away, or says one of the choices; what she sends always does.</summary>
    private async Task TakeAnswer(TurnDraft draft, DialogState place, Ask ask, ActionUse asks, Input input, CancellationToken cancel)
    {
        if (Wish.Is(Command.Stop, input, draft.Interpreter.Dialogs) && asks.Name is ReportActions.Answer or ReportActions.Write)
        {
            var ends = asks.Name == ReportActions.Answer ? ReportActions.Asks("stop") : ReportActions.Follows("mine");
            await Land(draft, await walk.Open(draft, place, ends, null, cancel), cancel);
            return;
        }
        var (isCrisis, leadsAway) = input is Input.Text text ? Read(draft, await walk.Run(draft, place, input, cancel), asks.Name, text)
            : (IntakeSide.CaptionOf(input) is { } caption && await walk.RunUrgent(draft, place, new Input.Text(caption), cancel) is not null, false);
        var goes = leadsAway ? null : asks.Name switch
        {
            ReportActions.Answer => await intake.Take(draft, asks.With.GetValueOrDefault("question", ""), input, ask.Go.Screen, isCrisis, cancel),
            ReportActions.Write => Listen(draft, await following.Take(draft, input, ask.Go.Screen, cancel), ask.Go.Screen, input, isCrisis),
            _ => null,
        };
        if (goes is { } screen)
            await Land(draft, await walk.Open(draft, place, screen, null, cancel), cancel);
        else
            await TakeStep(draft, place, Pressed(draft, place, asks.Name, input), cancel);
    }

    /// <summary>What she wrote about a report that was sent may say that somebody is in danger now: she is asked.</summary>
    private ScreenId? Listen(TurnDraft draft, ScreenId? goes, ScreenId? written, Input input, bool isCrisis) =>
        goes is not null && goes == written && (input is Input.Text { Value: var typed } ? typed : IntakeSide.CaptionOf(input)) is { } text && heard.Asks(draft, DangerHeard.LevelOf(draft, text, isCrisis))
            ? ReportActions.Follows("danger") : goes;

    /// <summary>She typed the word for danger: who chats with a person is heard at once, everybody else is asked.</summary>
    /// <returns>Null where nothing of hers is begun here: then the dialogs lead her to urgent help.</returns>
    private Task<Step>? DangerStep(TurnDraft draft, DialogState place, CancellationToken cancel)
    {
        if (draft.State.Lifecycle is LifecycleState.WaitingForPeer or LifecycleState.WithPeer)
            return Call();
        if (place.Screen.Dialog == ReportActions.Thread)
            return walk.Open(draft, place, ReportActions.Follows("danger"), null, cancel);
        return intake.DraftOf(draft) is null ? null : walk.Open(draft, place, ReportActions.Asks("danger"), null, cancel);

        async Task<Step> Call()
        {
            var step = await walk.Open(draft, place, PeerActions.Screen("danger-now"), null, cancel);
            return step with { Effects = [.. step.Effects, new Effect(PeerActions.Call, ImmutableDictionary<string, string>.Empty)] };
        }
    }

    private static (bool IsCrisis, bool LeadsAway) Read(TurnDraft draft, Step step, string asks, Input.Text text)
    {
        var isCrisis = draft.Interpreter.Dialogs.Dialogs.GetValueOrDefault(step.State.Screen.Dialog) is { Crisis: true };
        var isAnswer = step.Effects.Any(effect => effect.Name == asks && effect.With.ContainsKey("text"));
        return (isCrisis, (asks == ReportActions.Answer && IsNumber(text.Value)) || !(isCrisis || isAnswer || text.Value.Length > LongestRead));
    }

    /// <summary>The number of a choice means that choice: where she cannot press there is no other way.</summary>
    private static Input Pressed(TurnDraft draft, DialogState place, string asks, Input input)
    {
        if (asks != ReportActions.Answer || input is not Input.Text { Value: var typed } || !IsNumber(typed))
            return input;
        var number = int.Parse(Digits.ToArabic(typed.Trim()), NumberStyles.None, CultureInfo.InvariantCulture);
        var choices = draft.Interpreter.Show(place, null, draft.Today).Replies.OfType<Reply.Menu>().LastOrDefault()?.Choices ?? [];
        return number >= 1 && number <= choices.Length ? new Input.Button(choices[number - 1].Id) : input;
    }

    private static bool IsNumber(string typed) => Digits.ToArabic(typed.Trim()) is { Length: 1 } digits && char.IsAsciiDigit(digits[0]);

    /// <summary>An ordinary step, looked at before it is taken: what would not be so is not said.</summary>
    private async Task TakeStep(TurnDraft draft, DialogState place, Input input, CancellationToken cancel)
    {
        var step = await walk.Run(draft, place, input, cancel);
        var instead = intake.Refuse(draft, step) ?? following.Refuse(draft, step);
        if (instead is null && step.Effects.Any(effect => effect.Name == ReportActions.Send))
        {
            var answer = await intake.Send(draft, cancel);
            if (answer is SendAnswer.Ready sent)
                ready.Add(draft, sent);
            else
                instead = IntakeSide.ScreenOf(((SendAnswer.Not)answer).Why);
        }
        await Land(draft, instead is { } other ? await walk.Open(draft, place, other, null, cancel) : step, cancel);
    }

    private Task Land(TurnDraft draft, Step step, CancellationToken cancel) => effects.Value.Land(draft, WithHelper(draft, step), asNew: false, cancel);

    /// <summary>While somebody who helps her waits behind a line, each screen of a report leads there: the line itself went with her next answer.</summary>
    private static Step WithHelper(TurnDraft draft, Step step)
    {
        if (draft.State is not { Lifecycle: LifecycleState.WaitingForPeer or LifecycleState.WithPeer, Notice: { } notice } || !ScreenId.TryParse(notice, out var behind)
            || behind.Dialog != PeerActions.Screen("safe").Dialog || !ReportActions.TakesIn(step.State.Screen) || step.Replies.LastOrDefault() is not Reply.Menu menu)
        {
            return step;
        }
        var phrases = draft.Interpreter.Dialogs.Phrases;
        var (line, open) = (phrases.In(Phrase.Notice, menu.Language), new Button(NoticeTurn.OpenButton, phrases.In(Phrase.OpenNotice, menu.Language)));
        return step with { Replies = step.Replies.SetItem(step.Replies.Length - 1, menu with { Text = $"{menu.Text}\n\n{line}", Choices = [.. menu.Choices, open] }) };
    }

    private static Ask? AskOf(TurnDraft draft, DialogState place) => draft.Interpreter.Dialogs.Find(place.Screen)?.Ask;

    private static ReceiptCode? NumberIn(Input input) => input is Input.Text { Value: var typed } && ReceiptCode.TryParse(typed, out var number) ? number : null;
}
