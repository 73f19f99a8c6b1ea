using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Conversations;

/// <summary>She agreed and walks the dialogs.</summary>
internal sealed class DialogTurn(DialogWalk walk, EngineEffects effects)
{
    private static readonly ScreenId home = ScreenId.Of("home");

    public async Task Take(TurnDraft draft, DialogState place, Input input, CancellationToken cancel)
    {
        var step = IsStale(draft)
            ? await Rescue(draft, Fresh(place), input, cancel) ?? await walk.Open(draft, Fresh(place), home, Phrase.WelcomeBack, cancel)
            : await Go(draft, place, input, cancel);
        await effects.Land(draft, step, asNew: false, cancel);
        if (IsStale(draft) && !draft.Forgets)
            draft.Schedule(DueKind.PlaceExpiry, draft.Now + draft.Options.PlaceExpiry); // the old one is spent
    }

    /// <summary>Her place as it stands now, after the decoy or a notice, without any input.</summary>
    public async Task<Step> Show(TurnDraft draft, DialogState place, CancellationToken cancel)
    {
        if (IsStale(draft))
            return await walk.Open(draft, Fresh(place), home, Phrase.WelcomeBack, cancel);
        var settled = draft.Interpreter.Settle(place, out var moved);
        return moved
            ? await walk.Open(draft, settled, settled.Screen, Phrase.Moved, cancel)
            : draft.Interpreter.Show(settled, null, draft.Today);
    }

    /// <summary>More than 72 hours since she last did something: her place is not hers to stumble on again.</summary>
    public static bool IsStale(TurnDraft draft) => draft.Before.LastTurnAt is { } last && draft.Now - last > draft.Options.PlaceExpiry;

    /// <summary>The first screen, with nothing known but her language.</summary>
    public static DialogState Fresh(DialogState place) => new() { Screen = home, Language = place.Language, Channel = place.Channel };

    private async Task<Step> Go(TurnDraft draft, DialogState place, Input input, CancellationToken cancel)
    {
        var settled = draft.Interpreter.Settle(place, out var moved);
        if (moved)
            return await Rescue(draft, settled, input, cancel) ?? await walk.Open(draft, settled, settled.Screen, Phrase.Moved, cancel);
        return await walk.Run(draft, settled, input, cancel);
    }

    /// <summary>What she did was meant for a screen that is not there any more: it is only followed where it leads out or to urgent help.</summary>
    private async Task<Step?> Rescue(TurnDraft draft, DialogState place, Input input, CancellationToken cancel)
    {
        var step = await walk.Run(draft, place, input, cancel);
        var urgent = draft.Interpreter.Dialogs.Dialogs.GetValueOrDefault(step.State.Screen.Dialog) is { Crisis: true } && step.State.Screen != place.Screen;
        return urgent || step.Effects.Any(effect => effect.Name == EngineActions.LeaveQuickly) ? step : null;
    }
}
