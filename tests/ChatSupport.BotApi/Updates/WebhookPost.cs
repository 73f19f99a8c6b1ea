using System.Text;
using ChatSupport.BotApi.Chats;

namespace ChatSupport.BotApi.Updates;

/// <summary>What a webhook answered.</summary>
/// <param name="Status">The HTTP status; 0 for none.</param>
/// <param name="Body">The body of a 2xx answer.</param>
/// <param name="Error">What was wrong, in the words of <c>getWebhookInfo</c>; null for nothing.</param>
/// <param name="RetryAfter">Seconds that the webhook asked for; 0 for none.</param>
internal sealed record WebhookReply(int Status, string Body, string? Error, int RetryAfter);

/// <summary>One POST to the webhook.</summary>
internal sealed class WebhookPost(World world) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(60) };

    public async Task<WebhookReply> Send(PendingUpdate update, CancellationToken cancel)
    {
        using var request = Request(update);
        if (request is null)
            throw new OperationCanceledException("The webhook was deleted.");
        try
        {
            using var response = await http.SendAsync(request, cancel);
            var status = (int)response.StatusCode;
            if (response.IsSuccessStatusCode)
                return new WebhookReply(status, await response.Content.ReadAsStringAsync(cancel), null, 0);
            var seconds = response.Headers.RetryAfter?.Delta?.TotalSeconds ?? 0;
            return new WebhookReply(status, "", $"Wrong response from the webhook: {status} {response.ReasonPhrase}", (int)seconds);
        }
        catch (HttpRequestException broken)
        {
            return new WebhookReply(0, "", broken.HttpRequestError == HttpRequestError.ConnectionError ? "Connection refused" : "Webhook connection closed", 0);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new WebhookReply(0, "", "Read timeout expired", 0);
        }
    }

    public void Dispose() => http.Dispose();

    private HttpRequestMessage? Request(PendingUpdate update)
    {
        lock (world.Gate)
        {
            if (world.Webhook.Url is not { } url)
                return null;
            var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(update.Body, Encoding.UTF8, "application/json") };
            world.Updates.Given++;
            if (world.Webhook.Secret is { } secret)
                request.Headers.TryAddWithoutValidation("X-Telegram-Bot-Api-Secret-Token", secret);
            return request;
        }
    }
}
