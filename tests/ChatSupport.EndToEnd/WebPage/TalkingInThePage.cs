using static Microsoft.Playwright.Assertions;

namespace ChatSupport.EndToEnd.WebPage;

/// <summary>A worker goes through the menus in the page, on a slow phone.</summary>
[Collection(OneWebPage.Name)]
public sealed class TalkingInThePage(WebPageWorld world)
{
    [Theory]
    [InlineData("km-KH", "km", "យល់ព្រម", "សិទ្ធិរបស់ខ្ញុំ", "សេវានៅជិតខ្ញុំ", "តើអ្នករកអ្វី", "ពេទ្យ និងសុខភាព", "តើអ្នកនៅម្តុំណា", "ជិតអ្នក")]
    [InlineData("en-US", "en", "I agree", "My rights", "Services near me", "What are you looking for", "Doctor and health", "Where are you", "Near you")]
    public async Task She_goes_from_consent_over_her_rights_to_a_service_near_her(
        string locale, string tag, string agree, string rights, string services, string which, string health, string where, string near)
    {
        await using var phone = await world.NewPhone(locale);
        await phone.SlowDown();
        await phone.Open();
        await Expect(phone.Page.Locator("html")).ToHaveAttributeAsync("lang", tag);
        await phone.Photograph($"consent-{tag}");
        await phone.Press(agree, until: rights);
        await phone.Photograph($"home-{tag}");

        var screen = await phone.LatestAnswer.InnerTextAsync();
        await phone.Choices.Filter(new() { HasText = rights }).ClickAsync();
        await Expect(phone.LatestAnswer).Not.ToHaveTextAsync(screen, new() { UseInnerText = true });
        await phone.Photograph($"rights-{tag}");
        await Expect(phone.Page.Locator(".bot")).ToHaveCountAsync(1); // edited in place: one menu, however far she went

        await phone.Go("home");
        await phone.Sees(services);
        await phone.Press(services, until: which);
        await phone.Press(health, until: where);
        await phone.Photograph($"where-{tag}");
        await phone.Page.Locator("#tools button").ClickAsync();
        await phone.Sees(near);
        await Expect(phone.OwnLines).ToHaveCountAsync(1);
        await phone.Photograph($"near-{tag}");

        await phone.Press(0, until: tag == "km" ? "កុំទៅ" : "do not go there");
        await phone.Photograph($"service-{tag}");
        phone.IsAtPeace();
    }

    [Theory]
    [InlineData("២")]
    [InlineData("2")]
    public async Task A_typed_number_in_either_digits_chooses(string digit)
    {
        await using var phone = await world.NewPhone();
        await phone.OpenHome();

        await phone.Types(digit);

        await phone.Sees("តើអ្នករកអ្វី");
        await Expect(phone.OwnLines).ToContainTextAsync(digit);
        await Expect(phone.OwnLines.Locator(".state")).ToHaveCountAsync(0); // the server has it
        await Expect(phone.Choices).ToHaveCountAsync(6); // only the newest menu can be pressed
        phone.IsAtPeace();
    }

    [Fact]
    public async Task A_sentence_without_blanks_finds_its_topic()
    {
        await using var phone = await world.NewPhone();
        await phone.OpenHome();

        await phone.Types("ខ្ញុំចង់សួរអំពីថែមម៉ោង");

        await phone.Sees("ថែមម៉ោង");
        phone.IsAtPeace();
    }

