using ChatSupport.Conversations;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Savings.Seats;

/// <summary>Which screens of the dialog <c>savings</c> show what is hers, and which ask for her PIN.</summary>
internal static class SeatScreens
{
    /// <summary>Where the dialog begins: it shows nothing of hers.</summary>
    public static readonly ScreenId Start = SavingsActions.Screen("start");

    /// <summary>Variables that say nothing of what she saved.</summary>
    private static readonly HashSet<string> harmless = new(StringComparer.Ordinal) { "seat", "reminder" };

    private static readonly HashSet<string> plain = new(StringComparer.Ordinal)
    {
        "start", "elsewhere", "none", "pinless", "code", "code-wrong", "linked", "set", "closed", "forgot", "reminder", "note",
    };

    /// <summary>What a PIN is asked for there; null where none is.</summary>
    public static PadFor? PadOn(ScreenId screen) => screen.Dialog != Start.Dialog ? null : screen.Screen switch
    {
        "pin" or "wrong" or "typed" => PadFor.Open,
        "prove" => PadFor.Prove,
        "new" or "weak" or "differ" => PadFor.New,
        "again" => PadFor.Again,
        _ => null,
    };

    /// <summary>Whether she types a code of the staff there.</summary>
    public static bool TakesCode(ScreenId screen) => screen.Dialog == Start.Dialog && screen.Screen is "code" or "code-wrong";

    /// <summary>Whether it shows what is hers, so that it stands only while her savings stand open. A screen that nobody thought of does.</summary>
    public static bool IsHers(ScreenId screen) => screen.Dialog == Start.Dialog && PadOn(screen) is null && !plain.Contains(screen.Screen);

    /// <summary>Her place without anything of hers in it.</summary>
    /// <param name="place">Her place.</param>
    /// <param name="dialogs">The content, which says what the dialog keeps.</param>
    public static DialogState Without(DialogState place, DialogSet dialogs)
    {
        var variables = place.Variables;
        if (dialogs.Dialogs.GetValueOrDefault(Start.Dialog) is { } savings)
        {
            foreach (var name in savings.Variables.Keys.Where(name => !harmless.Contains(name)))
                variables = variables.With(name, null);
        }
        return place with { Variables = variables, Trail = [.. place.Trail.Where(screen => !IsHers(screen) && PadOn(screen) is null)] };
    }
}
