using ChatSupport.Conversations;

namespace ChatSupport.Channels.DirectLine;

/// <summary>Pictures and recordings, in and out.</summary>
internal sealed class FileCalls(
    CallerCheck check, ChatFinder chats, History history, Files files, FileTickets tickets, ReadRecording readRecording, ActivityCalls activities, Origins origins,
    AddressLimits limits, Underway underway, SpareDisk disk, TimeProvider time, ILogger<FileCalls> log)
{
    private static readonly Refusal wrongKind = Refusal.Bad("The file is no picture and no recording that this server knows.");
    private static readonly Refusal noFile = Refusal.Bad("There is no file in the upload.");

    private static readonly TimeSpan patience = TimeSpan.FromMinutes(3); // as long as our page waits

    /// <summary><c>POST conversations/{id}/upload</c>: a message with files.</summary>
    public async Task<IResult> Upload(HttpContext call, string id)
    {
        if (chats.Find(Caller.Of(call), id, out var key) is null)
            return Refusal.Ended;
        if (!limits.TakeUpload(call))
            return Refusal.TooMany("Too many files come from this address. Try again in some minutes.", seconds: 60);
        using var place = limits.TakeUploadPlace(call);
        if (place is null)
            return Refusal.TooMany("Many files are coming at this moment. Try again in some seconds.", seconds: 5);
        if (!disk.HasRoom())
            return Refusal.NoRoom;
        using var coming = underway.Begin(key);
        using var late = new CancellationTokenSource(patience, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(late.Token, call.RequestAborted);
        try
        {
            return await Take(call, id, key, await UploadBody.Read(call, limit.Token).ConfigureAwait(false), coming).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            return Refusal.TooSlow;
        }
    }

    private async Task<IResult> Take(HttpContext call, string id, string key, UploadBody body, Underway.ComingFiles coming)
    {
        if (body.Files.Count == 0)
            return noFile;
        var origin = origins.Of(body.Activity);
        var kept = new List<UploadedFile>();
        foreach (var file in body.Files)
        {
            if (FileKind.Of(file.Bytes, file.Declared) is not { } type)
                return wrongKind;
            kept.Add(new UploadedFile(Files.KeyOf(key, origin, kept.Count), type));
        }
        if (ActivityReader.Read(body.Activity with { Type = "message" }, [.. kept]).Refusal is { } unreadable)
            return unreadable;
        if (await files.Keep(key, kept, body.Files, coming, call.RequestAborted).ConfigureAwait(false) is { } refusal)
            return refusal;
        return await activities.Take(call, id, body.Activity with { Type = "message" }, origin, kept, coming).ConfigureAwait(false);
    }

    /// <summary><c>GET conversations/{id}/files/{file}</c>: what she sent.</summary>
    public IResult ReadFile(HttpContext call, string id, string file)
    {
        if (Refuse(call, id, $"files/{file}") is { } refusal)
            return refusal;
        return files.Read(chats.KeyOf(id), file) is var (type, bytes) ? Answer(call, bytes, type) : Refusal.NoSuchFile;
    }

    /// <summary><c>GET conversations/{id}/recordings/{number}</c>: the recording of a screen that she was sent. Its address does not say which.</summary>
    public async Task<IResult> ReadRecording(HttpContext call, string id, long number)
    {
        if (Refuse(call, id, $"recordings/{number}") is { } refusal)
            return refusal;
        if (history.ReadOne(chats.KeyOf(id), number)?.Attachments is not [{ Recording: { } media, ContentType: var type }])
            return Refusal.NoSuchFile;
        if (await readRecording(media, call.RequestAborted).ConfigureAwait(false) is { } bytes)
            return Answer(call, bytes, type);
        log.NoRecording(media);
        return Refusal.NoSuchFile;
    }

    /// <summary>A token of the conversation opens its files, and so does a ticket for the file.</summary>
    private Refusal? Refuse(HttpContext call, string id, string file)
    {
        if (call.Request.Headers.Authorization.Count == 0 && tickets.IsGood(chats.KeyOf(id), file, call.Request.Query["t"]))
            return null;
        if (check.Check(call, out var caller) is { } refusal)
            return refusal;
        return chats.Find(caller!, id, out _) is null ? Refusal.Ended : null;
    }

    private static IResult Answer(HttpContext call, byte[] bytes, string type)
    {
        var headers = call.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox"; // whatever it is, it is no page
        headers.ContentDisposition = "inline";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin"; // pages of partners show it
        return Results.Bytes(bytes, type, enableRangeProcessing: true);
    }
}
