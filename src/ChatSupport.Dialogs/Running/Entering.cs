using System.Collections.Immutable;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running.Prepared;

namespace ChatSupport.Dialogs.Running;

/// <summary>Going to screens and entering them: set, do, when, show, in this order.</summary>
internal static class Entering
{
    public static void Enter(Walk walk, ScreenId id)
    {
        if (++walk.Entered > Walk.MostEntered || walk.Content.Find(id) is not { } screen)
        {
            Fault(walk);
            return;
        }

        walk.Trace?.Entered.Add((id, walk.Language));
        walk.Local = walk.Local.Clear();
        Apply(walk, screen.Set);
        Carry(walk, new Onward(screen.Do is null ? [] : [screen.Do], null, screen));
    }

    public static void Apply(Walk walk, IReadOnlyList<Assignment> assignments)
    {
        foreach (var assignment in assignments)
            walk.State = walk.State with { Variables = assignment.ApplyTo(walk.State.Variables, walk.Scope) };
    }

    /// <summary>Makes the calls one after the other, then goes on; stops at the first query.</summary>
    public static void Carry(Walk walk, Onward onward)
    {
        while (onward.Calls is [var call, .. var rest])
        {
            onward = onward with { Calls = rest };
            if (!Call(walk, call, onward))
                return;
        }

        if (onward.RestOf is { } screen)
            Branch(walk, screen);
        else if (onward.Go is { } target)
            Go(walk, target);
        else
            Enter(walk, onward.Land ?? walk.State.Screen);
    }

    /// <summary>Goes on after a query. A failed one leaves its variable absent, which content asks for with <c>nil</c> or <c>empty</c>.</summary>
    public static void Resume(Walk walk, Pause pause, Value? result)
    {
        if (pause.Into is { } into)
            walk.Keep(into, result);
        Carry(walk, pause.Onward);
    }

    public static void Go(Walk walk, PreparedTarget target)
    {
        if (target.Screen is { } screen)
            Enter(walk, screen);
        else if (target.Action is { } action)
            GoThrough(walk, action);
        else
            Menus.Show(walk);
    }

    /// <summary>Back to the first screen, whatever else went wrong; nothing that the step changed or caused remains.</summary>
    public static void Fault(Walk walk)
    {
        walk.GiveUp();
        walk.Notice = new Notice(Phrase.OurFault, null);
        Arrive(walk, walk.Content.Home);
    }

    public static void Leave(Walk walk)
    {
        walk.GiveUp(); // her place is kept behind the decoy
        walk.Cause(EngineActions.LeaveQuickly, ImmutableDictionary<string, string>.Empty);
    }

    private static void GoThrough(Walk walk, PreparedCall action)
    {
        if (action.Name == EngineActions.LeaveQuickly)
        {
            Leave(walk);
            return;
        }

        var lands = walk.Content.Action(action.Name)?.Lands ?? walk.State.Screen;
        Carry(walk, new Onward([action], null, null, lands));
    }

    private static bool Call(Walk walk, PreparedCall call, Onward onward)
    {
        var with = call.Arguments(walk.Scope);
        if (call.Name == EngineActions.LanguageSet)
        {
            if (with.TryGetValue("language", out var language) && walk.Content.Dialogs.Languages.Contains(language, StringComparer.Ordinal))
                walk.State = walk.State with { Language = language };
            return true;
        }

        switch (walk.Content.Action(call.Name)?.Kind)
        {
            case ActionKind.Effect:
                walk.Cause(call.Name, with);
                return true;
            case ActionKind.Query:
                walk.Wait(new ActionCall(call.Name, with), call.Into, onward);
                return false;
            default: // an action of another version of the program: the check finds it, a worker should not suffer from it
                return true;
        }
    }

    private static void Branch(Walk walk, PreparedScreen screen)
    {
        var scope = walk.Scope;
        if (screen.Branches.FirstOrDefault(branch => branch.If.Holds(scope)) is { } taken)
            Go(walk, taken.Go);
        else
            Arrive(walk, screen);
    }

    private static void Arrive(Walk walk, PreparedScreen screen)
    {
        walk.Local = walk.Local.Clear();
        walk.State = walk.State with
        {
            Screen = screen.Id,
            Trail = Trails.To(walk.Content, walk.State, screen),
            Misses = walk.Missed ? walk.State.Misses : 0,
            Suggested = [],
        };
        Menus.Show(walk);
        Menus.ShowSpot(walk, screen);
    }
}
