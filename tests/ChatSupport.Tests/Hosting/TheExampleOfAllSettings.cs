using ChatSupport.Hosting;
using Microsoft.Extensions.Configuration;

namespace ChatSupport.Tests.Hosting;

public sealed class TheExampleOfAllSettings
{
    private static readonly string file = Path.Combine(Path.GetDirectoryName(ChatSupport.Content.ContentFolder.Find(AppContext.BaseDirectory)!)!, "appsettings.example.json");
    private static readonly IConfiguration example = new ConfigurationBuilder().AddJsonFile(file).Build();

    public static TheoryData<string> Settings =>
        [.. KnownSettings.Sections.SelectMany(options => KnownSettings.Of(options.Type).Select(property => $"{options.Section}:{property.Name}"))];

    [Theory, MemberData(nameof(Settings))]
    public void Has_it_with_its_default(string setting)
    {
        var at = setting.LastIndexOf(':');
        var type = KnownSettings.Sections.Single(options => options.Section == setting[..at]).Type;
        var property = type.GetProperty(setting[(at + 1)..])!;

        Assert.NotNull(example[setting]);
        Assert.Equal(property.GetValue(Activator.CreateInstance(type)) ?? "", property.GetValue(example.GetSection(setting[..at]).Get(type)) ?? "");
    }

    [Theory, MemberData(nameof(Settings))]
    public void Says_above_it_what_it_is(string setting)
    {
        var lines = File.ReadAllLines(file);
        var (section, name) = (setting.Split(':')[1], setting.Split(':')[2]);
        var begins = Array.FindIndex(lines, line => line.Trim().StartsWith($"\"{section}\": {{", StringComparison.Ordinal));
        var at = Array.FindIndex(lines, begins, line => line.Trim().StartsWith($"\"{name}\":", StringComparison.Ordinal));

        Assert.StartsWith("//", lines[at - 1].Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_no_other_and_starts_as_it_is() => Assert.Empty(KnownSettings.Check(example));
}
