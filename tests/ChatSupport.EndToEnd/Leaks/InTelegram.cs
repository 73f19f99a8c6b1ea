using System.Text.Json.Nodes;
using ChatSupport.BotApi;
using ChatSupport.BotApi.Chats;
using ChatSupport.EndToEnd.Telegram;

namespace ChatSupport.EndToEnd.Leaks;

/// <summary>A worker in Telegram, all of whose fields are marked.</summary>
internal sealed class InTelegram
{
    private const string Home = "What would you like to know?";
    private const string Decoy = "Drop by drop";

    private readonly Secrets secrets;
    private readonly BotApiServer api;
    private readonly Person person;

    public InTelegram(BotApiServer api, Secrets secrets)
    {
        (this.api, this.secrets) = (api, secrets);
        person = new Person(secrets.Number("her chat id"), secrets.Latin("first name"), "en", secrets.Latin("user name"), LastName: secrets.Khmer("last name"));
        Pin = secrets.Digits("return PIN");
        Word = secrets.Latin("return word");
        She = new Talk(api.Worker(person));
    }

    public Talk She { get; }

    public string Pin { get; }

    public string Word { get; }

    /// <summary>She agrees, writes in two scripts, looks for a service, sets a PIN and a word, leaves quickly and comes back.</summary>
    public async Task Talks()
    {
        await She.Types($"/start {secrets.Latin("what a link put behind /start")}", "Do you agree?");
        await She.Presses("I agree. Begin", Home);
        await She.Sends("a text", () => She.Worker.Sends(secrets.Khmer("text in Khmer")), "");
        await She.Sends("a text", () => She.Worker.Sends($"{secrets.Latin("text in Latin")} {secrets.Digits("telephone number in a text", 12)}"), "");
        await She.Types("/menu", Home);
        await She.Presses("Services near me", "What are you looking for?");
        await She.Presses("Doctor and health", "Where");
        await She.Sends("a place", () => She.Worker.Sends(secrets.Khmer("name of a place")), "");
        await She.Types("/menu", Home);
        await She.Shares(secrets.Degrees("latitude", 10), secrets.Degrees("longitude", 103), "near there");
        await She.Types("/menu", Home);
        await LocksAndLeaves("Set a PIN", "4 to 8 digits", Pin);
        await LocksAndLeaves("Set my own word", "4 to 20 letters", Word);
    }

    /// <summary>Every kind of message and of update that Telegram knows, marked in every field.</summary>
    public async Task SendsEverything()
    {
        foreach (var content in Contents())
            She.Worker.SendsContent(content);
        var line = She.Worker.Sends(secrets.Latin("text before the edit"));
        She.Worker.Edits(line, secrets.Khmer("edited text"));
        foreach (var (kind, payload) in Updates())
            api.Delivers(kind, payload, person.Id);
        await She.Types("/menu", Home);
    }

    /// <summary>She presses buttons that never were.</summary>
    public async Task PressesWhatIsNotThere()
    {
        foreach (var data in new[] { secrets.Latin("callback data"), "b:" + secrets.Latin("callback data of a button"), secrets.Khmer("callback data in Khmer") })
            api.Delivers("callback_query", Press(data), person.Id);
        await She.Types("/menu", Home);
    }

    private async Task LocksAndLeaves(string button, string asks, string secret)
    {
        await She.Presses("My privacy", "your own affair");
        await She.Presses("Set a PIN or a word", "Choose one of the two");
        await She.Presses(button, asks);
        await She.Types(secret, "Done.");
        await She.Types("/x", Decoy);
        await She.Types(secrets.Digits("a wrong PIN"), Decoy);
        await She.Types(secrets.Khmer("a wrong word"), Decoy);
        await She.Types(secret, "Done.");
        await She.Types("/menu", Home);
    }

