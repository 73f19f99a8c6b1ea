using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Conversations;

/// <summary>Lets her go on in another channel: her place moves there, behind her PIN or word where she set one, and her first chat is emptied.</summary>
/// <remarks>Moved and not copied: of two open copies one would lie in a phone that she no longer looks at.</remarks>
internal sealed class LinkTurn(LinkStore links, LinkCodes codes, LinkGuard guard, DialogWalk walk, LeaveQuickly leaving)
{
    /// <summary>The code that she is shown with this turn stands from now on. Nothing of it stays in her state.</summary>
    public void Offer(TurnDraft draft, Effect effect)
    {
        var shown = effect.With.GetValueOrDefault("code");
        if (LinkCodes.Read(shown) is not { } digits || draft.State is not { ConsentedAt: not null, Dialog: { } place })
            return;
        var until = draft.Now + LinkCodes.Lasts;
        var variables = place.Variables;
        foreach (var (name, _) in variables.Items.Where(item => item.Value is Value.Text { Content: var text } && text == shown))
            variables = variables.With(name, null);
        draft.State = draft.State with { Dialog = place with { Variables = variables }, Link = Tries(draft) with { OfferedUntil = until } };
        draft.Link = new LinkChange.Offer(codes.HashOf(digits), until);
        draft.Schedule(DueKind.LinkExpiry, until);
    }

    /// <summary>The ten minutes are over: the code falls, and goes from the screen where it still stands there.</summary>
    public static void Expire(TurnDraft draft)
    {
        if (draft.State.Link?.OfferedUntil is { } until && until > draft.Now)
        {
            draft.Schedule(DueKind.LinkExpiry, until); // she asked for another one meanwhile
            return;
        }

        draft.Link = new LinkChange.End();
        if (draft.State is not { Lifecycle: LifecycleState.Dialog, Dialog: { } place } || draft.Interpreter.Dialogs.Find(place.Screen)?.Do?.Name != LinkActions.Offer)
            return;
        foreach (var reply in draft.Interpreter.Show(place, null, draft.Today).Replies)
            draft.Add(new OutboundBody.Show(reply, Replaces: reply is Reply.Menu) { Silent = true });
    }

    /// <summary>She typed a code.</summary>
    /// <returns>False where there is no such code for her: then the content answers, always the same, whatever is wrong with it.</returns>
    public bool Take(TurnDraft draft, Effect effect)
    {
        draft.TypedSecret = true;
        if (draft.State.Lifecycle is not (LifecycleState.Consent or LifecycleState.Dialog)
            || LinkCodes.Read(effect.With.GetValueOrDefault("code")) is not { } digits || Look(draft, codes.HashOf(digits)) is not { } found)
        {
            return false;
        }

        if (found.State.ReturnSecret is null)
        {
            Move(draft, found);
        }
        else
        {
            draft.State = draft.State with { Link = Tries(draft) with { Pending = found.Code } };
            draft.Say(Phrase.AskPin);
        }

        return true;
    }

    /// <summary>Takes what she types after a right code as the PIN or word that stands before her place.</summary>
    /// <returns>False where it is none of its business: she was not asked, or goes on with something else.</returns>
    public async Task<bool> TakeSecret(TurnDraft draft, DialogState place, Input input, CancellationToken cancel)
    {
        if (draft.State.Link?.Pending is not { } code)
            return false;
        if (input is not Input.Text { Value: var typed } || draft.Inbound.Event is not InboundEvent.Did)
        {
            Forgo(draft);
            return false;
        }

        draft.TypedSecret = true;
        if (links.Find(code, draft.Now) is not { } found)
        {
            Forgo(draft);
            await Refuse(draft, place, cancel);
            return true;
        }

        var answer = found.State.ReturnSecret is { } kept
            ? await ReturnGate.Look(kept, Later(found.LockedUntil, found.State.ReturnLockedUntil), typed, draft.Now, cancel)
            : GateAnswer.Open;
        if (answer == GateAnswer.Open)
            Move(draft, found);
        else if (!await OpenUrgent(draft, place, input, cancel))
            SayWrong(draft, found, answer);
        return true;
    }

    /// <summary>Her place went to another conversation: what stands in this chat goes, and the decoy is shown. It may be told late or twice.</summary>
    public async Task Empty(TurnDraft draft, CancellationToken cancel)
    {
        if (!draft.State.MovedAway || draft.State.Lifecycle == LifecycleState.Blocked)
            return; // behind a block nothing can be deleted: it is done when she can be reached again
        draft.State = draft.State with { MovedAway = false };
        draft.Schedule(DueKind.LinkTaken, null);
        await leaving.Leave(draft, cancel);
    }

