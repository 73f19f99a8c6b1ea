using System.Collections.Immutable;
using ChatSupport.Conversations.Insight;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Conversations;

/// <summary>A turn while it is being made. Nothing of it exists for anybody else before <see cref="Finish"/>.</summary>
internal sealed class TurnDraft(
    ConversationState before, Inbound inbound, Interpreter interpreter, DateTimeOffset now, ConversationOptions options) : ILifecycleHolder
{
    private readonly List<OutboundBody> messages = [];
    private readonly List<TurnEffect> effects = [];
    private readonly SortedDictionary<DueKind, ScheduleChange> schedule = [];

    public ConversationState Before { get; } = before;

    public ConversationState State { get; set; } = before with { Dialog = Here(before.Dialog, inbound), Decoy = Here(before.Decoy, inbound) };

    public Inbound Inbound { get; } = inbound;

    /// <summary>The revision that this turn runs on, from its beginning to its end.</summary>
    public Interpreter Interpreter { get; } = interpreter;

    public DateTimeOffset Now { get; } = now;

    public ConversationOptions Options { get; } = options;

    /// <summary>The day where she is.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.ToOffset(Options.UtcOffset).DateTime);

    /// <summary>Her language, also before the first screen.</summary>
    public string Language => State.Dialog?.Language ?? FirstLanguage();

    /// <summary>A place in the dialogs that nothing is known of but her language and channel.</summary>
    /// <param name="screen">The screen.</param>
    /// <param name="language">Her language there.</param>
    public DialogState PlaceAt(ScreenId screen, string language) => new() { Screen = screen, Language = language, Channel = ChannelOf(Inbound) };

    /// <summary>She was erased with this turn.</summary>
    public bool Forgets { get; private set; }

    /// <summary>What she typed was a PIN or word, or an attempt at one where she was asked for it.</summary>
    public bool TypedSecret { get; set; }

    /// <summary>What a query said will have come of what the dialogs asked for; null where none did.</summary>
    public string? Promised { get; set; }

    /// <summary>The step through the dialogs that this turn took; null for none.</summary>
    public Step? Landed { get; set; }

    /// <summary>What this turn changes of link codes; null for nothing.</summary>
    public LinkChange? Link { get; set; }

    LifecycleState ILifecycleHolder.Lifecycle
    {
        get => State.Lifecycle;
        set => State = State with { Lifecycle = value };
    }

    bool ILifecycleHolder.Agreed => State.ConsentedAt is not null;

    bool ILifecycleHolder.Hidden => State.Decoy is not null;

    /// <summary>Moves the conversation as a whole.</summary>
    /// <exception cref="InvalidOperationException">The machine does not permit it.</exception>
    public void Fire(LifecycleEvent what) => Lifecycle.For(this).Fire(what);

    public bool IsSensitive(DialogState? dialog) => dialog is not null && Interpreter.Dialogs.Find(dialog.Screen) is { Sensitive: true };

    public void Say(Phrase phrase) => messages.Add(new OutboundBody.Say(Interpreter.Dialogs.Phrases.In(phrase, Language)));

    public void Add(OutboundBody message) => messages.Add(message);

    /// <summary>Changes something outside of this conversation with the turn's commit.</summary>
    public void Add(TurnEffect effect) => effects.Add(effect);

    /// <summary>Shows what a step said. A menu replaces the one she pressed; after typing it stands below what she typed.</summary>
    public void Show(Step step, bool asNew = false, bool silent = false)
    {
        var replaces = !asNew && Inbound.PressedOn is not null;
        foreach (var reply in step.Replies)
        {
            messages.Add(new OutboundBody.Show(reply, replaces && reply is Reply.Menu) { Silent = silent });
            replaces &= reply is not Reply.Menu;
        }
    }

    /// <summary>Puts keys beneath a screen that this turn shows.</summary>
    /// <param name="screen">Which.</param>
    /// <param name="line">A line beneath its text.</param>
    /// <param name="keys">Rows of buttons.</param>
    public void AddKeys(ScreenId screen, string line, ImmutableArray<ImmutableArray<Button>> keys)
    {
        for (var at = 0; at < messages.Count; at++)
        {
            if (messages[at] is OutboundBody.Show { Reply: Reply.Menu menu } show && menu.Screen == screen)
                messages[at] = show with { Reply = menu with { Text = $"{menu.Text}\n\n{line}" }, Keys = keys };
        }
    }

    /// <summary>Says what may be sent besides words on the screens that this turn shows.</summary>
    public void SayWhatIsTaken(Func<ScreenId, FilesTaken> on)
    {
        for (var at = 0; at < messages.Count; at++)
        {
            if (messages[at] is OutboundBody.Show { Reply: Reply.Menu menu } show && on(menu.Screen) is var taken and not FilesTaken.None)
                messages[at] = show with { Takes = taken };
        }
    }

    /// <summary>What these screens show reaches her only by an edit, which no phone announces: where there is nothing to edit, a message that says nothing comes first.</summary>
    public void ShowUnannounced(Func<ScreenId, bool> these)
    {
        for (var at = messages.Count - 1; at >= 0; at--)
        {
            if (messages[at] is not OutboundBody.Show { Reply: Reply.Menu menu } show || !these(menu.Screen))
                continue;
            messages[at] = show with { Replaces = true, Silent = true, OnlyEdits = true };
            if (!show.Replaces)
                messages.Insert(at, new OutboundBody.Show(new Reply.Menu { Screen = menu.Screen, Language = menu.Language, Text = "…", Sensitive = true }, Replaces: false) { Silent = true });
        }
    }

    /// <summary>Takes every message of the chat away, and with it what this turn wanted to say so far.</summary>
    public void EraseEverything()
    {
        messages.Clear();
        messages.Add(new OutboundBody.Erase([], Everything: true));
    }

    public void Schedule(DueKind kind, DateTimeOffset? at) => schedule[kind] = new ScheduleChange(kind, at);

    /// <summary>Erases her: nothing of this conversation is kept but the ids of its events.</summary>
    public void Forget()
    {
        Fire(LifecycleEvent.Forget);
        State = ConversationState.New with { Lifecycle = State.Lifecycle };
        schedule.Clear();
        Link = null;
        Forgets = true;
    }

    public Turn Finish()
    {
        if (TypedMustGo() && Inbound.MessageId is { } typed && !messages.Any(m => m is OutboundBody.Erase { Everything: true }))
            messages.Insert(0, new OutboundBody.Erase([typed], Everything: false) { WithFiles = Before.Dialog is { } before && ReportActions.TakesIn(before.Screen) });
        return new Turn
        {
            Next = State with { Version = Before.Version + 1, Revision = Forgets ? null : Interpreter.Dialogs.Fingerprint },
            Out = Inbound.ReplyTo is { } answered ? [.. messages.Select(message => message with { ReplyTo = answered })] : [.. messages],
            Schedule = [.. schedule.Values],
            Link = Link,
            Effects = [.. effects],
            Footstep = Footstep.Of(this),
            Forgets = Forgets,
        };
    }

    /// <summary>What she typed on a sensitive screen, or what led to one, must not stay readable in the chat.</summary>
    private bool TypedMustGo() =>
        TypedSecret || (Inbound.Event is InboundEvent.Did or InboundEvent.Commanded or InboundEvent.Continued && Before.Lifecycle != LifecycleState.Decoy
            && (IsSensitive(Before.Dialog) || IsSensitive(State.Dialog) || AsksSecret(Before.Dialog)));

    /// <summary>She was asked for a new PIN or word: also one that does not fit says too much.</summary>
    public bool AsksSecret(DialogState? dialog) =>
        dialog is not null && Interpreter.Dialogs.Find(dialog.Screen)?.Ask is { Kind: AskKind.Pin } or { Do.Name: EngineActions.PinSet or EngineActions.WordSet };

    /// <summary>Her place, also one that was begun in another channel.</summary>
    private static DialogState? Here(DialogState? place, Inbound inbound) => place is null ? null : place with { Channel = ChannelOf(inbound) };

    private static string ChannelOf(Inbound inbound) => inbound.Conversation.Split(':')[0];

    private string FirstLanguage()
    {
        var offered = Interpreter.Dialogs.Languages;
        var hint = Inbound.LanguageHint?.Split('-', '_')[0];
        return offered.FirstOrDefault(language => string.Equals(language, hint, StringComparison.OrdinalIgnoreCase)) ?? offered[0];
    }
}
