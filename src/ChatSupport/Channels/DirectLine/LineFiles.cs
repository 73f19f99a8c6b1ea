using System.Globalization;
using ChatSupport.Conversations;

namespace ChatSupport.Channels.DirectLine;

/// <summary>Lines between two people as activities. A recording or picture becomes a file of the chat that it goes to, and is deleted with it.</summary>
internal sealed class LineFiles(Files files, IEnumerable<IMediaSource> sources)
{
    private const string Lost = "📎?"; // it is gone where it came from: at least it is seen that there was something

    /// <summary>The activity for a line.</summary>
    public async Task<Activity> Write(Outbound outbound, OutboundBody.Line line, string? locale, CancellationToken cancel)
    {
        var activity = new Activity { Type = "message", Text = line.Text, Locale = locale };
        return line.Media switch
        {
            null => activity,
            { Kind: LineMediaKind.Location, Latitude: { } latitude, Longitude: { } longitude } => Spot(activity, line.Text, latitude, longitude),
            { Media: { } media, From: var from } when await Copy(outbound, from, media, cancel).ConfigureAwait(false) is { } attachment =>
                activity with { Attachments = [attachment] },
            _ => activity with { Text = $"{line.Text} {Lost}" },
        };
    }

    private static Activity Spot(Activity activity, string text, double latitude, double longitude)
    {
        var at = string.Create(CultureInfo.InvariantCulture, $"{latitude:0.######},{longitude:0.######}");
        return activity with
        {
            Attachments =
            [
                new Attachment { ContentType = "application/vnd.microsoft.card.hero", Content = new HeroCard("📍", text, [new CardAction("openUrl", "📍", $"geo:{at}?q={at}")]) },
            ],
            ChannelData = new ChannelData { Location = new SharedLocation(latitude, longitude, "📍", text) },
        };
    }

    private async Task<Attachment?> Copy(Outbound outbound, string from, string media, CancellationToken cancel)
    {
        var source = sources.FirstOrDefault(one => one.Channel == from.Split(':')[0]);
        if (source is null || await source.Read(from, media, cancel).ConfigureAwait(false) is not { } sent)
            return null;
        var key = Files.KeyOf(outbound.Conversation, string.Create(CultureInfo.InvariantCulture, $"line{outbound.Id}"), 0);
        await files.Put(outbound.Conversation, key, sent.ContentType, sent.Bytes, cancel).ConfigureAwait(false);
        var isPicture = sent.ContentType.StartsWith("image/", StringComparison.Ordinal);
        return new Attachment { ContentType = sent.ContentType, Name = isPicture ? "photo.jpg" : "voice.ogg", Upload = key };
    }
}
