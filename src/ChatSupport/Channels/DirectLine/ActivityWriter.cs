using System.Globalization;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Channels.DirectLine;

/// <summary>Writes what the bot says as activities.</summary>
internal static class ActivityWriter
{
    private const string Decoy = "decoy";
    private const string RecordingType = "audio/ogg";

    /// <summary>The activity for a message; null for what has no form here.</summary>
    /// <param name="body">What to say.</param>
    /// <param name="locale">Language of the last menu, for what does not say its own.</param>
    public static Activity? Write(OutboundBody body, string? locale) => body switch
    {
        OutboundBody.Show { Reply: Reply.Menu menu } show => WriteMenu(menu, show.Takes),
        OutboundBody.Show { Reply: Reply.Spot spot } => WriteSpot(spot, locale),
        OutboundBody.Show { Reply: Reply.Recording recording } => WriteRecording(recording, locale),
        OutboundBody.Say say => new Activity { Type = "message", Text = say.Text, Locale = locale },
        _ => null,
    };

    /// <summary>Tells a client that cannot take messages back that the chat so far is over.</summary>
    public static Activity End(string? locale) => new() { Type = "endOfConversation", Code = "userCancelled", Locale = locale };

    private static Activity WriteMenu(Reply.Menu menu, FilesTaken takes) => new()
    {
        Type = "message",
        Text = MenuText.Numbered(menu),
        Locale = menu.Language,
        InputHint = menu.Asks is null && menu.Choices.IsEmpty ? "acceptingInput" : "expectingInput",
        SuggestedActions = new SuggestedActions([.. menu.Choices.Concat(menu.Navigation)
            .Select(button => new CardAction("postBack", button.Label, ActivityReader.ButtonMark + button.Id))]),
        ChannelData = new ChannelData { Chatsupport = WriteScreen(menu, takes) },
    };

    private static ScreenData WriteScreen(Reply.Menu menu, FilesTaken takes) => new(
        menu.Screen.ToString(),
        menu.Sensitive,
        menu.Asks?.ToString().ToLowerInvariant(),
        menu.Notice,
        menu.Text,
        [.. menu.Choices.Select(choice => new ScreenChoice(choice.Id, choice.Label))],
        [.. menu.Navigation.Select(way => new ScreenNavigation(way.Id, way.Label, KindOf(way.Id)))],
        menu.Screen.Dialog == Decoy,
        PeerActions.TakesLines(menu.Screen),
        takes switch
        {
            FilesTaken.Voice => "voice",
            FilesTaken.VoiceAndPictures => "files",
            _ => null,
        });

    private static string KindOf(string id) => id switch
    {
        "n-home" => "home",
        "n-person" => "person",
        "n-leave" => "leave",
        ['l', ..] => "listen",
        _ => "back",
    };

    private static Activity WriteSpot(Reply.Spot spot, string? locale)
    {
        var at = string.Create(CultureInfo.InvariantCulture, $"{spot.Latitude:0.######},{spot.Longitude:0.######}");
        return new Activity
        {
            Type = "message",
            Locale = locale,
            Attachments =
            [
                new Attachment
                {
                    ContentType = "application/vnd.microsoft.card.hero",
                    Content = new HeroCard(spot.Title, spot.Address, [new CardAction("openUrl", spot.Title, $"geo:{at}?q={at}")]),
                },
            ],
            ChannelData = new ChannelData { Location = new SharedLocation(spot.Latitude, spot.Longitude, spot.Title, spot.Address) },
        };
    }

    private static Activity WriteRecording(Reply.Recording recording, string? locale) => new()
    {
        Type = "message",
        Locale = locale,
        Attachments = [new Attachment { ContentType = RecordingType, Name = "voice.ogg", Recording = recording.Media }],
    };
}
