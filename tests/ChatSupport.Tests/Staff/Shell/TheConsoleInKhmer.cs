using System.Text.RegularExpressions;
using ChatSupport.Content;
using ChatSupport.Staff.Roles;
using ChatSupport.Staff.Shell;

namespace ChatSupport.Tests.Staff.Shell;

public sealed partial class TheConsoleInKhmer
{
    private static readonly string source = Path.Combine(Path.GetDirectoryName(ContentFolder.Find(AppContext.BaseDirectory)!)!, "src", "ChatSupport");

    public static TheoryData<string> Texts => [.. Directory.EnumerateFiles(source, "*.razor", SearchOption.AllDirectories)
        .SelectMany(file => Text().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
        .Concat(Directory.EnumerateFiles(source, "*Needs.cs", SearchOption.AllDirectories).SelectMany(file => Sentence().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)))
        .Concat(Menu.Entries.Select(entry => entry.Title))
        .Concat(Enum.GetValues<StaffRole>().Select(RoleWords.Of))
        .Distinct(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Texts))]
    public void Has_this_text(string english)
    {
        var khmer = KhmerWords.Of(english);

        Assert.NotNull(khmer);
        Assert.Contains(khmer, letter => letter is >= '\u1780' and <= '\u17ff');
        Assert.Equal(khmer.Trim(), khmer);
    }

    [Fact]
    public void Falls_back_to_English_where_it_has_none()
    {
        var tongue = new Tongue { Language = Tongue.Read("km") };
        Assert.Equal(("ទំព័រដើម", "No such text"), (tongue["Home"], tongue["No such text"]));
        Assert.All(new[] { null, "", "fr", "KM", "km'><script>" }, cookie => Assert.Equal("en", Tongue.Read(cookie)));
    }

    /// <summary>What the home page says: the strings with a blank in them.</summary>
    [GeneratedRegex("""\x22([A-Z{][^\x22\n]* [^\x22\n]*)\x22""")]
    private static partial Regex Sentence();

    /// <summary>A text of a page: <c>T["…"]</c>.</summary>
    [GeneratedRegex("""\bT\["((?:[^"\\]|\\.)*)"\]""")]
    private static partial Regex Text();
}
