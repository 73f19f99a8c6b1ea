using System.Text.Json;

namespace ChatSupport.Channels.DirectLine;

/// <summary>An activity as clients see it; the same form, sealed, is kept.</summary>
internal sealed record Activity
{
    public required string Type { get; init; }

    /// <summary>Conversation and the number it was first sent under; filled in when it is read.</summary>
    public string? Id { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    public string ChannelId { get; init; } = "directline";

    public Account From { get; init; } = Account.Bot;

    public ConversationAccount? Conversation { get; init; }

    public string? Locale { get; init; }

    public string? ReplyToId { get; init; }

    public string? Text { get; init; }

    /// <summary>Always plain where there is text: clients would else take signs in it for formatting.</summary>
    public string? TextFormat => Text is null ? null : "plain";

    public string? Name { get; init; }

    public JsonElement? Value { get; init; }

    /// <summary>Why a conversation ended.</summary>
    public string? Code { get; init; }

    public string? InputHint { get; init; }

    public SuggestedActions? SuggestedActions { get; init; }

    public IReadOnlyList<Attachment>? Attachments { get; init; }

    public ChannelData? ChannelData { get; init; }
}

/// <summary>Who says it.</summary>
internal sealed record Account(string Id, string Role)
{
    public static Account Bot { get; } = new("bot", "bot");
}

/// <summary>Where it is said.</summary>
internal sealed record ConversationAccount(string Id);

/// <summary>What she may press.</summary>
internal sealed record SuggestedActions(IReadOnlyList<CardAction> Actions);

/// <summary>Something to press.</summary>
internal sealed record CardAction(string Type, string Title, string Value);

/// <summary>A file, or a card.</summary>
internal sealed record Attachment
{
    public required string ContentType { get; init; }

    /// <summary>Where the file is; filled in when it is read.</summary>
    public string? ContentUrl { get; init; }

    /// <summary>Where a picture to show is: clients offer a file without one as a download only. Filled in when it is read.</summary>
    public string? ThumbnailUrl { get; init; }

    /// <summary>A neutral name; how a file is called on her phone is not kept.</summary>
    public string? Name { get; init; }

    public HeroCard? Content { get; init; }

    /// <summary>Key of an uploaded file, kept and never sent; null for none.</summary>
    public string? Upload { get; init; }

    /// <summary>Name of a recording of the content, kept and never sent; null for none.</summary>
    public string? Recording { get; init; }
}

/// <summary>A card with buttons.</summary>
internal sealed record HeroCard(string Title, string Text, IReadOnlyList<CardAction> Buttons);

/// <summary>What the standard has no field for.</summary>
internal sealed record ChannelData
{
    /// <summary>The client's own id of what she sent, by which it knows it again.</summary>
    public string? ClientActivityID { get; init; }

    public string? ClientTimestamp { get; init; }

    public bool? PostBack { get; init; }

    public SharedLocation? Location { get; init; }

    public ScreenData? Chatsupport { get; init; }
}

/// <summary>A spot.</summary>
internal sealed record SharedLocation(double Latitude, double Longitude, string? Name = null, string? Address = null);

/// <summary>A screen, for our own page.</summary>
internal sealed record ScreenData(
    string Screen, bool Sensitive, string? Asks, string? Notice, string Body,
    IReadOnlyList<ScreenChoice> Choices, IReadOnlyList<ScreenNavigation> Navigation, bool Decoy, bool Lines, string? Takes);

/// <summary>A choice of a screen.</summary>
internal sealed record ScreenChoice(string Id, string Label);

/// <summary>A way out of a screen.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Label">Its label.</param>
/// <param name="Kind"><c>back</c>, <c>home</c>, <c>person</c>, <c>leave</c> or <c>listen</c>.</param>
internal sealed record ScreenNavigation(string Id, string Label, string Kind);
