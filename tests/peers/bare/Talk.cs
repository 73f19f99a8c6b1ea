using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace ChatSupport.Peers.Bare;

/// <summary>The four screens, as directly as they can be written.</summary>
internal sealed class Talk(GroupStore store, HttpClient http)
{
    private const string Menu = ""","reply_markup":{"inline_keyboard":[[{"text":"My rights","callback_data":"rights"}],[{"text":"My health","callback_data":"health"}],[{"text":"Legal help","callback_data":"legal"}]]}""";
    private static readonly MediaTypeHeaderValue json = new("application/json");

    private readonly ConcurrentDictionary<long, Place> places = new();

    /// <summary>Takes an update: 200 once it is on disk. The reply goes out beside it.</summary>
    public async Task Take(HttpContext call)
    {
        using var update = await JsonDocument.ParseAsync(call.Request.Body);
        if (Read(update.RootElement) is not { } read)
            return;
        var (chat, message, text, id) = read;
        var before = places.GetValueOrDefault(chat, Place.None);
        var after = Next(before, text);
        var number = id.ToString(CultureInfo.InvariantCulture);
        var body = JsonSerializer.SerializeToUtf8Bytes(after.Show());
        var outbox = await store.Write(new TurnRows(chat, after.Version, number, JsonSerializer.SerializeToUtf8Bytes(after), message, body));
        if (outbox is not { } row)
            return; // it was taken before
        places[chat] = after;
        _ = Send(chat, row, after, message);
    }

    private static (long Chat, int? Message, string? Text, int Update)? Read(JsonElement update)
    {
        var id = update.GetProperty("update_id").GetInt32();
        if (update.TryGetProperty("message", out var message))
            return (message.GetProperty("chat").GetProperty("id").GetInt64(), message.GetProperty("message_id").GetInt32(), message.GetProperty("text").GetString(), id);
        if (update.TryGetProperty("callback_query", out var press))
            return (press.GetProperty("message").GetProperty("chat").GetProperty("id").GetInt64(), null, press.GetProperty("data").GetString(), id);
        return null;
    }

    private static Place Next(Place place, string? text) => place.Screen switch
    {
        0 => place with { Version = place.Version + 1, Screen = 1 },
        1 => place with { Version = place.Version + 1, Screen = 2 },
        2 => place with { Version = place.Version + 1, Screen = 3, Topic = text },
        _ => place with { Version = place.Version + 1, Screen = 4, Notes = $"{place.Notes} {text}" },
    };

    private async Task Send(long chat, long row, Place place, int? typed)
    {
        var isNew = place.Menu == 0 || typed is not null;
        var keyboard = place.Screen == 4 ? "" : Menu;
        var target = isNew ? $"\"chat_id\":{chat}" : $"\"chat_id\":{chat},\"message_id\":{place.Menu}";
        using var content = new StringContent($$"""{{{target}},"text":"{{place.Show()}}"{{keyboard}}}""", json);
        using var answer = await http.PostAsync(new Uri(isNew ? "/botx/sendMessage" : "/botx/editMessageText", UriKind.Relative), content);
        using var sent = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync());
        var message = sent.RootElement.GetProperty("result").GetProperty("message_id").GetInt32();
        places[chat] = places[chat] with { Menu = message };
        await store.Write(new SentRows(chat, row, message, isNew));
    }

    private sealed record Place(long Version, int Screen, string? Topic, string Notes, int Menu)
    {
        public static Place None { get; } = new(0, 0, null, "", 0);

        public string Show() => Screen switch
        {
            1 => "Hello. Here you can ask about rights, health and help. Do you agree?",
            2 => "Which? What would you like to know? Press a number, or write anything you want to ask.",
            3 => "Write. Please write your question.",
            _ => $"Noted. Thank you. {Topic}:{Notes}.",
        };
    }
}
