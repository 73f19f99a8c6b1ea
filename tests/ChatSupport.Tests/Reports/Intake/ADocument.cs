using ChatSupport.Reports.Intake;

namespace ChatSupport.Tests.Reports.Intake;

/// <summary>She sends a contract or a letter as a PDF. It is sealed as it came; nothing here opens it.</summary>
public sealed class ADocument
{
    private static readonly byte[] pdf = [.. "%PDF-1.7\nMARK-of-a-contract\n"u8, .. "startxref\n9\n%%EOF\n"u8];

    [Fact]
    public async Task Is_sealed_as_it_is_with_the_words_under_it_and_she_sees_that_there_is_one()
    {
        await using var world = await ReportWorld.Start();
        var she = await world.Reporter();
        await ReportWorld.Tells(she);

        var message = await she.Sends(world.Media.Document("d1", pdf, "my contract"));
        Assert.True(world.IsTakenAway(message));
        Assert.False(world.Bytes().AsSpan().IndexOf("MARK-of-a-contract"u8) >= 0);
        await she.Presses("▶ Go on");
        await she.Presses("This week");
        await she.Presses("⏭ Skip");
        await she.Presses("Look again");
        Assert.Contains(she.Sees, shown => shown.Text.Contains("📄 a document my contract", StringComparison.Ordinal));
        await she.Presses("📨 Send");

        var answer = world.Opens(world.Dara, "dara", world.Case).Single(one => one["file"] is not null);
        Assert.Equal(("application/pdf", "my contract"), (answer["type"]!.ToString(), answer["text"]!.ToString()));
        Assert.Equal(pdf, world.OpensFile(world.Dara, "dara", world.Case, answer["file"]!.ToString()));
    }

    [Fact]
    public async Task That_is_none_by_its_bytes_or_too_large_is_not_kept()
    {
        await using var world = await ReportWorld.Start();
        var she = await world.Reporter();
        await ReportWorld.Tells(she);

        foreach (var bytes in new byte[][] { [.. "MZ%PDF-1.7 %%EOF"u8], [.. "%PDF-1.7 and no end"u8], [], [.. pdf, .. new byte[2000]], [.. "%PDF-"u8, .. new byte[SentFiles.MostBytes], .. "%%EOF"u8] })
        {
            await she.Sends(world.Media.Document("d1", bytes));
            Assert.Contains("We did not take this", she.Screen, StringComparison.Ordinal);
        }
        Assert.Equal(["0"], world.Rows("SELECT count(*) FROM report_items WHERE purpose = 'attachment'"));
    }

    [Fact]
    public async Task About_a_child_is_not_even_fetched_and_goes_where_it_becomes_about_one()
    {
        await using var world = await ReportWorld.Start();
        var she = await world.Reporter();
        await ReportWorld.Tells(she, "About a child under 18");

        await she.Sends(world.Media.Document("d1", pdf));

        Assert.Contains("We take no pictures, videos or documents where it is about a child", she.Screen, StringComparison.Ordinal);
        Assert.Equal(0, world.Media.Fetched);
        var other = await world.Reporter();
        await ReportWorld.Tells(other);
        await other.Sends(world.Media.Document("d2", pdf));
        Assert.Equal(["1"], world.Rows("SELECT count(*) FROM report_items WHERE purpose = 'attachment'"));
        for (var back = 0; back < 10 && !other.Sees[^1].Buttons.Any(button => button.Label == "About a child under 18"); back++)
            await other.Commands("back");
        await other.Presses("About a child under 18");
        Assert.Equal(["0"], world.Rows("SELECT count(*) FROM report_items WHERE purpose = 'attachment'"));
    }
}
