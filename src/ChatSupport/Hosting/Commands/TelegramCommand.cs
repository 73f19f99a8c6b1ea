using System.CommandLine;
using ChatSupport.Channels.Telegram;

namespace ChatSupport.Hosting.Commands;

/// <summary><c>chatsupport telegram webhook set|delete|info</c>: where Telegram calls this program.</summary>
internal static class TelegramCommand
{
    private const string Codes = "Exit code 0: done, 1: Telegram refused or was not reached, 2: a setting is wrong.";

    /// <param name="settings">Settings of the command line.</param>
    public static Command Build(string[] settings) => new("telegram", "Everything about the Telegram bot.")
    {
        new Command("webhook", "Where Telegram calls this program. Settings are read as 'serve' reads them.")
        {
            One("set", $"Tell Telegram to call ChatSupport:Telegram:WebhookUrl. {Codes}", settings, WebhookRegistration.Set),
            One("delete", $"End the calls, so that long polling works again. {Codes}", settings, WebhookRegistration.Delete),
            One("info", $"Say where Telegram calls and how it fares. {Codes}", settings, WebhookRegistration.Info),
        },
    };

    private static Command One(string name, string description, string[] settings, Func<TelegramOptions, CancellationToken, Task<WebhookAnswer>> ask)
    {
        var command = new Command(name, description);
        command.SetAction(async (parse, cancel) =>
        {
            var answer = await Ask(settings, ask, cancel);
            var done = answer.Outcome == WebhookOutcome.Done;
            await (done ? parse.InvocationConfiguration.Output : parse.InvocationConfiguration.Error).WriteLineAsync(answer.Sentences.AsMemory(), cancel);
            return answer.Outcome switch
            {
                WebhookOutcome.Done => ExitCode.Fine,
                WebhookOutcome.Failed => ExitCode.Errors,
                _ => ExitCode.BadUsage,
            };
        });
        return command;
    }

    private static async Task<WebhookAnswer> Ask(string[] settings, Func<TelegramOptions, CancellationToken, Task<WebhookAnswer>> ask, CancellationToken cancel)
    {
        TelegramOptions options;
        try
        {
            var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = ContentRoot.Find(settings) });
            KnownSettings.Require(builder.Configuration);
            options = builder.Configuration.GetSection(TelegramOptions.Section).Get<TelegramOptions>() ?? new TelegramOptions();
        }
        catch (Exception fault) when (StartRefusal.Of(fault) is { } sentences)
        {
            return new WebhookAnswer(string.Join('\n', sentences), WebhookOutcome.WrongSettings);
        }

        return await ask(options, cancel);
    }
}
