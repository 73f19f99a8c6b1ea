using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using ChatSupport.EndToEnd.DirectLine;

namespace ChatSupport.EndToEnd.Leaks;

/// <summary>A worker in the web chat, all of whose fields are marked.</summary>
internal sealed class InWebChat(Uri server, Secrets secrets)
{
    private const string Home = "What would you like to know?";

    private readonly string address = "198.51.100.77"; // as a proxy says it
    private Chat chat = null!;
    private int sent;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>What she typed that stays in her chat, so that it can be looked for where it may be.</summary>
    public string Typed { get; } = secrets.Khmer("text in the web chat");

    /// <summary>She agrees, writes, sends files and opens the stream.</summary>
    public async Task Talks()
    {
        secrets.Remember("address of a phone", address);
        chat = await Chat.Begin(server, address);
        secrets.Remember("id of a web chat", chat.Id);
        Mark(chat.Token, chat.StreamUrl);
        using var stream = await chat.OpenStream();
        await chat.Follow(stream, "Do you agree?");
        await chat.Presses("I agree. Begin");
        await chat.Follow(stream, Home);
        await chat.Types(Typed, secrets.Latin("client's own id of an activity"));
        foreach (var activity in Activities())
            await Post(activity);
        await Uploads();
        await stream.SendAsync(Encoding.UTF8.GetBytes(secrets.Khmer("frame that a client sends")), WebSocketMessageType.Text, endOfMessage: true, Cancel);
        await chat.Types("home");
        await chat.Sees(Home);
        var everything = await chat.Everything();
        foreach (var url in everything.SelectMany(said => said["attachments"]?.AsArray() ?? []).Select(file => (string?)file!["contentUrl"]).OfType<string>())
            secrets.Remember("ticket of a file", url.Split("?t=")[1].Split('.')[1]);
        await chat.Return();
        Mark(chat.Token, chat.StreamUrl);
    }

    /// <summary>She sets a PIN, and gets a code with which she goes on elsewhere.</summary>
    /// <returns>PIN and code.</returns>
    public async Task<(string Pin, string Code)> GetsACode()
    {
        var pin = secrets.Digits("PIN of the web chat");
        await chat.Presses("My privacy");
        await chat.Sees("your own affair");
        await chat.Presses("Set a PIN or a word");
        await chat.Sees("Choose one of the two");
        await chat.Presses("Set a PIN");
        await chat.Sees("4 to 8 digits");
        await chat.Types(pin);
        await chat.Sees("Done.");
        await chat.Types("link code");
        await chat.Sees("show them to nobody");
        await chat.Presses("Get a code");
        var shown = Chat.TextOf(await chat.Sees("Code: "));
        var code = System.Text.RegularExpressions.Regex.Match(shown, "[0-9]{4} [0-9]{4}").Value;
        secrets.Remember("link code", code);
        secrets.Remember("link code", code.Replace(" ", "", StringComparison.Ordinal));
        return (pin, code);
    }

    /// <summary>She stands at home.</summary>
    public async Task Begins()
    {
        chat = await Chat.Begin(server, address);
        Mark(chat.Token, chat.StreamUrl);
        secrets.Remember("id of a web chat", chat.Id);
        await chat.Sees("Do you agree?");
        await chat.Presses("I agree. Begin");
        await chat.Sees(Home);
    }

    /// <summary>What she writes cannot be taken now.</summary>
    public async Task IsRefused(string what)
    {
        var answer = await chat.Types(secrets.Khmer(what));
        Assert.True((int)answer.Status >= 500, answer.Body);
    }

    /// <summary>A partner's server, and a page of the partner.</summary>
    public async Task ComesFromAPartner(string secret, string origin)
    {
        var partner = new Chat(server, "198.51.100.78");
        var made = await partner.Call(HttpMethod.Post, "tokens/generate", secret,
            new JsonObject { ["user"] = new JsonObject { ["id"] = "dl_" + secrets.Latin("user id that a partner gives"), ["name"] = secrets.Khmer("name that a partner gives") } });
        Assert.Equal(HttpStatusCode.OK, made.Status);
        Mark((string)made.Json["token"]!, null);
        var started = await partner.Call(HttpMethod.Post, "conversations", (string)made.Json["token"]!,
            new JsonObject { ["locale"] = "en", ["user"] = new JsonObject { ["id"] = secrets.Latin("user id at the start") }, ["channelData"] = Data("start") }, origin: origin);
        Assert.Equal(HttpStatusCode.Created, started.Status);
        secrets.Remember("id of a partner's web chat", (string)started.Json["conversationId"]!);
        Mark((string)started.Json["token"]!, (string)started.Json["streamUrl"]!);
        var unknown = await partner.Call(HttpMethod.Post, "conversations", secret, new JsonObject { ["locale"] = secrets.Latin("language of a web chat") });
        Assert.Equal(HttpStatusCode.Created, unknown.Status);
    }

