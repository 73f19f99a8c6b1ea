using System.ComponentModel.DataAnnotations;
using ChatSupport.Hosting;
using Microsoft.Extensions.Configuration;

namespace ChatSupport.Tests.Hosting;

public sealed class SettingsAreWrong
{
    [Theory]
    [InlineData("Cluster:SiloPort", "70000", "0 takes any free port")]
    [InlineData("Content:Folder", "", "for example dialogs")]
    [InlineData("Content:TwoToPublish", "maybe", "Write true or false")]
    [InlineData("Conversations:SensitiveExpiry", "00:00:01", "00:10:00")]
    [InlineData("Conversations:PlaceExpiry", "00:00:01", "3.00:00:00")]
    [InlineData("Conversations:ConsentExpiry", "00:00:01", "1.00:00:00")]
    [InlineData("Conversations:QuietFrom", "1.00:00:00", "04:00")]
    [InlineData("Conversations:QuietUntil", "-01:00:00", "13:00")]
    [InlineData("Conversations:UtcOffset", "15:00:00", "07:00")]
    [InlineData("Conversations:InChatFor", "03:00:00", "00:10:00")]
    [InlineData("Conversations:Burst", "1", "20")]
    [InlineData("Conversations:BurstRefill", "00:00:00", "00:00:10")]
    [InlineData("Conversations:WrongReturns", "0", "5")]
    [InlineData("Conversations:FirstReturnLock", "00:00:01", "00:01:00")]
    [InlineData("Conversations:LongestReturnLock", "00:00:01", "01:00:00")]
    [InlineData("Conversations:QueryLimit", "00:00:00", "00:00:02")]
    [InlineData("Conversations:IdleAfter", "soon", "00:10:00")]
    [InlineData("Conversations:InMemory", "10", "5000")]
    [InlineData("Database:File", "", "data/chatsupport.db")]
    [InlineData("Database:Provider", "Postgres", "Set it to Sqlite")]
    [InlineData("Desk:OfferTo", "soon", "0 3 1 1")]
    [InlineData("Desk:OfferLapse", "soon", "00:01:00 00:02:00 00:05:00 00:15:00")]
    [InlineData("Desk:Alarm", "soon", "00:00:00 00:05:00 00:15:00 02:00:00")]
    [InlineData("Desk:AlarmAgain", "soon", "00:02:00 00:05:00 00:15:00 02:00:00")]
    [InlineData("Desk:SecondAlarm", "soon", "00:03:00 00:15:00 01:00:00 -")]
    [InlineData("Desk:FirstNudge", "soon", "00:01:00 00:02:00 00:05:00 00:30:00")]
    [InlineData("Desk:FirstRequeue", "soon", "00:02:00 00:05:00 00:10:00 01:00:00")]
    [InlineData("Desk:ReplyNudge", "soon", "00:02:00 00:05:00 00:10:00 01:00:00")]
    [InlineData("Desk:ReplyAlarm", "soon", "00:04:00 00:10:00 00:30:00 04:00:00")]
    [InlineData("Desk:CheckIn", "soon", "00:10:00 00:30:00 06:00:00 -")]
    [InlineData("Desk:Close", "soon", "- - 1.00:00:00 12:00:00")]
    [InlineData("Desk:AgesAfter", "00:00:01", "00:30:00")]
    [InlineData("Desk:Capacity", "9", "2")]
    [InlineData("Desk:HardPerDay", "0", "3")]
    [InlineData("Desk:Rest", "2.00:00:00", "00:15:00")]
    [InlineData("Desk:StillOn", "00:00:01", "01:00:00")]
    [InlineData("Desk:StillOnAnswer", "00:00:01", "00:15:00")]
    [InlineData("Desk:SafeGap", "00:00:01", "00:30:00")]
    [InlineData("Desk:Closing", "00:00:01", "00:02:00")]
    [InlineData("Desk:Undelivered", "00:00:01", "00:00:30")]
    [InlineData("Desk:CopiesFor", "2.00:00:00", "1.16:00:00")]
    [InlineData("Desk:TranscriptsFor", "00:00:01", "30.00:00:00")]
    [InlineData("Desk:InvitationFor", "00:00:01", "1.00:00:00")]
    [InlineData("Desk:ReferralFor", "00:00:01", "7.00:00:00")]
    [InlineData("Desk:ReferralAnswer", "00:00:01", "1.00:00:00")]
    [InlineData("DirectLine:TokenLife", "00:00:01", "00:30:00")]
    [InlineData("DirectLine:KeptFor", "00:00:01", "7.00:00:00")]
    [InlineData("DirectLine:CallsPerAddress", "0", "100")]
    [InlineData("DirectLine:ChatsPerAddress", "0", "300")]
    [InlineData("DirectLine:UploadsPerAddress", "0", "100")]
    [InlineData("DirectLine:StreamsPerAddress", "0", "200")]
    [InlineData("DirectLine:SpareDisk", "-1", "500")]
    [InlineData("Health:OldestUnsent", "00:00:01", "00:05:00")]
    [InlineData("Http:Burst", "0", "60")]
    [InlineData("Http:PerMinute", "0", "120")]
    [InlineData("Http:MaxBodyBytes", "1", "262144")]
    [InlineData("Http:TrustedProxies", "10.0.0.1,proxy", "'proxy' is none")]
    [InlineData("Keys:Folder", "", "data/keys")]
    [InlineData("Metrics:Token", "short", "openssl rand -hex 32")]
    [InlineData("Places:AllowUnverified", "maybe", "Write true or false")]
    [InlineData("Reports:RootKey", "reports-root1qqqq", "begins with reports-root1")]
    [InlineData("Reports:Readers", "", "data/readers.txt")]
    [InlineData("Savings:CashStep", "20", "Set it to 100")]
    [InlineData("Savings:MostRiel", "5", "20000000")]
    [InlineData("Savings:MostDollars", "0", "5000")]
    [InlineData("Savings:HoldStands", "00:01:00", "10.00:00:00")]
    [InlineData("Savings:LeaderLinkFor", "00:01:00", "1.00:00:00")]
    [InlineData("Savings:DisputeAnswer", "01:00:00", "7.00:00:00")]
    [InlineData("Savings:MoreAccounts", "maybe", "Write true or false")]
    [InlineData("Staff:Console", "perhaps", "Write true or false")]
    [InlineData("Staff:SessionEndsAfter", "1.00:00:01", "12:00:00")]
    [InlineData("Staff:IdleEndsAfter", "00:01:59", "00:30:00")]
    [InlineData("Staff:InvitationEndsAfter", "14.00:00:01", "3.00:00:00")]
    [InlineData("Telegram:Mode", "Push", "Polling")]
    [InlineData("Telegram:PerSecond", "0", "Telegram allows 30")]
    [InlineData("Telegram:PerChatPerSecond", "0", "Telegram allows 1")]
    [InlineData("WebChat:Title", "", "Notes")]
    [InlineData("WebChat:LeaveTo", "", "https://www.google.com/")]
    [InlineData("WebChat:Languages", "KM", "km en")]
    [InlineData("WebChat:Languages", "km vi", "names 'vi'")]
    public void Each_is_named_with_its_mend(string setting, string wrong, string mend)
    {
        var sentences = Check(($"ChatSupport:{setting}", wrong));

        Assert.Contains(sentences, sentence => sentence.StartsWith($"ChatSupport:{setting} ", StringComparison.Ordinal) && sentence.Contains(mend, StringComparison.Ordinal));
    }

