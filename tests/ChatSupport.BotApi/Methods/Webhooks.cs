using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatSupport.BotApi.Chats;
using ChatSupport.BotApi.Wire;

namespace ChatSupport.BotApi.Methods;

/// <summary>Methods that say where updates are sent.</summary>
internal static partial class Webhooks
{
    public static JsonNode SetWebhook(World world, Call call)
    {
        if (call.Text("url") is not { Length: > 0 } text)
            return DeleteWebhook(world, call);
        var url = Checked(text);
        var secret = call.Text("secret_token") is { Length: > 0 } given ? given : null;
        if (secret?.Length > 256)
            throw RefusedException.BadRequest("secret token is too long");
        if (secret is not null && !SecretLetters().IsMatch(secret))
            throw RefusedException.BadRequest("secret token contains unallowed characters");

        world.Updates.RememberAllowed(call);
        if (call.Flag("drop_pending_updates"))
            world.Updates.Clear();
        world.Webhook.Set(url, secret, (int)Math.Clamp(call.Number("max_connections") ?? 40, 1, 100));
        call.Remark = "Webhook was set";
        return true;
    }

    public static JsonNode DeleteWebhook(World world, Call call)
    {
        if (call.Flag("drop_pending_updates"))
            world.Updates.Clear();
        call.Remark = world.Webhook.IsSet ? "Webhook was deleted" : "Webhook is already deleted";
        if (world.Webhook.IsSet)
            world.Webhook.Delete();
        return true;
    }

    public static JsonNode GetWebhookInfo(World world, Call call) => world.Webhook.ToJson(world.Updates);

    /// <summary>The service wants https and one of four ports; here http to the loopback interface is taken too, since tests have no certificate.</summary>
    private static Uri Checked(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            throw RefusedException.BadRequest("invalid webhook URL specified");
        if (url.IsLoopback)
            return url;
        if (url.Scheme != "https")
            throw RefusedException.BadRequest("bad webhook: An HTTPS URL must be provided for webhook");
        if (url.Port is not (443 or 80 or 88 or 8443))
            throw RefusedException.BadRequest("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
        return url;
    }

    [GeneratedRegex("^[A-Za-z0-9_-]*$")]
    private static partial Regex SecretLetters();
}
