using static Microsoft.Playwright.Assertions;

namespace ChatSupport.EndToEnd.WebPage;

/// <summary>The connection goes away in the middle of a talk.</summary>
[Collection(OneWebPage.Name)]
public sealed class LosingTheConnection(WebPageWorld world)
{
    [Fact]
    public async Task What_she_typed_waits_and_is_taken_once_when_the_network_is_back()
    {
        await using var phone = await world.NewPhone();
        await phone.OpenHome();

        await phone.Context.SetOfflineAsync(true);
        await phone.Types("២");
        await Expect(phone.OwnLines.Locator(".state")).ToHaveTextAsync("កំពុងផ្ញើ…");
        await Expect(phone.Status).ToContainTextAsync("អត់មានអ៊ីនធឺណិត");
        await phone.Photograph("offline");
        await phone.Context.SetOfflineAsync(false);

        await phone.Sees("តើអ្នករកអ្វី");
        await Expect(phone.OwnLines).ToHaveCountAsync(1);
        await Expect(phone.OwnLines.Locator(".state")).ToHaveCountAsync(0);
        await Expect(phone.Status).ToBeEmptyAsync();
        await Expect(phone.Choices).ToHaveCountAsync(6);
    }

    [Fact]
    public async Task A_button_pressed_without_a_network_works_when_it_is_back()
    {
        await using var phone = await world.NewPhone();
        await phone.OpenHome();

        await phone.Context.SetOfflineAsync(true);
        await phone.Choices.Nth(1).ClickAsync();
        await Expect(phone.Status).ToContainTextAsync("អត់មានអ៊ីនធឺណិត");
        await phone.Context.SetOfflineAsync(false);

        await phone.Sees("តើអ្នករកអ្វី");
        await Expect(phone.Page.Locator(".bot")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task An_answer_that_was_lost_on_the_way_doubles_nothing()
    {
        await using var phone = await world.NewPhone();
        await phone.OpenHome();
        var posted = 0;
        var repeated = new TaskCompletionSource();
        await phone.Page.RouteAsync("**/activities", async route =>
        {
            if (route.Request.Method == "POST" && posted++ == 0)
            {
                await route.FetchAsync(); // the server took it
                await route.AbortAsync(); // and the answer never came
            }
            else
            {
                await route.ContinueAsync();
                if (route.Request.Method == "POST")
                    repeated.TrySetResult();
            }
        });

        await phone.Types("២");

        await phone.Sees("តើអ្នករកអ្វី");
        await repeated.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await Expect(phone.OwnLines.Locator(".state")).ToHaveCountAsync(0);
        await Expect(phone.OwnLines).ToHaveCountAsync(1);
        await phone.Page.ReloadAsync();
        await phone.Sees("តើអ្នករកអ្វី");
        await Expect(phone.OwnLines).ToHaveCountAsync(1); // the server has it once too
    }

    [Fact]
    public async Task The_talk_goes_on_after_the_server_was_started_anew()
    {
        var folder = ChatSupportProcess.NewFolder();
        var first = await WebPageWorld.Serve(folder);
        await using var phone = await Phone.New(world.Browser, first.Url);
        await phone.OpenHome();
        await phone.Types("២");
        await phone.Sees("តើអ្នករកអ្វី");

        await first.Kill();
        await phone.Types("១");
        await Expect(phone.Status).ToHaveClassAsync("wait");
        await using var second = await WebPageWorld.Serve(folder, first.Port);

        await phone.Sees("តើអ្នកនៅម្តុំណា");
        await Expect(phone.OwnLines).ToHaveCountAsync(2);
        await Expect(phone.Status).ToBeEmptyAsync();
        await first.DisposeAsync();
    }

    [Fact]
    public async Task Without_a_stream_the_page_asks_for_what_is_new()
    {
        await using var phone = await world.NewPhone();
        await phone.Context.AddInitScriptAsync("window.WebSocket = class { constructor() { setTimeout(() => this.onclose && this.onclose({ code: 1006 })); } close() {} };");
        await phone.OpenHome();

        await phone.Types("២");

        await phone.Sees("តើអ្នករកអ្វី");
        await Expect(phone.OwnLines).ToHaveCountAsync(1);
        await Expect(phone.Status).ToBeEmptyAsync();
    }

    [Fact]
    public async Task A_token_that_is_too_old_begins_a_new_talk_and_gives_back_what_was_typed()
    {
        await using var phone = await world.NewPhone();
        await phone.OpenHome();
        await phone.Page.RouteAsync("**/activities", route => route.Request.Method == "POST"
            ? route.FulfillAsync(new() { Status = 403, ContentType = "application/json", Body = """{"error":{"code":"TokenExpired","message":"too old"}}""" })
            : route.ContinueAsync());

        await phone.Types("ថែមម៉ោង");

        await Expect(phone.Box).ToHaveValueAsync("ថែមម៉ោង");
        await phone.Sees("យល់ព្រម");
        await Expect(phone.Log).ToContainTextAsync("ការសន្ទនាមុនបានបិទហើយ");
    }
}
