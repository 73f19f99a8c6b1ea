using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running.Prepared;

namespace ChatSupport.Dialogs.Running;

/// <summary>Carries out the commands that work everywhere.</summary>
internal static class Obeying
{
    /// <summary>Carries a command out.</summary>
    /// <returns>False where it means nothing here.</returns>
    public static bool Obey(Walk walk, Command command)
    {
        if (IsDecoy(walk) || (walk.Screen.Dialog.Fenced && command != Command.Leave))
            return false;

        switch (command)
        {
            case Command.Leave:
                Entering.Leave(walk);
                return true;
            case Command.Back:
                Trails.Back(walk);
                return true;
            case Command.Home:
                Trails.Home(walk);
                return true;
            case Command.Person:
                Open(walk, Names.Person); // it asks what whoever comes must know, and calls the action itself
                return true;
            case Command.Forget:
                Open(walk, Names.Forget);
                return true;
            case Command.Language:
                Open(walk, Names.Language);
                return true;
            case Command.Help:
                Open(walk, Names.Help);
                return true;
            default:
                return false; // return: only the turn knows what is behind the decoy; stop, danger: only the chat with a person has them
        }
    }

    /// <summary>In the decoy nothing may show that there is more than the decoy.</summary>
    public static bool IsDecoy(Walk walk) => walk.State.Screen.Dialog == Names.Decoy;

    private static void Open(Walk walk, string dialog) =>
        Entering.Enter(walk, walk.Content.Find(ScreenId.Of(dialog))?.Id ?? walk.Content.Home.Id);
}
