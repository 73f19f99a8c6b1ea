using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatSupport.EndToEnd.WebPage;

/// <summary>A screen asks for a photo or her voice.</summary>
[Collection(WebPageForEverybody.Name)]
public sealed class SendingFiles(WebPageWorld world)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_photo_is_seen_once_more_sent_and_holds_nothing_that_the_camera_wrote()
    {
        await using var phone = await Ask(choice: 0);
        var input = phone.Page.Locator("#tools input[type=file]");
        await input.SetInputFilesAsync(new FilePayload { Name = "DCIM_2026.jpg", MimeType = "image/jpeg", Buffer = await PhotoWithPlace(phone) });
        await Expect(phone.Page.Locator("#tools img")).ToBeVisibleAsync();
        await phone.Photograph("photo");

        await phone.Page.Locator("#tools .primary").ClickAsync();

        await phone.Sees("it arrived");
        await Expect(phone.OwnLines.Locator("img")).ToBeVisibleAsync();
        await Expect(phone.OwnLines.Locator(".state")).ToHaveCountAsync(0);
        var (bytes, type) = await Uploaded(phone);
        Assert.Equal("image/jpeg", type);
        Assert.Equal([0xFF, 0xD8], bytes[..2]);
        Assert.True(bytes.AsSpan().IndexOf("SECRETPLACE"u8) < 0, "The place that the camera wrote left the phone.");
        phone.IsAtPeace();
    }

    [Fact]
    public async Task A_recording_is_made_heard_and_sent()
    {
        await using var phone = await Ask(choice: 1);
        await phone.Page.Locator("#tools button").ClickAsync();
        await Expect(phone.Page.Locator("#tools .primary")).ToHaveTextAsync("Stop");
        await Expect(phone.Page.Locator("#tools .state")).ToHaveTextAsync("0:01");
        await phone.Photograph("recording");
        await phone.Page.Locator("#tools .primary").ClickAsync();
        await Expect(phone.Page.Locator("#tools audio")).ToBeVisibleAsync();
        await phone.Photograph("recorded");

        await phone.Page.Locator("#tools .primary").ClickAsync();

        await phone.Sees("it arrived");
        await Expect(phone.OwnLines.Last).ToContainTextAsync("Voice message");
        var (bytes, type) = await Uploaded(phone);
        Assert.StartsWith("audio/", type, StringComparison.Ordinal);
        Assert.True(bytes.Length > 500, $"The recording has {bytes.Length} bytes.");
        phone.IsAtPeace();
    }

    [Fact]
    public async Task A_photo_on_its_way_stops_at_once_when_she_leaves()
    {
        await using var phone = await Ask(choice: 0);
        await phone.Context.RouteAsync(WebPageWorld.LeaveTo + "**", _ => Task.CompletedTask); // the harmless site is slow to come: her page still stands
        var (begun, stopped) = (new TaskCompletionSource(), new TaskCompletionSource<string>());
        await phone.Page.RouteAsync("**/upload*", _ => { begun.SetResult(); return Task.CompletedTask; }); // and so is the photo to go
        phone.Page.RequestFailed += (_, request) =>
        {
            if (request.Url.Contains("/upload", StringComparison.Ordinal))
                stopped.SetResult(request.Failure!);
        };
        await phone.Page.Locator("#tools input[type=file]").SetInputFilesAsync(new FilePayload { Name = "a.jpg", MimeType = "image/jpeg", Buffer = await PhotoWithPlace(phone) });
        await phone.Page.Locator("#tools .primary").ClickAsync();
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(60), Cancel);

        await phone.Page.EvaluateAsync("document.getElementById('leave').click()");

        Assert.Equal("net::ERR_ABORTED", await stopped.Task.WaitAsync(TimeSpan.FromSeconds(60), Cancel));
        Assert.Equal(phone.Site.ToString(), phone.Page.Url);
    }

    [Fact]
    public async Task A_photo_that_cannot_be_taken_for_long_does_not_keep_her_words_waiting_and_can_be_sent_again()
    {
        await using var phone = await Ask(choice: 0);
        await phone.Page.RouteAsync("**/upload*", route => route.FulfillAsync(new()
        {
            Status = 503,
            ContentType = "application/json",
            Headers = new Dictionary<string, string> { ["Retry-After"] = "300" },
            Body = """{"error":{"code":"ServiceUnavailable","message":"no room"}}""",
        }));
        await phone.Page.Locator("#tools input[type=file]").SetInputFilesAsync(new FilePayload { Name = "a.jpg", MimeType = "image/jpeg", Buffer = await PhotoWithPlace(phone) });
        await phone.Page.Locator("#tools .primary").ClickAsync();
        await Expect(phone.OwnLines.Last.Locator(".state")).ToContainTextAsync("Photos and voice cannot be sent just now. You can still write.");

        await phone.Types("menu");
        await phone.Sees("My rights");
        await phone.Page.UnrouteAsync("**/upload*");
        await phone.Page.Locator(".own .state button").ClickAsync();

        await Expect(phone.OwnLines.Last.Locator("img")).ToBeVisibleAsync();
        await Expect(phone.OwnLines.Locator(".state")).ToHaveCountAsync(0);
        Assert.NotEmpty((await Uploaded(phone)).Bytes);
    }

    [Fact]
    public async Task What_she_discards_is_not_sent()
    {
        await using var phone = await Ask(choice: 0);
        await phone.Page.Locator("#tools input[type=file]").SetInputFilesAsync(new FilePayload { Name = "a.jpg", MimeType = "image/jpeg", Buffer = await PhotoWithPlace(phone) });

        await phone.Page.Locator("#tools button").Filter(new() { HasText = "Discard" }).ClickAsync();

        await Expect(phone.Page.Locator("#tools button")).ToHaveTextAsync("Choose a photo");
        await Expect(phone.OwnLines).ToHaveCountAsync(1); // the words that brought her here
        Assert.DoesNotContain(phone.Requests, address => address.Contains("/upload", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_no_picture_gets_a_kind_word()
    {
        await using var phone = await Ask(choice: 0);

        await phone.Page.Locator("#tools input[type=file]").SetInputFilesAsync(new FilePayload { Name = "a.jpg", MimeType = "image/jpeg", Buffer = "no picture"u8.ToArray() });

        await Expect(phone.Page.Locator("#tools .state")).ToHaveTextAsync("This photo cannot be opened.");
    }

    private async Task<Phone> Ask(int choice)
    {
        var phone = await world.NewPhone("en-US");
        await phone.OpenHome();
        await phone.Types("show something");
        await phone.Sees("What do you want to send");
        await phone.Press(choice, until: "Please");
        return phone;
    }

    /// <summary>A picture with a note of its place in it, as a camera writes it (an APP1 segment).</summary>
    private static async Task<byte[]> PhotoWithPlace(Phone phone)
    {
        var plain = Convert.FromBase64String(await phone.Page.EvaluateAsync<string>("""
            (() => {
              const canvas = document.createElement("canvas");
              canvas.width = 2400; canvas.height = 1200;
              const pen = canvas.getContext("2d");
              pen.fillStyle = "#7aa"; pen.fillRect(0, 0, 2400, 1200);
              pen.fillStyle = "#a54"; pen.fillRect(600, 300, 900, 600);
              return canvas.toDataURL("image/jpeg").split(",")[1];
            })()
            """));
        byte[] note = [0xFF, 0xE1, 0x00, 2 + 6 + 11, .. "Exif\0\0SECRETPLACE"u8];
        return [.. plain[..2], .. note, .. plain[2..]];
    }

    /// <summary>What the server has of it.</summary>
    private async Task<(byte[] Bytes, string Type)> Uploaded(Phone phone)
    {
        var (conversation, token) = await phone.Kept();
        using var http = new HttpClient { BaseAddress = world.Program.Url };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var all = JsonDocument.Parse(await http.GetStringAsync(new Uri($"/v3/directline/conversations/{conversation}/activities", UriKind.Relative), Cancel));
        var file = all.RootElement.GetProperty("activities").EnumerateArray()
            .Where(activity => activity.GetProperty("from").GetProperty("role").GetString() == "user" && activity.TryGetProperty("attachments", out _))
            .Select(activity => activity.GetProperty("attachments")[0]).Last();
        return (await http.GetByteArrayAsync(new Uri(file.GetProperty("contentUrl").GetString()!), Cancel), file.GetProperty("contentType").GetString()!);
    }
}
