using ChatSupport.BotApi;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace ChatSupport.EndToEnd.BotApi;

/// <summary>The client library that the product uses understands the emulator.</summary>
public sealed class TalkingThroughTelegramBot : IAsyncLifetime
{
    private BotApiServer api = null!;
    private TelegramBotClient bot = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        api = await BotApiServer.Start();
        bot = new TelegramBotClient(new TelegramBotClientOptions(api.Token, api.Url) { RetryCount = 0 });
    }

    public async ValueTask DisposeAsync() => await api.DisposeAsync();

    [Fact]
    public async Task Her_message_arrives_and_the_answer_with_its_buttons_is_on_her_screen()
    {
        var worker = api.Worker(languageCode: "km");
        worker.Sends("/start សួស្តី");

        var update = Assert.Single(await bot.GetUpdates(timeout: 5, cancellationToken: Cancel));
        Assert.Equal("km", update.Message!.From!.LanguageCode);
        Assert.Equal(MessageEntityType.BotCommand, Assert.Single(update.Message.Entities!).Type);
        await bot.SendMessage(update.Message.Chat.Id, "ជម្រើស", replyMarkup: new InlineKeyboardMarkup(InlineKeyboardButton.WithCallbackData("១", "a1")), protectContent: true, cancellationToken: Cancel);

        var answer = await worker.WaitForText("ជម្រើស");
        Assert.True(answer.IsProtected);
        var press = worker.Presses("១");
        var pressed = Assert.Single(await bot.GetUpdates(update.Id + 1, cancellationToken: Cancel));
        Assert.Equal("a1", pressed.CallbackQuery!.Data);
        await bot.AnswerCallbackQuery(pressed.CallbackQuery.Id, "បាន", cancellationToken: Cancel);
        Assert.Equal("បាន", (await press.Answered).Text);
        await Assert.ThrowsAsync<ApiRequestException>(() => bot.AnswerCallbackQuery(pressed.CallbackQuery.Id, cancellationToken: Cancel));
    }

    [Fact]
    public async Task A_voice_goes_up_as_multipart_and_comes_down_again()
    {
        var worker = api.Worker();
        worker.Sends("hello");

        await using var stream = new MemoryStream([7, 8, 9]);
        var sent = await bot.SendVoice(worker.Id, InputFile.FromStream(stream, "voice.ogg"), protectContent: true, cancellationToken: Cancel);

        Assert.True(sent.HasProtectedContent);
        using var down = new MemoryStream();
        await bot.GetInfoAndDownloadFile(sent.Voice!.FileId, down, Cancel);
        Assert.Equal([7, 8, 9], down.ToArray());
    }
}
