using System.Collections.Immutable;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running.Prepared;

namespace ChatSupport.Dialogs.Running;

/// <summary>One step under way: the state as it changes, and what was said and caused so far. Lives for one call.</summary>
internal sealed class Walk
{
    /// <summary>The most screens that one step may enter: more can only be a loop that nobody gets out of.</summary>
    public const int MostEntered = 25;

    private readonly DialogState before;
    private readonly ImmutableArray<Reply>.Builder replies = ImmutableArray.CreateBuilder<Reply>();
    private readonly ImmutableArray<Effect>.Builder effects = ImmutableArray.CreateBuilder<Effect>();
    private Pause? pause;
    private ActionCall? waiting;

    public Walk(Content content, DialogState state, DateOnly? today, Trace? trace)
    {
        Content = content;
        Trace = trace;
        before = today is null ? state : state with { Today = today };
        State = before;
    }

    private Walk(Content content, Step step, Pause pause)
    {
        Content = content;
        before = pause.Before;
        State = step.State;
        replies.AddRange(step.Replies);
        effects.AddRange(step.Effects);
        Local = pause.Local;
        Entered = pause.Entered;
        Notice = pause.Notice;
        Missed = step.Missed;
        FoundNothing = step.FoundNothing;
        Trace = pause.Trace;
    }

    public Content Content { get; }

    public Trace? Trace { get; }

    public DialogState State { get; set; }

    /// <summary>Names that live for one action only: <c>answer</c>, the element of a list.</summary>
    public ImmutableDictionary<string, Value> Local { get; set; } = ImmutableDictionary<string, Value>.Empty;

    /// <summary>Said above the next screen that is shown.</summary>
    public Notice? Notice { get; set; }

    public int Entered { get; set; }

    public bool Missed { get; set; }

    public bool FoundNothing { get; set; }

    public string Language => State.Language;

    /// <summary>The screen she sees.</summary>
    public PreparedScreen Screen => Content.Find(State.Screen) ?? Content.Home;

    public Scope Scope
    {
        get
        {
            var scope = new Scope(State.Variables, State.Language, State.Today, State.Channel);
            foreach (var (name, value) in Local)
                scope = scope.With(name, value);
            return scope;
        }
    }

    public static Walk Again(Content content, Step waiting) => waiting.Pause is { } pause
        ? new Walk(content, waiting, pause)
        : throw new ArgumentException("The step does not wait for a query.", nameof(waiting));

    public void Say(Reply reply) => replies.Add(reply);

    public void Cause(string action, IReadOnlyDictionary<string, string> with) => effects.Add(new Effect(action, with));

    public void Keep(string name, Value? value) => State = State with { Variables = State.Variables.With(name, value) };

    /// <summary>Stops until the query's result is there.</summary>
    public void Wait(ActionCall call, string? into, Onward onward)
    {
        waiting = call;
        pause = new Pause(into, onward, Local, Entered, Notice, before, Trace);
    }

    /// <summary>Begins again from where the step began, as if nothing had been entered or caused.</summary>
    public void GiveUp()
    {
        State = before with { Suggested = [], Misses = 0 };
        effects.Clear();
        replies.Clear();
        Local = Local.Clear();
    }

    public Step End() => new(State, replies.DrainToImmutable(), effects.DrainToImmutable(), waiting) { Missed = Missed, FoundNothing = FoundNothing, Pause = pause };
}

/// <summary>A kind word above a screen: one of the engine's, or the author's own.</summary>
internal sealed record Notice(Phrase? Phrase, PreparedText? Own);

/// <summary>Everything a step needs to go on after a query.</summary>
/// <param name="Into">The variable that receives the result.</param>
/// <param name="Onward">What comes next.</param>
/// <param name="Local">Names that lived when it stopped.</param>
/// <param name="Entered">Screens entered so far.</param>
/// <param name="Notice">What is still to be said above the next screen.</param>
/// <param name="Before">The state that the whole step began with.</param>
/// <param name="Trace">Where what it passes through is noted; null in a turn.</param>
internal sealed record Pause(
    string? Into, Onward Onward, ImmutableDictionary<string, Value> Local, int Entered, Notice? Notice, DialogState Before, Trace? Trace);

/// <summary>What follows a call: first the further calls, then the rest of a screen or a target.</summary>
internal sealed record Onward(ImmutableArray<PreparedCall> Calls, PreparedTarget? Go, PreparedScreen? RestOf, ScreenId? Land = null);