    [Fact]
    public async Task The_language_of_the_page_follows_the_language_of_the_talk()
    {
        await using var phone = await world.NewPhone();
        await phone.OpenHome();
        await phone.Press("Language", until: "Please choose");

        await phone.Press("English", until: "My rights|language");

        await Expect(phone.Page.Locator("#send")).ToHaveTextAsync("Send");
        await Expect(phone.Page.Locator("#leave")).ToHaveTextAsync("Leave quickly");
        await Expect(phone.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Expect(phone.LatestAnswer).ToHaveAttributeAsync("lang", "en");
        phone.IsAtPeace();
    }

    [Fact]
    public async Task Only_about_a_hundred_metres_of_where_she_is_leave_the_phone()
    {
        await using var phone = await world.NewPhone();
        var sent = new List<string>();
        phone.Page.Request += (_, request) => sent.Add(request.PostData ?? "");
        await phone.OpenHome();
        await phone.Press("សេវានៅជិតខ្ញុំ", until: "តើអ្នករកអ្វី");
        await phone.Press(0, until: "តើអ្នកនៅម្តុំណា");

        await phone.Page.Locator("#tools button").ClickAsync();
        await phone.Sees("ជិតអ្នក");

        Assert.Contains(sent, body => body.Contains("\"latitude\":10.627,", StringComparison.Ordinal));
        Assert.DoesNotContain(sent, body => body.Contains("10.6271", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_anybody_writes_is_shown_as_text_and_never_run()
    {
        await using var phone = await world.NewPhone();
        await phone.OpenHome();

        await phone.Types("<img src=x onerror=alert(1)><script>alert(2)</script>");

        await Expect(phone.OwnLines.Last).ToContainTextAsync("<img src=x onerror=alert(1)>");
        await Expect(phone.Log.Locator("img, script")).ToHaveCountAsync(0);
        phone.IsAtPeace();
    }

    [Theory]
    [InlineData("km-KH", "សារនេះវែងពេក")]
    [InlineData("en-US", "too long to send at once")]
    public async Task What_is_too_long_is_said_before_it_is_sent_and_nothing_of_it_is_lost(string locale, string kindly)
    {
        await using var phone = await world.NewPhone(locale);
        await phone.OpenHome();
        var text = string.Concat(Enumerable.Repeat("ថែមម៉ោង ", 500)) + new string('ក', 97);
        Assert.Equal(4097, text.Length);

        await phone.Box.FillAsync(text);
        await Expect(phone.Page.Locator("#long")).ToContainTextAsync(kindly);
        await phone.Photograph($"too-long-{locale}");
        await phone.Page.Locator("#send").ClickAsync();
        await phone.Box.PressAsync("Enter");
        await Expect(phone.Box).ToHaveValueAsync(text);
        await Expect(phone.OwnLines).ToHaveCountAsync(0);

        await phone.Box.PressAsync("Backspace");
        await Expect(phone.Page.Locator("#long")).ToBeEmptyAsync();
        await phone.Box.PressAsync("Enter");
        await Expect(phone.OwnLines.Last).ToContainTextAsync("ថែមម៉ោង");
        await Expect(phone.OwnLines.Locator(".state")).ToHaveCountAsync(0);
        phone.IsAtPeace();
    }

    [Theory]
    [InlineData("km-KH", "ជួយបន្ទាន់", "លេខទូរសព្ទជំនួយ")]
    [InlineData("en-US", "Emergency", "Numbers to call")]
    public async Task A_number_is_called_by_one_tap_and_nothing_else_looks_like_one(string locale, string emergency, string numbers)
    {
        await using var phone = await world.NewPhone(locale, width: 320, height: 568);
        await phone.OpenHome();
        await Expect(phone.Page.Locator(".call")).ToHaveCountAsync(0);
        await phone.Types("1280"); // her own words are no link
        await phone.Sees("មិនទាន់យល់|did not understand"); // what it shows anew is not pressed before it stands
        await phone.Press(emergency, until: "អ្នកមិននៅម្នាក់ឯងទេ|not alone");
        await phone.Press(numbers, until: "1280");

        await phone.Photograph($"call-{locale}");
        Assert.Equal(["tel:117", "tel:1280", "tel:115", "tel:1281"], await phone.Page.EvaluateAsync<string[]>("Array.from(document.querySelectorAll('.bot .text a'), a => a.getAttribute('href'))"));
        await Expect(phone.Page.Locator(".own a")).ToHaveCountAsync(0);
        var sizes = await phone.Page.EvaluateAsync<double[]>("Array.from(document.querySelectorAll('.call'), a => Math.min(a.offsetHeight, a.offsetWidth))");
        Assert.All(sizes, size => Assert.True(size >= 44, $"A thumb needs 44 points; it has {size}."));
        phone.IsAtPeace();
    }

    [Fact]
    public async Task Opened_again_in_the_same_tab_the_talk_is_where_she_left_it()
    {
        await using var phone = await world.NewPhone();
        await phone.OpenHome();
        await phone.Types("២");
        await phone.Sees("តើអ្នករកអ្វី");

        await phone.Page.ReloadAsync();

        await phone.Sees("តើអ្នករកអ្វី");
        await Expect(phone.OwnLines).ToHaveCountAsync(1);
        await Expect(phone.Choices).ToHaveCountAsync(6);
        phone.IsAtPeace();
    }
}