    [Fact]
    public void Those_of_a_list_are_named_with_their_place() => Assert.Contains(
        Check(("ChatSupport:DirectLine:Sites:0:Name", "partner"), ("ChatSupport:DirectLine:Sites:0:Secret", "short")),
        sentence => sentence.StartsWith("ChatSupport:DirectLine:Sites:0:Secret must be", StringComparison.Ordinal) && !sentence.Contains("short", StringComparison.Ordinal));

    [Fact]
    public void A_misspelt_name_in_a_list_is_told_with_what_can_stand_there() => Assert.Contains(
        Check(("ChatSupport:DirectLine:Sites:0:Name", "partner"), ("ChatSupport:DirectLine:Sites:0:Orgins:0", "https://partner.example")),
        sentence => sentence.StartsWith("There is no setting ChatSupport:DirectLine:Sites:0:Orgins.", StringComparison.Ordinal)
            && sentence.Contains("Origins", StringComparison.Ordinal));

    [Fact]
    public void Every_setting_that_can_be_wrong_is_tried_here()
    {
        var tried = typeof(SettingsAreWrong).GetMethod(nameof(Each_is_named_with_its_mend))!
            .GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>().Select(data => "ChatSupport:" + data.Data[0]).ToHashSet();

        Assert.All(
            KnownSettings.Sections.SelectMany(options => KnownSettings.Of(options.Type)
                .Where(property => property.PropertyType.IsValueType || property.GetCustomAttributes(typeof(ValidationAttribute), true).Length > 0)
                .Select(property => $"{options.Section}:{property.Name}")),
            setting => Assert.Contains(setting, tried));
    }

    [Theory]
    [InlineData("ChatSupport:Telegram:Tokn", "x")]
    [InlineData("ChatSupport:Telegrams:Token", "x")]
    [InlineData("ChatSupport:Burst", "5")]
    public void One_that_there_is_not_is_named(string setting, string value) =>
        Assert.Contains(Check((setting, value)), sentence => setting.StartsWith(sentence.Split(' ')[4].TrimEnd('.'), StringComparison.Ordinal) && sentence.StartsWith("There is no setting", StringComparison.Ordinal));

    [Theory]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("5000")]
    public void An_address_that_nobody_can_listen_on_is_named(string address) =>
        Assert.Contains(Check(("urls", address)), sentence => sentence.StartsWith($"urls: '{address}'", StringComparison.Ordinal));

    [Fact]
    public void Right_ones_are_let_be() => Assert.Empty(Check(
        ("ChatSupport:Conversations:Burst", "30"), ("chatsupport:http:burst", "5"), ("Kestrel:Limits:X", "1"), ("urls", "http://localhost:5000;http://[::1]:0;http://+:80"), ("ChatSupport:Metrics:Token", "")));

    [Fact]
    public void Every_kind_of_options_is_looked_at()
    {
        var written = typeof(KnownSettings).Assembly.GetTypes().Where(type => type.GetField("Section")?.IsLiteral == true);

        Assert.Equal(written.ToHashSet(), KnownSettings.Sections.Select(options => options.Type).ToHashSet());
        Assert.All(KnownSettings.Sections, options => Assert.Equal(options.Section, options.Type.GetField("Section")!.GetRawConstantValue()));
    }

    private static IReadOnlyList<string> Check(params (string Name, string Value)[] settings) => KnownSettings.Check(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build());
}
