using System.Text.Json.Nodes;
using ChatSupport.BotApi.Chats;
using ChatSupport.BotApi.Wire;

namespace ChatSupport.BotApi.Methods;

/// <summary>Methods that bring a new message without a file, and the sign that the bot is typing.</summary>
internal static class Sending
{
    private static readonly TimeSpan ActivityShows = TimeSpan.FromSeconds(5);

    private static readonly HashSet<string> Activities = new(StringComparer.Ordinal)
    {
        "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
        "choose_sticker", "find_location", "record_video_note", "upload_video_note",
    };

    public static JsonNode SendMessage(World world, Call call) => Draft.Send(world, call, TextRules.ReadText(call));

    public static JsonNode SendLocation(World world, Call call) => Draft.Send(world, call, new JsonObject { ["location"] = ReadPlace(call) });

    /// <summary>A venue is also a location, for clients that do not know venues.</summary>
    public static JsonNode SendVenue(World world, Call call)
    {
        var place = ReadPlace(call);
        var venue = new JsonObject
        {
            ["location"] = place.DeepClone(),
            ["title"] = Required(call, "title"),
            ["address"] = Required(call, "address"),
        };
        return Draft.Send(world, call, new JsonObject { ["venue"] = venue, ["location"] = place });
    }

    public static JsonNode SendContact(World world, Call call) => Draft.Send(world, call, new JsonObject
    {
        ["contact"] = new JsonObject { ["phone_number"] = Required(call, "phone_number"), ["first_name"] = Required(call, "first_name") },
    });

    public static JsonNode SendChatAction(World world, Call call)
    {
        var chat = world.Find(call, Access.Send);
        if (call.Text("action") is not { } action || !Activities.Contains(action))
            throw RefusedException.BadRequest("wrong parameter action in request");
        chat.Activity = (action, world.Now + ActivityShows);
        chat.Changed();
        return true;
    }

    private static JsonObject ReadPlace(Call call)
    {
        var latitude = call.Fraction("latitude") ?? throw RefusedException.BadRequest("latitude is empty");
        var longitude = call.Fraction("longitude") ?? throw RefusedException.BadRequest("longitude is empty");
        if (Math.Abs(latitude) > 90 || Math.Abs(longitude) > 180)
            throw RefusedException.BadRequest("wrong location specified");
        return new JsonObject { ["latitude"] = latitude, ["longitude"] = longitude };
    }

    private static string Required(Call call, string name) =>
        call.Text(name) is { Length: > 0 } text ? text : throw RefusedException.BadRequest($"parameter \"{name}\" is required");
}
