using System.Globalization;
using ChatSupport.Conversations;
using ChatSupport.Storage;

namespace ChatSupport.Channels.DirectLine;

/// <summary>What is said in a conversation.</summary>
internal sealed class ActivityCalls(ChatFinder chats, History history, Origins origins, Streams streams, ConversationDoor door, TimeProvider time)
{
    private const int MostTriesToLeave = 20;
    private static readonly TimeSpan betweenTries = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan quick = TimeSpan.FromSeconds(1); // an answer that takes longer is announced

    /// <summary><c>POST conversations/{id}/activities</c>: answered only after the turn is on disk. With the client's own id of it, the same again changes nothing.</summary>
    public async Task<IResult> Post(HttpContext call, string id)
    {
        if (await Door.Read<IncomingActivity>(call).ConfigureAwait(false) is not { } activity)
            return Refusal.Bad("The activity is missing.");
        return await Take(call, id, activity, origins.Of(activity), []).ConfigureAwait(false);
    }

    /// <summary><c>POST conversations/{id}/leave</c>: our page leaves quickly. Without a body: where the connection ends behind one, it cannot be read any more.</summary>
    public Task<IResult> Leave(HttpContext call, string id)
    {
        var leaving = new IncomingActivity { Type = "event", Name = "leave" };
        return Take(call, id, leaving, origins.Of(leaving), []);
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
    /// <param name="coming">The upload; null where there was none.</param>
    public async Task<IResult> Take(
        HttpContext call, string id, IncomingActivity activity, string origin, IReadOnlyList<UploadedFile> files, Underway.ComingFiles? coming = null)
    {
        var caller = Caller.Of(call);
        if (chats.Find(caller, id, out var key) is not { } chat)
            return Refusal.Ended;
        var meaning = ActivityReader.Read(activity, [.. files]);
        if (meaning.Refusal is { } refusal)
            return refusal;
        using var slow = meaning.Events.IsEmpty || meaning.IsLeaving
            ? null
            : time.CreateTimer(_ => streams.ShowTyping(key), null, quick, Timeout.InfiniteTimeSpan);
        if (activity.InPlace && !chat.InPlace)
            await history.ShowInPlace(key, call.RequestAborted).ConfigureAwait(false);

        var echo = meaning.Echo ? Echo(activity, caller, chat, files) : null;
        var written = echo is null ? null : await history.AppendHers(key, origin, echo, coming, call.RequestAborted).ConfigureAwait(false);
        if (echo is not null && written is null)
            return coming is { AreTooLate: true } ? Refusal.TooLate : Refusal.Ended;
        var posting = new Posting(key, id, origin, written?.Born, activity, meaning, InPlace: chat.InPlace || activity.InPlace, AddressLimits.PlaceOf(call));
        var receipt = meaning.IsLeaving
            ? await SeeThrough(posting).ConfigureAwait(false)
            : await TakeAll(posting, written is { IsNew: true }, CancellationToken.None).ConfigureAwait(false);
        if (receipt == Receipt.TooFast)
            return Refusal.TooMany("That was too fast. Wait a little and send it again.");
        return Results.Json(new { Id = ChatNames.ActivityId(id, written?.Born ?? chat.LastNumber) }, Wire.Options);
    }

    /// <summary>A page that leaves is gone at once and sends nothing again: the server tries for it, also where the connection broke meanwhile.</summary>
    private async Task<Receipt> SeeThrough(Posting posting)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await TakeAll(posting, isNew: false, CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception e) when (tries < MostTriesToLeave && (e is ConversationUnavailableException or StoreUnavailableException))
            {
                await Task.Delay(betweenTries, time, CancellationToken.None).ConfigureAwait(false);
            }
        }
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
            await history.TakeAway(posting.Key, [posting.Born!.Value], withFiles: false, posting.InPlace, CancellationToken.None).ConfigureAwait(false);
        }
        catch (StoreUnavailableException)
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
        ReplyTo = posting.Born?.ToString(CultureInfo.InvariantCulture),
        Place = posting.Place,
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
        string Key, string ConversationId, string Origin, long? Born, IncomingActivity Activity, Meaning Meaning, bool InPlace, int Place);
}
