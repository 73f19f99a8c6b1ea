using System.Text.RegularExpressions;
using ChatSupport.BotApi;
using ChatSupport.EndToEnd.Telegram;
using static Microsoft.Playwright.Assertions;

namespace ChatSupport.EndToEnd.WebPage;

/// <summary>She goes on in another channel: from the page to Telegram and back, by a code and behind her PIN.</summary>
[Collection(OneWebPage.Name)]
public sealed class GoingOnElsewhere(WebPageWorld world) : IAsyncLifetime
{
    private const string Pin = "4711";
    private const string AskPin = "សូមសរសេរលេខសម្ងាត់";
    private const string GoesOn = "អ្នកបន្តពីកន្លែងដែលអ្នកបានឈប់";
    private const string Hours = "៨ ម៉ោង";

    private BotApiServer api = null!;
    private ChatSupportProcess program = null!;

    public async ValueTask InitializeAsync()
    {
        api = await BotApiServer.Start();
        program = await WebPageWorld.Serve(ChatSupportProcess.NewFolder(), null, Bot.Settings(api, Way.Polling, 8443));
    }

    public async ValueTask DisposeAsync()
    {
        await program.DisposeAsync();
        await api.DisposeAsync();
    }

    [Fact]
    public async Task From_the_page_to_Telegram_where_she_left_off_and_the_page_is_gone()
    {
        await using var phone = await Phone.New(world.Browser, program.Url);
        await phone.OpenHome();
        await phone.Types("ភាពឯកជន");
        await phone.Press("ដាក់លេខសម្ងាត់ ឬពាក្យ", until: "ទីនោះនឹងសួរលេខសម្ងាត់");
        await phone.Press("ដាក់លេខសម្ងាត់", until: "លេខ ៤ ទៅ ៨ ខ្ទង់");
        await Expect(phone.Box).ToHaveClassAsync("masked");
        await phone.Types(Pin);
        await phone.Sees("ទីនោះនឹងសួរលេខនេះសិន");
        await Expect(phone.Log).Not.ToContainTextAsync(Pin);
        await phone.Types("ម៉ោងធ្វើការ");
        await phone.Sees(Hours);
        await phone.Types("លេខកូដបន្ត");
        await phone.Press("សុំលេខកូដ", until: "លេខកូដ៖");
        var code = Code(await phone.LatestAnswer.InnerTextAsync());
        await phone.Photograph("code");

        var she = new Talk(api.Worker("km"));
        await she.Types("/start", "តើអ្នកយល់ព្រមទេ?");
        await she.Presses("ខ្ញុំមានលេខកូដ", "លេខ ៨ ខ្ទង់");
        await she.Types(code, AskPin);
        await she.Types("1111", "រកមិនឃើញ");
        await she.Types(Pin, Hours);

        await phone.IsGone(); // whoever looks at the page now sees a harmless site
        await phone.Page.GoBackAsync(new() { WaitUntil = Microsoft.Playwright.WaitUntilState.Commit });
        Assert.Equal("about:blank", phone.Page.Url);
        Assert.DoesNotContain(she.Worker.Screen, message => message.Text.Contains(Pin, StringComparison.Ordinal) || message.Text.Contains(code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task From_Telegram_to_the_page_where_she_left_off_and_the_chat_there_is_emptied()
    {
        var she = new Talk(api.Worker("km"));
        await she.Types("/start", "តើអ្នកយល់ព្រមទេ?");
        await she.Presses("យល់ព្រម ចាប់ផ្តើម", "តើអ្នកចង់ដឹងអំពីអ្វី?");
        await she.Types("ភាពឯកជន", "ជារឿងរបស់អ្នក");
        await she.Presses("ដាក់លេខសម្ងាត់ ឬពាក្យ", "បើកមើលបាន");
        await she.Presses("ដាក់លេខសម្ងាត់", "លេខ ៤ ទៅ ៨ ខ្ទង់");
        await she.Types(Pin, "រួចហើយ");
        await she.Types("ម៉ោងធ្វើការ", Hours);
        await she.Types("លេខកូដបន្ត", "លេខកូដ ៨ ខ្ទង់");
        var code = Code((await she.Presses("សុំលេខកូដ", "លេខកូដ៖")).Text);

        await using var phone = await Phone.New(world.Browser, program.Url);
        await phone.Open();
        await phone.Press("ខ្ញុំមានលេខកូដ", until: "លេខ ៨ ខ្ទង់");
        await phone.Types(code);
        await phone.Sees(AskPin);
        await Expect(phone.Box).ToHaveClassAsync("masked"); // whoever stands beside her does not read it
        await phone.Types("1111");
        await phone.Sees("រកមិនឃើញ");
        await Expect(phone.Log).Not.ToContainTextAsync(Hours);
        await phone.Types(Pin);
        await phone.Sees(Hours);
        await phone.Sees(GoesOn);

        await Expect(phone.Log).Not.ToContainTextAsync(Pin);
        await Expect(phone.Log).Not.ToContainTextAsync(code);
        await phone.Photograph("gone-on");
        phone.IsAtPeace();
        await she.WaitUntilOnly("សុភាសិត");
        await she.Types("ផ្កាឈូក", "សុភាសិត"); // behind it is nothing of hers any more
    }

    private static string Code(string text) => Regex.Match(text, "[0-9]{4} ?[0-9]{4}") is { Success: true } found
        ? found.Value
        : throw new InvalidOperationException($"There is no code in: {text}");
}