    private LinkFound? Look(TurnDraft draft, string code)
    {
        var tries = Tries(draft);
        if (draft.Now - tries.WrongAt > draft.Options.LongestReturnLock)
            tries = tries with { Wrong = 0 };
        if (ReturnGate.LockAfter(tries.Wrong, tries.WrongAt, draft.Options) > draft.Now || !guard.TryTake())
            return null;
        if (links.Find(code, draft.Now) is { } found && found.Conversation != draft.Inbound.Conversation)
        {
            guard.GiveBack();
            draft.State = draft.State with { Link = tries with { Wrong = 0 } };
            return found;
        }

        draft.State = draft.State with { Link = tries with { Wrong = tries.Wrong + 1, WrongAt = draft.Now } };
        return null;
    }

    private static void Move(TurnDraft draft, LinkFound found)
    {
        var (there, channel) = (found.State, draft.State.Dialog?.Channel);
        var (notice, secret, hours) = there.Notice is null
            ? (draft.State.Notice, NoticeTurn.SecretOf(draft.State), draft.State.NoticeHours) : (there.Notice, there.NoticeSecret, there.NoticeHours);
        var isGiven = secret is null || secret == there.ReturnSecret;
        draft.State = there with
        {
            Lifecycle = draft.State.Lifecycle,
            Dialog = draft.Interpreter.Settle(PlaceOf(there.Dialog!) with { Channel = channel }, out _),
            Notice = notice,
            NoticeSecret = secret,
            NoticeHours = hours,
            NoticeAsksSecret = false,
            WrongReturns = isGiven ? 0 : Math.Max(there.WrongReturns, draft.State.WrongReturns),
            ReturnLockedUntil = isGiven ? null : Later(there.ReturnLockedUntil, draft.State.ReturnLockedUntil),
            Link = null,
        };
        if (draft.State.Lifecycle == LifecycleState.Consent)
            draft.Fire(LifecycleEvent.Agree);
        draft.Link = new LinkChange.Take(found, LinkLeft.Of(there));
        draft.Schedule(DueKind.ConsentExpiry, null);
        draft.Schedule(DueKind.LinkExpiry, null);
        draft.Schedule(DueKind.PlaceExpiry, draft.Now + draft.Options.PlaceExpiry);
        if (draft.State.Notice is not null)
            draft.Schedule(DueKind.Notice, draft.Now);
        draft.Show(draft.Interpreter.Show(draft.State.Dialog, Phrase.WentOn, draft.Today), asNew: true);
    }

    /// <summary>Where she was before she asked for a code; what led her to it (the link dialog, and her privacy before it) is no place to go on from.</summary>
    private static DialogState PlaceOf(DialogState place)
    {
        if (place.Screen.Dialog != LinkActions.Dialog)
            return place;
        for (var trail = place.Trail; trail is [.. var rest, var last]; trail = rest)
        {
            if (last.Dialog is not (LinkActions.Dialog or "privacy"))
                return place with { Screen = last, Trail = rest, Misses = 0, Suggested = [] };
        }

        return DialogTurn.Fresh(place) with { Variables = place.Variables };
    }

    /// <summary>The answer of the content to a code that is none, where it fell while she looked for her PIN.</summary>
    private async Task Refuse(TurnDraft draft, DialogState place, CancellationToken cancel)
    {
        var settled = draft.Interpreter.Settle(place, out _);
        var answer = draft.Interpreter.Dialogs.Find(settled.Screen)?.Ask is { Do.Name: LinkActions.Take, Go.Screen: { } go } ? go : settled.Screen;
        var step = await walk.Open(draft, settled, answer, null, cancel);
        draft.State = draft.State with { Dialog = step.State };
        draft.Show(step);
    }

    private async Task<bool> OpenUrgent(TurnDraft draft, DialogState place, Input input, CancellationToken cancel)
    {
        if (await walk.RunUrgent(draft, place, input, cancel) is not { } step)
            return false;
        Forgo(draft);
        draft.State = draft.State with { Dialog = step.State };
        draft.Show(step);
        return true;
    }

    private static void SayWrong(TurnDraft draft, LinkFound found, GateAnswer answer)
    {
        if (answer == GateAnswer.Wrong)
            draft.Link = new LinkChange.WrongSecret(found, ReturnGate.LockAfter(found.Wrong + 1, draft.Now, draft.Options));
        draft.Say(Phrase.WrongPin);
    }

    private static void Forgo(TurnDraft draft) => draft.State = draft.State with { Link = Tries(draft) with { Pending = null } };

    private static LinkTries Tries(TurnDraft draft) => draft.State.Link ?? new LinkTries();

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;
}
