using System.ComponentModel.DataAnnotations;
using ChatSupport.Channels.DirectLine;

namespace ChatSupport.Tests.Channels.DirectLine;

public sealed class SettingsOfDirectLine
{
    private static readonly DirectLineSite good = new() { Name = "partner", Secret = WebHost.Secret, Origins = [WebHost.PartnerOrigin] };

    [Fact]
    public void The_defaults_and_a_whole_site_are_good() => Assert.Empty(Problems(new DirectLineOptions { Sites = [good] }));

    [Theory]
    [InlineData("Self", WebHost.Secret, WebHost.PartnerOrigin, "Sites:0:Name")]
    [InlineData("self", WebHost.Secret, WebHost.PartnerOrigin, "Sites:0:Name")]
    [InlineData("", WebHost.Secret, WebHost.PartnerOrigin, "Sites:0:Name")]
    [InlineData("partner", "short", WebHost.PartnerOrigin, "Sites:0:Secret")]
    [InlineData("partner", WebHost.Secret, "https://partner.example/", "Sites:0:Origins")]
    [InlineData("partner", WebHost.Secret, "partner.example", "Sites:0:Origins")]
    [InlineData("partner", WebHost.Secret, "*", "Sites:0:Origins")]
    public void A_wrong_site_is_named_with_its_mend(string name, string secret, string origin, string setting)
    {
        var problem = Assert.Single(Problems(new DirectLineOptions { Sites = [new DirectLineSite { Name = name, Secret = secret, Origins = [origin] }] }));

        Assert.StartsWith($"ChatSupport:DirectLine:{setting}", problem, StringComparison.Ordinal);
        Assert.DoesNotContain(WebHost.Secret, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_sites_share_neither_a_name_nor_a_secret() => Assert.Equal(2, Problems(new DirectLineOptions { Sites = [good, good] }).Count);

    [Theory]
    [InlineData(1, 30, 7 * 24)]
    [InlineData(30, 0, 7 * 24)]
    [InlineData(30, 30, 0)]
    public void A_figure_out_of_its_range_is_refused(int tokenMinutes, int chats, int keptHours) => Assert.Single(Problems(new DirectLineOptions
    {
        TokenLife = TimeSpan.FromMinutes(tokenMinutes),
        ChatsPerAddress = chats,
        KeptFor = TimeSpan.FromHours(keptHours),
    }));

    private static List<string> Problems(DirectLineOptions options)
    {
        var found = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), found, validateAllProperties: true);
        return [.. found.Select(problem => problem.ErrorMessage!)];
    }
}
