using ChatSupport.Conversations;

namespace ChatSupport.Channels.DirectLine;

/// <summary>Pictures and recordings, in and out.</summary>
internal sealed class FileCalls(
    CallerCheck check, ChatFinder chats, History history, Files files, FileTickets tickets, ReadRecording readRecording, ActivityCalls activities,
    AddressLimits limits, ILogger<FileCalls> log)
{
    private static readonly Refusal wrongKind = Refusal.Bad("The file is no picture and no recording that this server knows.");
    private static readonly Refusal noFile = Refusal.Bad("There is no file in the upload.");

    /// <summary><c>POST conversations/{id}/upload</c>: a message with files.</summary>
    public async Task<IResult> Upload(HttpContext call, string id)
    {
        if (chats.Find(Caller.Of(call), id, out var key) is null)
            return Refusal.Ended;
        if (!limits.TakeUpload(call))
            return Refusal.TooMany("Too many files come from this address. Try again in some minutes.", seconds: 60);
        var body = await UploadBody.Read(call).ConfigureAwait(false);
        if (body.Files.Count == 0)
            return noFile;
        var origin = body.Activity.Origin();
        var kept = new List<UploadedFile>();
        foreach (var file in body.Files)
        {
            if (FileKind.Of(file.Bytes, file.Declared) is not { } type)
                return wrongKind;
            kept.Add(new UploadedFile(Files.KeyOf(key, origin, kept.Count), type));
        }
        for (var i = 0; i < kept.Count; i++)
        {
            if (!await files.Keep(key, kept[i], body.Files[i].Bytes, call.RequestAborted).ConfigureAwait(false))
                return Refusal.TooManyFiles;
        }
        return await activities.Take(call, id, body.Activity with { Type = "message" }, origin, kept).ConfigureAwait(false);
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
