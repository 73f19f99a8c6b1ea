using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running.Prepared;

namespace ChatSupport.Dialogs.Running;

/// <summary>What she sends instead of typing: a location, a voice note, a photo, something that cannot be read.</summary>
internal static class Receiving
{
    public static void Other(Walk walk, Input input)
    {
        switch (input)
        {
            case Input.Location location:
                Location(walk, location);
                break;
            case Input.Voice voice:
                Media(walk, AskKind.Voice, voice.Media, Phrase.VoiceNotHere);
                break;
            case Input.Photo photo:
                Media(walk, AskKind.Photo, photo.Media, Phrase.PhotoNotHere);
                break;
            case Input.Edited:
                Refuse(walk, Phrase.EditedNotRead);
                break;
            default:
                Refuse(walk, Phrase.CannotRead);
                break;
        }
    }

    private static void Location(Walk walk, Input.Location location)
    {
        var near = new ScreenId(Names.Services, Names.NearScreen);
        if (Answers.Spot(location) is not { } spot)
        {
            Refuse(walk, Phrase.CannotRead);
        }
        else if (walk.Screen.Ask is { Ask.Kind: AskKind.Place } ask)
        {
            Asking.Answer(walk, ask, spot);
        }
        else if (!walk.Screen.Dialog.Fenced && walk.Content.Find(near) is { } screen)
        {
            walk.Keep(Names.NearScreen, spot);
            if (screen.Ask is { Ask.Kind: AskKind.Place } question)
                Asking.Answer(walk, question, spot); // she gave already what it would ask for
            else
                Entering.Enter(walk, near);
        }
        else
        {
            Refuse(walk, Phrase.CannotRead);
        }
    }

    private static void Media(Walk walk, AskKind kind, string media, Phrase refusal)
    {
        if (walk.Screen.Ask is { } ask && ask.Ask.Kind == kind)
            Asking.Answer(walk, ask, new Value.Text(media));
        else
            Refuse(walk, refusal);
    }

    private static void Refuse(Walk walk, Phrase phrase) => Menus.Show(walk, Obeying.IsDecoy(walk) ? null : phrase);
}
