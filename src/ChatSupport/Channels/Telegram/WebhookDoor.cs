using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ChatSupport.Conversations;
using Microsoft.Extensions.Options;

namespace ChatSupport.Channels.Telegram;

/// <summary>Where Telegram calls. Answered with 200 only after the turn is on disk, so that Telegram repeats what was lost.
/// A button press is answered in the same breath: Telegram carries out the method that stands in the answer.</summary>
internal sealed class WebhookDoor(TelegramIntake intake, IOptions<TelegramOptions> options, ILogger<WebhookDoor> log)
{
    public const string Path = "/telegram/webhook";

    /// <summary>The longest body that is read. Telegram's updates are some kilobytes.</summary>
    public const int LongestBody = 512 * 1024;

    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";
    private const string TryAgainIn = "2"; // seconds

    private readonly byte[]? secret = string.IsNullOrEmpty(options.Value.WebhookSecret) ? null : Digest(options.Value.WebhookSecret);

    /// <summary>Takes one call.</summary>
    public async Task<IResult> Receive(HttpContext call)
    {
        if (!IsTelegram(call.Request.Headers[SecretHeader]))
        {
            log.WebhookRefused("the secret is missing or wrong");
            return TypedResults.Unauthorized();
        }

        using var body = await ReadBody(call.Request, call.RequestAborted).ConfigureAwait(false);
        if (body is null)
        {
            log.WebhookRefused("the body is too long");
            return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        try
        {
            using var update = JsonDocument.Parse(body.GetBuffer().AsMemory(0, (int)body.Length));
            return await Take(call, update.RootElement).ConfigureAwait(false);
        }
        catch (JsonException)
        {
            log.WebhookRefused("the body is no JSON");
            return TypedResults.BadRequest();
        }
    }

    private async Task<IResult> Take(HttpContext call, JsonElement raw)
    {
        if (raw.ValueKind != JsonValueKind.Object || !raw.TryGetProperty("update_id", out var id) || id.ValueKind != JsonValueKind.Number || !id.TryGetInt32(out var number))
        {
            log.WebhookRefused("the body is no update");
            return TypedResults.BadRequest();
        }

        if (intake.Read(raw) is not { } update)
            return TypedResults.Ok(); // known never to be readable: repeating it would only keep her next message back
        try
        {
            // Not the caller's token: a turn that began is finished whether or not Telegram waits for it.
            return await intake.Take(update, CancellationToken.None).ConfigureAwait(false) is { } press
                ? TypedResults.Json(new Dictionary<string, string> { ["method"] = "answerCallbackQuery", ["callback_query_id"] = press })
                : TypedResults.Ok();
        }
        catch (ConversationDamagedException)
        {
            log.Damaged(number);
            return TypedResults.Ok(); // repeating it would never end
        }
        catch (Exception e)
        {
            log.UpdateFailed(number, e.GetType().Name, double.Parse(TryAgainIn, CultureInfo.InvariantCulture));
            call.Response.Headers.RetryAfter = TryAgainIn;
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>Equal digests are compared, so that neither length nor content of the secret shows in the time it takes.</summary>
    private bool IsTelegram(string? sent) => secret is not null && sent is not null && CryptographicOperations.FixedTimeEquals(Digest(sent), secret);

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static async Task<MemoryStream?> ReadBody(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentLength > LongestBody)
            return null;
        var body = new MemoryStream((int)(request.ContentLength ?? 4096));
        var part = new byte[8192];
        for (int read; (read = await request.Body.ReadAsync(part, cancel).ConfigureAwait(false)) > 0;)
        {
            if (body.Length + read > LongestBody)
            {
                await body.DisposeAsync().ConfigureAwait(false);
                return null;
            }
            body.Write(part, 0, read);
        }

        return body;
    }
}
