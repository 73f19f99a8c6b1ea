using ChatSupport.Dialogs.Running;

namespace ChatSupport.Channels.Terminal;

/// <summary>A letter for each button below the choices, for who has only a keyboard.</summary>
internal static class Letters
{
    private const string All = "abcdefghijklmnop";

    /// <summary>The buttons with their letters, in order.</summary>
    public static IEnumerable<(char Letter, Button Button)> Of(Reply.Menu menu) =>
        menu.Navigation.IsDefaultOrEmpty ? [] : menu.Navigation.Take(All.Length).Select((button, at) => (All[at], button));
}
