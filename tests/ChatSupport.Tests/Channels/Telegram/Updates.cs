using System.Security.Cryptography;
using System.Text.Json;
using ChatSupport.Channels.Telegram;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Storage.Encryption;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace ChatSupport.Tests.Channels.Telegram;

/// <summary>Updates as Telegram writes them, read as the program reads them.</summary>
internal static class Updates
{
    public const long Her = 5_550_001;
    public const string Bot = "700000001";

    private static readonly ConversationKeys keys = new(RandomNumberGenerator.GetBytes(32));

    public static FileReferences Files { get; } = new(new FieldCipher(RandomNumberGenerator.GetBytes(32)));

    /// <summary>When everything arrives.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 24, 21, 0, 0, TimeSpan.Zero);

    /// <summary>The key of her conversation.</summary>
    public static string Conversation { get; } = keys.For("tg", Bot, Her.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static UpdateReader Reader()
    {
        var options = new TelegramOptions { Token = Bot + ":AAEmulatedBotTokenForTestsOnly00000" };
        return new UpdateReader(new TelegramBot(Options.Create(options)), keys, Files, new Albums(), (_, thread) => $"topic {thread}", new FakeTimeProvider(Now));
    }

    /// <summary>Reads one update.</summary>
    /// <param name="fields">The JSON of the update without its number.</param>
    /// <param name="reader">Null for one that read nothing before.</param>
    /// <param name="number">Number of the update.</param>
    public static Meaning Read(string fields, UpdateReader? reader = null, int number = 1001) =>
        (reader ?? Reader()).Read(JsonSerializer.Deserialize<Update>($$"""{"update_id":{{number}},{{fields}}}""", JsonBotAPI.Options)!);

    /// <summary>A message of hers with this content.</summary>
    public static string Message(string content, string chat = """{"id":5550001,"type":"private","first_name":"S"}""", string from = """{"id":5550001,"is_bot":false,"first_name":"S","language_code":"km"}""") =>
        $$"""
        "message":{"message_id":77,"date":1795500000,"chat":{{chat}},"from":{{from}},{{content}}}
        """;

    public static Inbound Inbound(string content) => Assert.IsType<Meaning.Event>(Read(Message(content))).Inbound;

    /// <summary>What she did by a message with this content.</summary>
    public static Input Input(string content) => Assert.IsType<InboundEvent.Did>(Inbound(content).Event).Input;
}
