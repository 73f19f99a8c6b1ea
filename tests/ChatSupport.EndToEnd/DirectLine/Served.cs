using System.Globalization;
using ChatSupport.BotApi;

namespace ChatSupport.EndToEnd.DirectLine;

/// <summary>Tests that share one program, one after another: each start costs seconds.</summary>
[CollectionDefinition(Name)]
public sealed class OneServed : ICollectionFixture<Served>
{
    public const string Name = "web chats of one program";
}

/// <summary>The program with a partner's site, which has two origins: one that nobody serves, and one of this machine for browsers.</summary>
public sealed class Served : IAsyncLifetime
{
    public const string Secret = "a-secret-of-the-partner-0123456789";
    public const string Origin = "https://partner.example";

    private ChatSupportProcess? program;

    /// <summary>Where a page of the partner may be served.</summary>
    public static string PageOrigin { get; } = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{TestPort.Find()}");

    internal ChatSupportProcess Program => program!;

    internal static Task<ChatSupportProcess> Start(string folder, int? port = null, params (string Name, string Value)[] more) =>
        ChatSupportProcess.Serve(folder, port,
        [
            ("ChatSupport:DirectLine:Sites:0:Name", "partner"),
            ("ChatSupport:DirectLine:Sites:0:Secret", Secret),
            ("ChatSupport:DirectLine:Sites:0:Origins:0", Origin),
            ("ChatSupport:DirectLine:Sites:0:Origins:1", PageOrigin),
            .. more,
        ]);

    public async ValueTask InitializeAsync() => program = await Start(ChatSupportProcess.NewFolder(), null,
        ("ChatSupport:DirectLine:ChatsPerAddress", "2000"), ("ChatSupport:DirectLine:CallsPerAddress", "10000"));

    public async ValueTask DisposeAsync()
    {
        if (program is not null)
            await program.DisposeAsync();
    }
}
