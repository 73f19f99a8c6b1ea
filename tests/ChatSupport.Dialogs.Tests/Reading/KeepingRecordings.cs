using System.Text;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Dialogs.Tests.Reading;

/// <summary>A screen was recorded; from then a text that changes is found.</summary>
public sealed class KeepingRecordings
{
    private const string Line = "  hello.km: " + Hash + " 12 0123abcd\n";
    private const string Hash = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    private static readonly string spoken = Content.Sound("example.yaml") + "    voice: hello\n";
    private static readonly Recording english = new(Hash, 12, RecordingList.PrintOf("This is an example."));

    [Fact]
    public void Nothing_is_found_right_after_recording() => Assert.Empty(Stale(spoken, RecordingList.None.With("hello.en", english)));

    [Fact]
    public void A_text_that_changed_since_is_found_where_it_stands()
    {
        var issue = Assert.Single(Stale(spoken.Replace("This is an example.", "This is another.", StringComparison.Ordinal), RecordingList.None.With("hello.en", english)));

        Assert.Equal(("example.yaml", 7, Severity.Warning), (issue.Mark.File, issue.Mark.Line, issue.Severity));
        Assert.Equal("The recording 'hello' in en is older than the text.", issue.Message);
    }

    [Fact]
    public void The_other_language_may_change() =>
        Assert.Empty(Stale(spoken.Replace("នេះជាគំរូ។", "នេះ។", StringComparison.Ordinal), RecordingList.None.With("hello.en", english)));

    [Fact]
    public void A_recorded_screen_can_be_heard_whether_or_not_its_sound_lies_in_the_folder()
    {
        var set = Read(spoken, RecordingList.None.With("hello.en", english)).Set!;

        Assert.True(set.CanPlay("hello", "en"));
        Assert.False(set.CanPlay("hello", "km"));
    }

    [Fact]
    public void The_sound_of_a_listed_recording_is_no_part_of_the_fingerprint_and_any_other_is()
    {
        var list = RecordingList.None.With("hello.en", english);
        var without = Files(spoken, list);

        Assert.Equal(Print(without), Print([.. without, new ContentFile("media/hello.en.ogg", default)]));
        Assert.NotEqual(Print(without), Print([.. without, new ContentFile("media/hello.km.ogg", default)]));
        Assert.NotEqual(Print(without), Print(Files(spoken, list.With("hello.en", null))));
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        var list = RecordingList.None.With("rights/hours.km", new Recording(Hash, 59, "0123abcd")).With("hello.en", english);

        var read = RecordingList.Read([new ContentFile(RecordingList.Path, Encoding.UTF8.GetBytes(list.ToYaml()))], []);

        Assert.Equal(list.All, read.All);
        Assert.Equal(list.ToYaml(), read.ToYaml());
        Assert.Empty(RecordingList.Read([new ContentFile(RecordingList.Path, Encoding.UTF8.GetBytes(RecordingList.None.ToYaml()))], []).All);
    }

    [Theory]
    [InlineData("  ../hello.km: ", "DLG027")]
    [InlineData("  /etc/hello.km: ", "DLG027")]
    [InlineData("  \"a\\\\b.km\": ", "DLG027")]
    [InlineData("  rights//hello.km: ", "DLG027")]
    [InlineData("  hello.km: x", "DLG024")]
    [InlineData("  hello.km: 3 4 5 ", "DLG024")]
    [InlineData("  hello.km: [a]\n  bye.km: ", "DLG024")]
    public void A_line_that_cannot_be_is_found_and_the_others_are_read(string begin, string code)
    {
        var issues = new List<DialogIssue>();

        var read = RecordingList.Read([new ContentFile(RecordingList.Path, Encoding.UTF8.GetBytes($"format: 1\nrecordings:\n{begin}{Hash} 12 0123abcd\n  good.km: {Hash} 1 0123abcd\n"))], issues);

        Assert.Equal(code, Assert.Single(issues).Code);
        Assert.Contains("good.km", read.All.Keys);
    }

    [Theory]
    [InlineData("rights/hours.km", true)]
    [InlineData("..", false)]
    [InlineData("../x.km", false)]
    [InlineData("a/.hidden.km", false)]
    [InlineData("C:x.km", false)]
    [InlineData("x\0.km", false)]
    [InlineData("ម៉ោង.km", false)]
    [InlineData("", false)]
    public void A_name_leads_nowhere_else(string name, bool isGood)
    {
        Assert.Equal(isGood, RecordingList.IsName(name));
        if (!isGood)
            Assert.Throws<ArgumentException>(() => RecordingList.None.With(name, english));
    }

    [Fact]
    public void A_line_stands_for_each() => Assert.EndsWith("recordings:\n" + Line, RecordingList.None.With("hello.km", new Recording(Hash, 12, "0123abcd")).ToYaml(), StringComparison.Ordinal);

    private static IReadOnlyList<ContentFile> Files(string example, RecordingList list) =>
        Content.With([("example.yaml", Encoding.UTF8.GetBytes(example)), (RecordingList.Path, Encoding.UTF8.GetBytes(list.ToYaml()))]);

    private static ReadingResult Read(string example, RecordingList list) => Content.Read(Files(example, list));

    private static IEnumerable<DialogIssue> Stale(string example, RecordingList list) => Read(example, list).Issues.Where(issue => issue.Code == "DLG071");

    private static string Print(IReadOnlyList<ContentFile> files) => Content.Read(files).Set!.Fingerprint;
}
