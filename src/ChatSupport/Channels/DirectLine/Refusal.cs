namespace ChatSupport.Channels.DirectLine;

/// <summary>A refusal in the protocol's shape: <c>{"error":{"code":"…","message":"…"}}</c>.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">The protocol's word for it.</param>
/// <param name="Message">What is wrong and what to do; holds nothing that the client sent.</param>
internal sealed record Refusal(int Status, string Code, string Message) : IResult
{
    public static Refusal NoCredential { get; } = new(401, "Unauthorized", "There is no token. Send 'Authorization: Bearer' with a token or a site's secret.");
    public static Refusal NotOurs { get; } = new(403, "BadArgument", "The token or secret is not one of this server. Get a new token.");
    public static Refusal Expired { get; } = new(403, "TokenExpired", "The token is too old. Get a new token.");
    public static Refusal OtherConversation { get; } = new(403, "BadArgument", "The token is for another conversation.");
    public static Refusal SecretNeeded { get; } = new(403, "BadArgument", "This call needs a site's secret, or a page of this server.");
    public static Refusal TokenNeeded { get; } = new(403, "BadArgument", "This call needs a token.");
    public static Refusal ForeignOrigin { get; } = new(403, "Forbidden", "Pages of this origin may not use the site. Add the origin to the site's list.");
    public static Refusal Ended { get; } = new(404, "NotFound", "There is no such conversation, or it ended. Start a new one.");
    public static Refusal NoSuchCall { get; } = new(404, "NotFound", "There is no such call. This server speaks Direct Line 3.0.");
    public static Refusal NoSuchFile { get; } = new(404, "NotFound", "There is no such file, or it was deleted.");
    public static Refusal TooBig { get; } = new(413, "MessageSizeTooBig", "That is too big. A message may have 64 KB, a file 5 MB.");
    public static Refusal TooLong { get; } = new(413, "MessageSizeTooBig", "The text is too long: a message may have 4096 letters. Send it in parts.");
    public static Refusal TooManyFiles { get; } = new(413, "MessageSizeTooBig", "The conversation holds as many files as it may.");
    public static Refusal Unavailable { get; } = new(503, "ServiceUnavailable", "It could not be kept just now. Nothing changed; send it again.");
    public static Refusal TooLate { get; } = new(404, "NotFound", "The conversation was emptied while the file was on its way. The file was not kept.");
    public static Refusal TooSlow { get; } = new(408, "RequestTimeout", "The file took too long to come. It was not kept; send it again.");
    public static Refusal NoRoom { get; } = new(503, "ServiceUnavailable", "There is little room on the disk, so no files are taken just now. Text is taken as always.") { RetryAfter = 300 };
    public static Refusal BadTicket { get; } = new(403, "BadArgument", "The stream's address was used before or is too old. Ask for the conversation to get a new one.");
    public static Refusal NotAStream { get; } = new(400, "BadArgument", "This address is for a WebSocket.");

    /// <summary>The content of the call cannot be read.</summary>
    public static Refusal Bad(string message) => new(400, "BadArgument", message);

    /// <summary>Too much of something.</summary>
    public static Refusal TooMany(string message, int seconds = 10) => new(429, "TooManyRequests", message) { RetryAfter = seconds };

    /// <summary>Seconds to wait; null to say nothing of it.</summary>
    public int? RetryAfter { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        if (RetryAfter is { } seconds)
            httpContext.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return httpContext.Response.WriteAsJsonAsync(new { Error = new { Code, Message } }, Wire.Options, httpContext.RequestAborted);
    }
}
