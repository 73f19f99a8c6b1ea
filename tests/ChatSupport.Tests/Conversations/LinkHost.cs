using System.Text.RegularExpressions;
using ChatSupport.Content;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Running;
using ChatSupport.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ChatSupport.Tests.Conversations;

/// <summary>Conversations over the shipped content, and the ways that lead to a link code.</summary>
internal static partial class LinkHost
{
    public const string NoCode = "There is no such code.";
    public const string AskPin = "Please write your PIN or your word.";
    public const string WrongPin = "Not found. Please try again.";

    private static readonly Lazy<Interpreter> shipped = new(() => new Interpreter(
        DialogReader.Read(ContentFolder.Read(ContentFolder.Find(AppContext.BaseDirectory)!), KnownActions.All, new DateOnly(2026, 11, 24)).Set!, KnownActions.All));

    public static Task<TurnHost> Start(string? folder = null, FakeTimeProvider? time = null, TestChannel? channel = null) =>
        TurnHost.Start(folder, time, shipped.Value, services =>
        {
            if (channel is not null)
                services.AddSingleton<IChannelOut>(channel);
        });

    /// <summary>A worker who agreed, and went where her words led.</summary>
    public static async Task<Talk> WhoStandsAt(this TurnHost host, string words = "working hours", string? pin = null, string? word = null, string channel = "test")
    {
        var talk = new Talk(host, Some.Key(channel));
        await talk.Types("hello");
        await talk.Presses("I agree. Begin");
        if (pin is not null || word is not null)
        {
            await talk.Types("pin code");
            await talk.Presses("Set a PIN or a word");
            await talk.Presses(pin is null ? "Set my own word" : "Set a PIN");
            await talk.Types(pin ?? word!);
        }

        await talk.Types(words);
        return talk;
    }

    /// <summary>She asks for a code and reads it.</summary>
    public static async Task<string> GetsCode(this Talk talk)
    {
        await talk.Types("link code");
        var shown = CodeIn().Match((await talk.Presses("Get a code")).Said);
        Assert.True(shown.Success, $"No code was shown, but: {talk.Last.Said}");
        return shown.Groups[1].Value;
    }

    /// <summary>Somebody new, at the question for a code before she agreed.</summary>
    public static async Task<Talk> WhoHasACode(this TurnHost host)
    {
        var talk = host.Meet();
        await talk.Types("hello");
        Assert.Equal("consent#link", (await talk.Presses("I have a code")).Screen);
        return talk;
    }

    /// <summary>Somebody new types a code.</summary>
    public static async Task<Talk> WhoTypes(this TurnHost host, string code)
    {
        var talk = await host.WhoHasACode();
        await talk.Types(code);
        return talk;
    }

    /// <summary>How many codes stand.</summary>
    public static long Codes(this TurnHost host) => (long)host.Get<StoreReaders>().Read(session => session["SELECT count(*) FROM link_codes"].One()!);

    [GeneratedRegex("Code: ([0-9]{4} [0-9]{4})")]
    private static partial Regex CodeIn();
}
