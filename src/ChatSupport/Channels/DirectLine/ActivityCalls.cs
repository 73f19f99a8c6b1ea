using System.Globalization;
using ChatSupport.Conversations;

namespace ChatSupport.Channels.DirectLine;

/// <summary>What is said in a conversation.</summary>
internal sealed class ActivityCalls(ChatFinder chats, History history, ConversationDoor door, TimeProvider time)
{
    /// <summary><c>POST conversations/{id}/activities</c>: answered only after the turn is on disk. With the client's own id of it, the same again changes nothing.</summary>
    public async Task<IResult> Post(HttpContext call, string id)
    {
        if (await Door.Read<IncomingActivity>(call).ConfigureAwait(false) is not { } activity)
            return Refusal.Bad("The activity is missing.");
        return await Take(call, id, activity, activity.Origin(), []).ConfigureAwait(false);
    }

    /// <summary><c>GET conversations/{id}/activities</c>: what was said after a watermark.</summary>
    public IResult Read(HttpContext call, string id)
    {
        if (chats.Find(Caller.Of(call), id, out var key) is not { } chat)
            return Refusal.Ended;
        return Watermark.TryRead(call.Request.Query["watermark"], chat, out var number)
            ? Results.Json(ActivitySet.Of(history.Read(key, ReaderOf(call, id), number)), Wire.Options)
            : Watermark.Refused;
    }

    /// <summary>Who reads, with the address by which it reaches the conversation.</summary>
    public static Reader ReaderOf(HttpContext call, string id) =>
        new(id, $"{call.Request.Scheme}://{call.Request.Host}{DirectLineFeature.Base}/conversations/{id}");

    /// <summary>Takes an activity to its end.</summary>
    /// <param name="call">The call.</param>
    /// <param name="id">The conversation's id.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="origin">What makes it known when it comes again.</param>
    /// <param name="files">What was uploaded with it.</param>
    public async Task<IResult> Take(HttpContext call, string id, IncomingActivity activity, string origin, IReadOnlyList<UploadedFile> files)
    {
        var caller = Caller.Of(call);
        if (chats.Find(caller, id, out var key) is not { } chat)
            return Refusal.Ended;
        var meaning = ActivityReader.Read(activity, [.. files]);
        if (meaning.Refusal is { } refusal)
            return refusal;
        if (activity.InPlace && !chat.InPlace)
            await history.ShowInPlace(key, call.RequestAborted).ConfigureAwait(false);

        var echo = meaning.Echo ? Echo(activity, caller, chat, files) : null;
        var written = echo is null ? null : await history.Append(key, origin, echo, call.RequestAborted, isHers: true).ConfigureAwait(false);
        if (echo is not null && written is null)
            return Refusal.Ended;
        var posting = new Posting(key, id, origin, written?.Born, activity, meaning, InPlace: chat.InPlace || activity.InPlace);
        // A page that leaves goes away at once: what it said must be seen through all the same.
        var receipt = await TakeAll(posting, written is { IsNew: true }, CancellationToken.None).ConfigureAwait(false);
        if (receipt == Receipt.TooFast)
            return Refusal.TooMany("That was too fast. Wait a little and send it again.");
        return Results.Json(new { Id = ChatNames.ActivityId(id, written?.Born ?? chat.LastNumber) }, Wire.Options);
    }

    private async Task<Receipt> TakeAll(Posting posting, bool isNew, CancellationToken cancel)
    {
        var receipt = Receipt.Committed;
        try
        {
            for (var part = 0; part < posting.Meaning.Events.Length && receipt != Receipt.TooFast; part++)
                receipt = await door.Receive(InboundOf(posting, part), cancel).ConfigureAwait(false);
        }
        catch when (isNew)
        {
            await Withdraw(posting).ConfigureAwait(false);
            throw;
        }
        if (isNew && receipt != Receipt.Committed)
            await Withdraw(posting).ConfigureAwait(false);
        return receipt;
    }

    /// <summary>Nothing came of it, so it is not a part of the chat: the client sends it again.</summary>
    private async Task Withdraw(Posting posting)
    {
        try
        {
            await history.TakeAway(posting.Key, [posting.Born!.Value], posting.InPlace, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Storage.StoreUnavailableException)
        {
            // It stays as it is: sent again, it is found by its origin.
        }
    }

    private Inbound InboundOf(Posting posting, int part) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{posting.Key}:{posting.Origin}{(part == 0 ? "" : "/" + part)}"),
        Conversation = posting.Key,
        Address = posting.ConversationId,
        Event = posting.Meaning.Events[part],
        ArrivedAt = time.GetUtcNow(),
        MessageId = posting.Born is { } born && !posting.Meaning.IsPress ? born.ToString(CultureInfo.InvariantCulture) : null,
        PressedOn = posting.Meaning.IsPress && posting.InPlace ? "menu" : null,
        LanguageHint = IncomingActivity.Short(posting.Activity.Locale),
    };

    private static Activity Echo(IncomingActivity activity, Caller caller, Chat chat, IReadOnlyList<UploadedFile> files) => new()
    {
        Type = activity.Type!,
        From = new Account(caller.Token?.User ?? activity.UserId ?? "user", "user"),
        Locale = IncomingActivity.Short(activity.Locale) ?? chat.Locale,
        ReplyToId = IncomingActivity.Short(activity.ReplyToId),
        Text = activity.Type == "message" ? activity.Text : null,
        Name = IncomingActivity.Short(activity.Name),
        Attachments = files.Count == 0 ? null : [.. files.Select(file => new Attachment { ContentType = file.ContentType, Name = file.Name, Upload = file.Key })],
        ChannelData = new ChannelData
        {
            ClientActivityID = activity.ClientId,
            ClientTimestamp = activity.ClientTimestamp,
            PostBack = activity.IsPostBack ? true : null,
            Location = activity.Location,
        },
    };

    /// <summary>An activity on its way.</summary>
    private sealed record Posting(
        string Key, string ConversationId, string Origin, long? Born, IncomingActivity Activity, Meaning Meaning, bool InPlace);
}
