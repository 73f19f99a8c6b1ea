using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Conversations;

/// <summary>Before she agreed: the question, help in an emergency, and nothing else.</summary>
internal sealed class ConsentTurn(DialogWalk walk, EngineEffects effects)
{
    /// <summary>The dialog that asks whether the bot may keep her place.</summary>
    public const string Consent = "consent";

    private const string Emergency = "emergency";
    private const string Home = "home";

    /// <summary>The first event: she is asked, in the language of her app where it is offered.</summary>
    public async Task Greet(TurnDraft draft, CancellationToken cancel)
    {
        draft.State = ConversationState.New with { Lifecycle = draft.State.Lifecycle, Version = draft.State.Version };
        draft.Fire(LifecycleEvent.Greet);
        draft.Schedule(DueKind.ConsentExpiry, draft.Now + draft.Options.ConsentExpiry);
        var first = ScreenId.Of(Consent);
        var step = await walk.Open(draft, draft.PlaceAt(first, draft.Language), first, null, cancel);
        draft.State = draft.State with { Dialog = step.State };
        draft.Show(step, asNew: true);
    }

    public async Task Take(TurnDraft draft, DialogState place, Input input, CancellationToken cancel)
    {
        var wanted = draft.State.AfterConsent;
        draft.State = draft.State with { AfterConsent = null };
        var step = await walk.Run(draft, place, input, cancel);
        if (step.Effects.Any(effect => effect.Name == EngineActions.ConsentGive) && ScreenId.TryParse(wanted, out var screen) && draft.Interpreter.Dialogs.Find(screen) is not null)
        {
            var opened = await walk.Open(draft, step.State, screen, null, cancel);
            step = opened with { Effects = [.. step.Effects, .. opened.Effects] };
        }
        if (!MayLand(draft, step))
        {
            if (ReportActions.TakesIn(step.State.Screen))
                draft.State = draft.State with { AfterConsent = ScreenId.Of(step.State.Screen.Dialog).ToString() };
            step = await AskAgain(draft, place, cancel);
        }
        await effects.Land(draft, step, asNew: false, cancel);
    }

    /// <summary>The question again, for a place that only who agreed may have.</summary>
    public Task<Step> AskAgain(TurnDraft draft, DialogState place, CancellationToken cancel)
    {
        var first = ScreenId.Of(Consent);
        return walk.Open(draft, draft.PlaceAt(first, place.Language), first, null, cancel);
    }

    /// <summary>She may stand there without having agreed: the question, urgent help, and the dialogs that urgent help itself leads to
    /// (a safe place, a person). Never home, and never a report: what she said there would be kept nowhere, and no person could be called for her.</summary>
    public static bool IsOpenTo(DialogSet dialogs, ScreenId screen) =>
        screen.Dialog == Consent || IsUrgent(dialogs, screen.Dialog)
        || (screen.Dialog != Home && !ReportActions.TakesIn(screen) && dialogs.Dialogs.Values.Any(dialog => IsUrgent(dialogs, dialog.Id) && LeadsTo(dialog, screen.Dialog)));

    private static bool IsUrgent(DialogSet dialogs, string dialog) =>
        dialog == Emergency || dialogs.Dialogs.GetValueOrDefault(dialog) is { Crisis: true };

    private static bool LeadsTo(Dialog dialog, string target) =>
        dialog.Screens.Values.Any(screen => screen.Choices.Any(choice => choice.Go.Screen?.Dialog == target));

    private static bool MayLand(TurnDraft draft, Step step) =>
        step.Effects.Any(effect => effect.Name is EngineActions.ConsentGive or EngineActions.ConsentDecline or EngineActions.LeaveQuickly)
        || IsOpenTo(draft.Interpreter.Dialogs, step.State.Screen);
}
