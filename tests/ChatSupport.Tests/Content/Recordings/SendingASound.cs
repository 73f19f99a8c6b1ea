using System.Net;
using System.Net.Http.Headers;
using ChatSupport.Content.Drafts;
using ChatSupport.Content.Pages;
using ChatSupport.Dialogs.Model;
using ChatSupport.Staff.Roles;
using ChatSupport.Staff.Voices;
using ChatSupport.Tests.Staff.Shell;

namespace ChatSupport.Tests.Content.Recordings;

/// <summary>The calls behind the page, without a browser.</summary>
public sealed class SendingASound(ConsoleFixture console) : IClassFixture<ConsoleFixture>
{
    private static readonly string address = RecordingDoors.AddressOf(ScreenId.Of("rights/wages"), "en", "00000000");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_editor_sends_it_and_hears_it_and_no_browser_keeps_it()
    {
        using var dara = await console.Member("Sender", StaffRole.Editor);

        using var kept = await Send(dara, new ByteArrayContent(Sounds.Wave(2)));
        Assert.Equal((HttpStatusCode.OK, """{"done":true}"""), (kept.StatusCode, await kept.Content.ReadAsStringAsync(Cancel)));

        using var heard = await dara.Get(RecordingDoors.AddressOf("rights/wages.en"));
        Assert.Equal((HttpStatusCode.OK, "audio/ogg", true), (heard.StatusCode, heard.Content.Headers.ContentType?.MediaType, heard.Headers.CacheControl?.NoStore));
        Assert.Equal(2 * Sound.Rate, OpusVoice.Read(await heard.Content.ReadAsByteArrayAsync(Cancel))!.Samples.Length);
    }

    [Fact]
    public async Task Others_may_hear_and_not_send_and_strangers_neither()
    {
        using var reviewer = await console.Member("Listener", StaffRole.Reviewer, StaffRole.Administrator, StaffRole.Manager);
        using var refused = await Send(reviewer, new ByteArrayContent(Sounds.Wave(1)));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("no role for this", await refused.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using var none = await reviewer.Get(RecordingDoors.AddressOf("rights/none.en"));
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);

        using var stranger = console.Caller();
        using var sent = await Send(stranger, new ByteArrayContent(Sounds.Wave(1)));
        using var heard = await stranger.Get(RecordingDoors.AddressOf("rights/wages.en"));
        Assert.Equal(["/console/sign-in", "/console/sign-in"], new[] { sent, heard }.Select(answer => answer.Headers.Location?.AbsolutePath()));
    }

    [Fact]
    public async Task Without_the_token_of_a_page_nothing_is_taken()
    {
        using var dara = await console.Member("Forged sender", StaffRole.Editor);

        using var answer = await Send(dara, new ByteArrayContent(Sounds.Wave(1)), token: "");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Nothing_but_recordings_is_heard()
    {
        using var dara = await console.Member("Curious", StaffRole.Editor);
        foreach (var name in new[] { "../../etc/passwd.en", "/etc/passwd", "..%2f..%2fhome.yaml", "rights/wages\0.en", "../home.yaml", "", "." })
        {
            using var answer = await dara.Get(RecordingDoors.AddressOf(name));

            Assert.Equal((name, HttpStatusCode.NotFound), (name, answer.StatusCode));
        }
    }

    [Fact]
    public async Task A_hundred_megabytes_are_refused_with_a_sentence_before_they_are_sent()
    {
        using var dara = await console.Member("Large sender", StaffRole.Editor);
        using var huge = new StreamContent(new EndlessStream());
        huge.Headers.ContentLength = 100 * 1024 * 1024;

        using var answer = await Send(dara, huge, isAskingFirst: true);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("make it shorter", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nonsense_is_refused_with_a_sentence_and_changes_nothing()
    {
        using var dara = await console.Member("Nonsense sender", StaffRole.Editor);
        var before = (await console.Get<Workspaces>().Now()).Drafts.Count;
        foreach (var to in new[] { address, "/console/recordings", "/console/recordings?dialog=rights/wages&screen=..&language=en&print=00000000", "/console/recordings?dialog=rights/wages&screen=start&language=en&print=x" })
        {
            using var answer = await Send(dara, new ByteArrayContent([.. "ID3"u8, 0, 1, 2]), to: to);

            Assert.Equal((to, HttpStatusCode.UnprocessableEntity), (to, answer.StatusCode));
            Assert.Contains("\"trouble\":\"", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }
        Assert.Equal(before, (await console.Get<Workspaces>().Now()).Drafts.Count);
    }

    private static async Task<HttpResponseMessage> Send(ConsoleCaller caller, HttpContent sound, string? token = null, string? to = null, bool isAskingFirst = false)
    {
        sound.Headers.ContentType = new MediaTypeHeaderValue("audio/wav");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(to ?? address, UriKind.Relative)) { Content = sound };
        request.Headers.Add("RequestVerificationToken", token ?? await caller.Token());
        request.Headers.ExpectContinue = isAskingFirst;
        return await caller.Send(request);
    }
}
