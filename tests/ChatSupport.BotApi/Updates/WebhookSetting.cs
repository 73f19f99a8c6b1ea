using System.Text.Json.Nodes;
using ChatSupport.BotApi.Chats;

namespace ChatSupport.BotApi.Updates;

/// <summary>Where updates are sent, if anywhere, and how that went. Read and written under <see cref="World.Gate"/>.</summary>
internal sealed class WebhookSetting
{
    /// <summary>Called, under the gate, when a webhook was set or deleted.</summary>
    public event Action? Changed;

    public Uri? Url { get; private set; }

    /// <summary>What the header <c>X-Telegram-Bot-Api-Secret-Token</c> says; null for no header.</summary>
    public string? Secret { get; private set; }

    public int MostConnections { get; private set; }

    public (DateTimeOffset At, string What)? LastError { get; set; }

    public bool IsSet => Url is not null;

    public void Set(Uri url, string? secret, int mostConnections)
    {
        (Url, Secret, MostConnections, LastError) = (url, secret, mostConnections, null);
        Changed?.Invoke();
    }

    public void Delete()
    {
        (Url, Secret, MostConnections, LastError) = (null, null, 0, null);
        Changed?.Invoke();
    }

    /// <summary>The <c>WebhookInfo</c> object.</summary>
    public JsonObject ToJson(UpdateQueue updates)
    {
        var json = new JsonObject
        {
            ["url"] = Url?.OriginalString ?? "",
            ["has_custom_certificate"] = false,
            ["pending_update_count"] = updates.Count,
        };
        if (LastError is var (at, what))
        {
            json["last_error_date"] = at.ToUnixTimeSeconds();
            json["last_error_message"] = what;
        }
        if (IsSet)
        {
            json["max_connections"] = MostConnections;
            json["ip_address"] = "127.0.0.1";
        }
        if (updates.Allowed is { } allowed)
            json["allowed_updates"] = new JsonArray([.. allowed.Select(kind => JsonValue.Create(kind))]);
        return json;
    }
}
