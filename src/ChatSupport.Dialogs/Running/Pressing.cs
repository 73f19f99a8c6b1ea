using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Running;

/// <summary>What a pressed button means. One that is not on the screen she sees never does anything but say so.</summary>
internal static class Pressing
{
    public static void Button(Walk walk, string id)
    {
        if (Command(id) is { } command && Obeying.Obey(walk, command))
            return;

        var screen = walk.Screen;
        if (!screen.Dialog.Fenced && id == ButtonIds.Back(screen.Id))
            Trails.Back(walk);
        else if (!screen.Dialog.Fenced && id == ButtonIds.Listen(screen.Id) && Menus.Recording(walk, screen) is { } recording)
            walk.Say(new Reply.Recording(recording));
        else if (walk.State.Suggested.Where(suggested => ButtonIds.Suggestion(suggested) == id).Cast<ScreenId?>().FirstOrDefault() is { } suggested)
            Entering.Enter(walk, suggested);
        else if (Menus.Choices(walk, screen).FirstOrDefault(choice => choice.Button.Id == id) is { } choice)
            Choosing.Choose(walk, choice);
        else
            Menus.Show(walk, Obeying.IsDecoy(walk) ? null : Phrase.OldButton);
    }

    private static Command? Command(string id) => id switch
    {
        ButtonIds.Home => Model.Command.Home,
        ButtonIds.Person => Model.Command.Person,
        ButtonIds.Leave => Model.Command.Leave,
        _ => null,
    };
}
