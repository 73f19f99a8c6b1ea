using ChatSupport.Content;
using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Tests.Channels.DirectLine;

public sealed class WhatIsKeptIsSaidPerChannel
{
    private static readonly DateOnly today = new(2026, 11, 24);

    private static readonly Interpreter shipped = new(DialogReader.Read(
        ContentFolder.Read(ContentFolder.Find(AppContext.BaseDirectory) ?? throw new InvalidOperationException("The tests do not run inside the repository.")),
        KnownActions.All, today).Set!, KnownActions.All);

    public static TheoryData<string, string> Screens()
    {
        var data = new TheoryData<string, string>();
        foreach (var screen in (string[])["consent#start", "consent#more", "privacy#kept", "privacy#hide", "privacy#phone", "forget#start"])
        {
            data.Add(screen, "km");
            data.Add(screen, "en");
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public void In_the_web_page_nothing_is_said_of_Telegram(string screen, string language)
    {
        var said = Say(screen, language, "web");

        Assert.DoesNotContain("Telegram", said, StringComparison.Ordinal);
        Assert.DoesNotContain("តេឡេក្រាម", said, StringComparison.Ordinal);
        Assert.InRange(Clusters.Count(said), 1, 300);
    }

    [Theory]
    [InlineData("consent#start", "km", "ប្រវត្តិកម្មវិធីរុករក")]
    [InlineData("consent#start", "en", "browser's history")]
    [InlineData("privacy#kept", "km", "៧ ថ្ងៃ")]
    [InlineData("privacy#kept", "en", "7 days")]
    public void In_the_web_page_she_is_told_what_holds_there(string screen, string language, string fact)
    {
        Assert.Contains(fact, Say(screen, language, "web"), StringComparison.Ordinal);
        Assert.DoesNotContain(fact, Say(screen, language, "tg"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("privacy#lock", "keeps others from opening", "បើកមើល")]
    [InlineData("privacy#pin-set", "opens it again", "បើកវិញ")]
    [InlineData("privacy#word-set", "opens it again", "បើកវិញ")]
    [InlineData("privacy#clear", "opens it again", "បើកវិញ")]
    [InlineData("privacy#cleared", "opens it again", "បើកវិញ")]
    public void A_way_back_after_leaving_is_promised_only_where_there_is_one(string screen, string english, string khmer)
    {
        Assert.Contains(english, Say(screen, "en", "tg"), StringComparison.Ordinal);
        Assert.Contains(khmer, Say(screen, "km", "tg"), StringComparison.Ordinal);
        Assert.DoesNotContain(english, Say(screen, "en", "web"), StringComparison.Ordinal);
        Assert.DoesNotContain(khmer, Say(screen, "km", "web"), StringComparison.Ordinal);
        Assert.InRange(Clusters.Count(Say(screen, "km", "web")), 1, 300);
    }

    [Theory]
    [InlineData("tg")]
    [InlineData(null)]
    public void In_Telegram_and_where_nobody_said_the_channel_she_is_warned_of_Telegram(string? channel)
    {
        Assert.Contains("Telegram", Say("consent#start", "en", channel), StringComparison.Ordinal);
        Assert.Contains("តេឡេក្រាម", Say("privacy#kept", "km", channel), StringComparison.Ordinal);
    }

    private static string Say(string screen, string language, string? channel)
    {
        Assert.True(ScreenId.TryParse(screen.Replace("#start", "", StringComparison.Ordinal), out var id));
        var step = shipped.Open(new DialogState { Screen = shipped.Home, Language = language, Channel = channel }, id, today: today);
        return step.Replies.OfType<Reply.Menu>().Last().Text;
    }
}