    private JsonObject[] Contents() =>
    [
        new() { ["voice"] = File("voice note", ("duration", 3), ("mime_type", secrets.Latin("type of a voice note"))), ["caption"] = secrets.Khmer("caption of a voice note") },
        new()
        {
            ["photo"] = new JsonArray(File("small photo", ("width", 90), ("height", 60)), File("large photo", ("width", 900), ("height", 600))),
            ["caption"] = secrets.Khmer("caption of a photo"), ["media_group_id"] = secrets.Digits("id of an album", 12),
        },
        new() { ["document"] = File("document", ("file_name", secrets.Latin("name of a document") + ".pdf")), ["caption"] = secrets.Latin("caption of a document") },
        new() { ["video"] = File("video", ("width", 1), ("height", 1), ("duration", 1), ("file_name", secrets.Khmer("name of a video"))) },
        new() { ["audio"] = File("audio", ("duration", 1), ("title", secrets.Latin("title of a song")), ("performer", secrets.Khmer("performer of a song"))) },
        new() { ["contact"] = new JsonObject
        {
            ["phone_number"] = secrets.Digits("telephone number of a contact", 12), ["first_name"] = secrets.Khmer("first name of a contact"), ["last_name"] = secrets.Latin("last name of a contact"),
            ["user_id"] = secrets.Number("user id of a contact"), ["vcard"] = secrets.Latin("card of a contact"),
        } },
        new() { ["location"] = Spot("location"), ["venue"] = new JsonObject
        {
            ["location"] = Spot("venue"), ["title"] = secrets.Khmer("title of a venue"), ["address"] = secrets.Latin("address of a venue"), ["foursquare_id"] = secrets.Latin("number of a venue"),
        } },
        new() { ["poll"] = new JsonObject
        {
            ["id"] = secrets.Digits("id of a poll", 12), ["question"] = secrets.Khmer("question of a poll"), ["total_voter_count"] = 0, ["is_closed"] = false, ["is_anonymous"] = true, ["type"] = "regular",
            ["allows_multiple_answers"] = false, ["allows_revoting"] = true, ["members_only"] = false, ["explanation"] = secrets.Latin("explanation of a poll"),
            ["options"] = new JsonArray(new JsonObject { ["persistent_id"] = "0", ["text"] = secrets.Khmer("choice of a poll"), ["voter_count"] = 0 }),
        } },
        new() { ["sticker"] = File("sticker", ("type", "regular"), ("width", 1), ("height", 1), ("is_animated", false), ("is_video", false), ("set_name", secrets.Latin("set of a sticker"))) },
        new()
        {
            ["text"] = secrets.Latin("text of an answer"),
            ["quote"] = new JsonObject { ["text"] = secrets.Khmer("quoted part"), ["position"] = 0 },
            ["reply_to_message"] = new JsonObject
            {
                ["message_id"] = 1, ["date"] = 1_795_500_000, ["text"] = secrets.Khmer("message that is answered"),
                ["chat"] = new JsonObject { ["id"] = person.Id, ["type"] = "private" },
            },
            ["forward_origin"] = new JsonObject { ["type"] = "hidden_user", ["date"] = 1_795_500_000, ["sender_user_name"] = secrets.Khmer("who was forwarded") },
            ["author_signature"] = secrets.Latin("signature of an author"), ["business_connection_id"] = secrets.Latin("id of a business"),
        },
        new() { ["text"] = secrets.Khmer("forwarded text"), ["forward_origin"] = new JsonObject { ["type"] = "user", ["date"] = 1_795_500_000, ["sender_user"] = Someone("forwarded") } },
        new() { ["web_app_data"] = new JsonObject { ["data"] = secrets.Latin("data of a page"), ["button_text"] = secrets.Khmer("button of a page") } },
        new() { ["hologram"] = new JsonObject { ["text"] = secrets.Khmer("a kind of the future") } },
        new() { ["text"] = "/" + secrets.Latin("unknown command") },
    ];

    private (string Kind, JsonObject Payload)[] Updates() =>
    [
        ("poll_answer", new JsonObject { ["poll_id"] = secrets.Digits("id of an answered poll", 12), ["user"] = Someone("answer of a poll"), ["option_ids"] = new JsonArray(0) }),
        ("message_reaction", new JsonObject { ["chat"] = new JsonObject { ["id"] = person.Id, ["type"] = "private" }, ["user"] = Someone("reaction"), ["emoji"] = secrets.Khmer("reaction") }),
        ("inline_query", new JsonObject { ["id"] = secrets.Latin("id of an inline query"), ["from"] = Someone("inline query"), ["query"] = secrets.Khmer("inline query"), ["offset"] = "" }),
        ("message", new JsonObject { ["message_id"] = secrets.Latin("number that is none"), ["text"] = secrets.Khmer("text of an update that cannot be read") }),
        ("message", new JsonObject
        {
            ["message_id"] = 9_001, ["date"] = 1_795_500_000, ["text"] = secrets.Khmer("text in a group"), ["from"] = Someone("member of a group"),
            ["chat"] = new JsonObject { ["id"] = -secrets.Number("id of a group"), ["type"] = "supergroup", ["title"] = secrets.Khmer("title of a group") },
        }),
        ("message", new JsonObject
        {
            ["message_id"] = 9_002, ["date"] = 1_795_500_000, ["text"] = secrets.Khmer("text of another"), ["from"] = Someone("another worker"),
            ["chat"] = new JsonObject { ["id"] = secrets.Number("another chat id"), ["type"] = "private", ["first_name"] = secrets.Khmer("first name of another chat") },
        }),
        ("my_chat_member", new JsonObject { ["chat"] = new JsonObject { ["id"] = person.Id, ["type"] = "private" }, ["from"] = Someone("change of a membership"), ["new_chat_member"] = secrets.Latin("broken membership") }),
        ("a_kind_of_the_future", new JsonObject { ["text"] = secrets.Khmer("an update of the future") }),
    ];

    private JsonObject Press(string data) => new()
    {
        ["id"] = secrets.Digits("id of a press", 12),
        ["from"] = person.ToJson(),
        ["chat_instance"] = secrets.Latin("instance of a chat"),
        ["data"] = data,
        ["message"] = new JsonObject { ["message_id"] = 1, ["date"] = 0, ["chat"] = new JsonObject { ["id"] = person.Id, ["type"] = "private" } },
    };

    private JsonObject Someone(string what) =>
        new Person(secrets.Number($"{what}: user id"), secrets.Khmer($"{what}: first name"), secrets.Latin($"{what}: language"), secrets.Latin($"{what}: user name"), LastName: secrets.Latin($"{what}: last name")).ToJson();

    private JsonObject Spot(string what) => new() { ["latitude"] = secrets.Degrees($"{what}: latitude", 11), ["longitude"] = secrets.Degrees($"{what}: longitude", 104) };

    private JsonObject File(string what, params (string Name, JsonNode Value)[] more)
    {
        var file = new JsonObject { ["file_id"] = secrets.Latin($"{what}: file id"), ["file_unique_id"] = secrets.Latin($"{what}: unique file id"), ["file_size"] = 7 };
        foreach (var (name, value) in more)
            file[name] = value;
        return file;
    }
}