    private void Mark(string token, string? streamUrl)
    {
        secrets.Remember("token of a web chat", token.Split('.')[2]);
        secrets.Remember("claims of a token", token.Split('.')[1]);
        if (streamUrl is not null)
            secrets.Remember("ticket of a stream", streamUrl.Split("t=")[^1].Split('.')[0]);
    }

    private JsonObject[] Activities() =>
    [
        new() { ["type"] = "message", ["text"] = secrets.Latin("text in Latin letters"), ["from"] = From("sender"), ["locale"] = secrets.Latin("language"), ["channelData"] = Data("message") },
        new() { ["type"] = "message", ["text"] = secrets.Latin("press of a button"), ["value"] = "b:" + secrets.Latin("button"), ["channelData"] = new JsonObject { ["postBack"] = true } },
        new() { ["type"] = "message", ["value"] = secrets.Khmer("value of a message") },
        new() { ["type"] = "message", ["text"] = secrets.Khmer("text beside a value"), ["value"] = new JsonObject { ["secret"] = secrets.Khmer("value of several parts") } },
        new() { ["type"] = "message", ["channelData"] = new JsonObject { ["location"] = new JsonObject
        {
            ["latitude"] = secrets.Degrees("web latitude", 10), ["longitude"] = secrets.Degrees("web longitude", 103), ["name"] = secrets.Khmer("name of a spot"), ["address"] = secrets.Latin("address of a spot"),
        } } },
        new() { ["type"] = "message", ["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "image/png", ["name"] = secrets.Khmer("name of an attachment"), ["contentUrl"] = $"https://files.example/{secrets.Latin("address of an attachment")}",
            ["content"] = new JsonObject { ["text"] = secrets.Khmer("content of an attachment") },
        }) },
        new() { ["type"] = "messageUpdate", ["id"] = secrets.Latin("id of an edited activity"), ["text"] = secrets.Khmer("edited activity"), ["replyToId"] = secrets.Latin("id of an answered activity") },
        new() { ["type"] = "event", ["name"] = secrets.Latin("name of an event"), ["value"] = secrets.Khmer("value of an event"), ["replyToId"] = secrets.Latin("what an event answers") },
        new() { ["type"] = "typing", ["from"] = From("who types"), ["text"] = secrets.Latin("text of a typing sign") },
        new() { ["type"] = secrets.Latin("unknown type"), ["text"] = secrets.Khmer("text of an unknown type") },
        new() { ["type"] = "message", ["text"] = secrets.Khmer("text that is too long") + new string('a', 5_000) },
    ];

    private JsonObject From(string what) =>
        new() { ["id"] = secrets.Latin($"{what}: id"), ["name"] = secrets.Khmer($"{what}: name"), ["aadObjectId"] = secrets.Latin($"{what}: object id"), ["role"] = secrets.Latin($"{what}: role") };

    private JsonObject Data(string what) => new()
    {
        ["page"] = $"https://partner.example/{secrets.Latin($"{what}: page")}?q={secrets.Latin($"{what}: query of a page")}",
        ["clientTimestamp"] = secrets.Latin($"{what}: time of a client"),
        ["inPlace"] = true,
        ["nested"] = new JsonObject { ["words"] = secrets.Khmer($"{what}: words of a page") },
    };

    private async Task Post(JsonObject activity)
    {
        var data = activity["channelData"] as JsonObject ?? [];
        data["clientActivityID"] = secrets.Latin($"client's own id {++sent}");
        activity["channelData"] = data;
        await chat.Call(HttpMethod.Post, $"conversations/{chat.Id}/activities", chat.Token, activity);
    }

    private async Task Uploads()
    {
        using var form = new MultipartFormDataContent();
        using var activity = new StringContent(new JsonObject { ["type"] = "message", ["text"] = secrets.Khmer("text of an upload"), ["from"] = From("sender of a file") }.ToJsonString());
        activity.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.microsoft.activity");
        form.Add(activity, "activity");
        using var photo = new ByteArrayContent(secrets.File("bytes of a photo", 0xFF, 0xD8, 0xFF));
        photo.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        form.Add(photo, secrets.Latin("field of an upload"), secrets.Latin("name of a photo") + ".jpg");
        using var voice = new ByteArrayContent(secrets.File("bytes of a recording", [.. "OggS"u8]));
        voice.Headers.ContentType = new MediaTypeHeaderValue("audio/ogg");
        form.Add(voice, "file", secrets.Khmer("name of a recording"));
        var taken = await chat.Call(HttpMethod.Post, $"conversations/{chat.Id}/upload?userId={secrets.Latin("user id of an upload")}", chat.Token, content: form);
        Assert.True(taken.Status == HttpStatusCode.OK, taken.Body);

        using var alone = new ByteArrayContent(secrets.File("bytes that are no picture"));
        alone.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = secrets.Latin("name of a file alone") };
        await chat.Call(HttpMethod.Post, $"conversations/{chat.Id}/upload", chat.Token, content: alone);
    }
}
