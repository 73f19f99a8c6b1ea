using System.Collections.Immutable;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running.Prepared;

namespace ChatSupport.Dialogs.Running;

/// <summary>The way back: which screens "back" leads to.</summary>
internal static class Trails
{
    /// <summary>The trail after going to a screen. Going to a screen that "back" would lead to is going back to it, so that
    /// circles in the content do not make a way back without end. Fenced screens are never gone back to.</summary>
    public static ImmutableArray<ScreenId> To(Content content, DialogState state, PreparedScreen screen)
    {
        if (screen.Id == content.Home.Id)
            return [];

        var known = state.Trail.IndexOf(screen.Id);
        if (known >= 0)
            return state.Trail[..known];
        if (state.Screen == screen.Id || content.Find(state.Screen) is not { Dialog.Fenced: false })
            return state.Trail;

        var longer = state.Trail.Add(state.Screen);
        return longer.Length > DialogState.LongestTrail ? longer[^DialogState.LongestTrail..] : longer;
    }

    /// <summary>One step back. Shown, not entered: nothing happens a second time, and no branch throws her forward again.</summary>
    public static void Back(Walk walk)
    {
        var state = walk.State;
        if (!state.Suggested.IsEmpty)
        {
            walk.State = state with { Suggested = [], Misses = 0 };
        }
        else if (state.Trail is [.. var rest, var last])
        {
            walk.State = state with { Screen = last, Trail = rest, Misses = 0 };
        }
        else if (state.Screen != walk.Content.Home.Id)
        {
            Entering.Enter(walk, walk.Content.Home.Id);
            return;
        }

        Menus.Show(walk);
    }

    public static void Home(Walk walk)
    {
        walk.State = walk.State with { Trail = [] };
        Entering.Enter(walk, walk.Content.Home.Id);
    }

    /// <summary>Brings a state to this revision: the start of her dialog, else the last screen on her trail, else home.</summary>
    public static DialogState Settle(Content content, DialogState state, out bool moved)
    {
        var trail = state.Trail.IsDefault ? [] : state.Trail.RemoveAll(id => content.Find(id) is not { Dialog.Fenced: false });
        var suggested = state.Suggested.IsDefault ? [] : state.Suggested.RemoveAll(id => content.Find(id) is null);
        var languages = content.Dialogs.Languages;
        var language = languages.Count == 0 || languages.Contains(state.Language, StringComparer.Ordinal) ? state.Language : languages[0];
        moved = content.Find(state.Screen) is null;
        var screen = !moved ? state.Screen
            : content.Find(ScreenId.Of(state.Screen.Dialog))?.Id
            ?? (trail is [.., var last] ? last : content.Home.Id);
        if (screen == content.Home.Id)
            trail = [];
        else if (trail.IndexOf(screen) is >= 0 and var at)
            trail = trail[..at];

        return state with
        {
            Screen = screen,
            Trail = trail,
            Suggested = moved ? [] : suggested,
            Misses = moved ? 0 : state.Misses,
            Language = language,
        };
    }
}
