using ChatSupport.Conversations;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Tests.Conversations;

/// <summary>Values that do not matter to the fact under test.</summary>
internal static partial class Some
{
    private static int counter;

    public static DateTimeOffset Night { get; } = new(2026, 11, 24, 15, 0, 0, TimeSpan.Zero);

    public static string Key(string channel = "tg") => $"{channel}:{Interlocked.Increment(ref counter):x32}";

    public static Inbound Inbound(string key, string? id = null, string? address = "chat-4711", string? messageId = null, InboundEvent? happened = null) => new()
    {
        Id = id ?? $"tg:1:{Interlocked.Increment(ref counter)}",
        Conversation = key,
        Address = address,
        Event = happened ?? new InboundEvent.Did(new Input.Text("hello")),
        ArrivedAt = Night,
        MessageId = messageId,
    };

    public static Turn Turn(long version, params OutboundBody[] sends) => new() { Next = State(version), Out = [.. sends] };

    public static ConversationState State(long version) => new()
    {
        Version = version,
        Lifecycle = LifecycleState.Dialog,
        Dialog = new DialogState { Screen = ScreenId.Of("home"), Language = "km" },
        LastTurnAt = Night,
    };

    public static OutboundBody Line(string text = "hello") => new OutboundBody.Say(text);

    public static OutboundBody Menu(string text = "home", bool replaces = true) => new OutboundBody.Show(
        new Reply.Menu { Screen = ScreenId.Of("home"), Language = "km", Text = text }, replaces);
}
