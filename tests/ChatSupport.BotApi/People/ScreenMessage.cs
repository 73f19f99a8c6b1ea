using System.Text.Json.Nodes;
using ChatSupport.BotApi.Chats;

namespace ChatSupport.BotApi.People;

/// <summary>A button under a message.</summary>
internal sealed record ScreenButton(string Label, string? Data, string? Url);

/// <summary>One message as a person sees it now.</summary>
internal sealed record ScreenMessage
{
    /// <summary>Number within the chat.</summary>
    public required int Id { get; init; }

    /// <summary>True where the bot wrote it.</summary>
    public required bool FromBot { get; init; }

    /// <summary>What it is: <c>text</c>, <c>voice</c>, <c>venue</c>, <c>location</c>, <c>photo</c> or another field of the <c>Message</c> object.</summary>
    public required string Kind { get; init; }

    /// <summary>Its text or caption; empty where it has none.</summary>
    public required string Text { get; init; }

    /// <summary>The inline keyboard, row by row; empty for none.</summary>
    public required IReadOnlyList<IReadOnlyList<ScreenButton>> Rows { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    /// <summary>When it was last edited; null for never.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    public bool IsProtected { get; init; }

    public bool IsSilent { get; init; }

    /// <summary>The topic it stands in.</summary>
    public int? Topic { get; init; }

    /// <summary>The whole <c>Message</c> object.</summary>
    public required JsonObject Json { get; init; }

    public IEnumerable<ScreenButton> Buttons => Rows.SelectMany(row => row);

    /// <summary>One line for failure messages: who, what, which buttons.</summary>
    public override string ToString()
    {
        var buttons = Rows.Count == 0 ? "" : " " + string.Join(" ", Buttons.Select(button => $"[{button.Label}]"));
        return $"{(FromBot ? "bot" : "she")} #{Id} {(Kind == "text" ? "" : Kind + " ")}{Text.ReplaceLineEndings(" / ")}{buttons}";
    }

    public static ScreenMessage Of(Chat chat, ChatMessage message) => new()
    {
        Id = message.Id,
        FromBot = message.From is null or { IsBot: true },
        Kind = KindOf(message.Content),
        Text = (message.Content["text"] ?? message.Content["caption"])?.ToString() ?? "",
        Rows = message.Markup?["inline_keyboard"] is JsonArray rows ? [.. rows.Select(row => (IReadOnlyList<ScreenButton>)[.. row!.AsArray().Select(Button)])] : [],
        SentAt = message.SentAt,
        EditedAt = message.EditedAt,
        IsProtected = message.IsProtected,
        IsSilent = message.IsSilent,
        Topic = message.Topic,
        Json = message.ToJson(chat),
    };

    private static ScreenButton Button(JsonNode? button) =>
        new(button!["text"]!.ToString(), button["callback_data"]?.ToString(), button["url"]?.ToString());

    private static string KindOf(JsonObject content) => content.ContainsKey("venue") ? "venue" : content.First().Key;
}
