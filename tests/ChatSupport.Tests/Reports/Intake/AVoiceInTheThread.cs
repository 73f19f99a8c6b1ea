namespace ChatSupport.Tests.Reports.Intake;

/// <summary>She answers a case worker by voice, where writing is hard.</summary>
public sealed class AVoiceInTheThread
{
    private static readonly byte[] said = [.. "OggS"u8, 7, 7, 7];

    [Fact]
    public async Task Is_sealed_to_the_conversation_with_the_words_under_it_and_taken_from_her_chat()
    {
        await using var world = await ReportWorld.Start();
        var (she, _) = await world.Report();
        await she.Presses("My report");
        await she.Presses("Write or ask");

        var message = await she.Sends(world.Media.Voice("v1", said) with { Caption = "MARK-under-it" });

        Assert.Contains("Sent. You can write more", she.Screen, StringComparison.Ordinal);
        Assert.Equal(said, Assert.Single(world.OpensRecordings(world.Dara, "dara", world.Case)));
        Assert.Equal(["MARK-under-it"], world.OpensThread(world.Dara, "dara", world.Case));
        Assert.Equal(["audio/ogg"], world.Rows("SELECT media FROM report_messages WHERE media <> ''"));
        Assert.True(world.IsTakenAway(message));
        Assert.False(world.Bytes().AsSpan().IndexOf("MARK-under-it"u8) >= 0);
        await she.Presses("My report");
        await she.Presses("Read the messages");
        Assert.Contains(she.Sees, shown => shown.Text.Contains("🎤 a voice message", StringComparison.Ordinal));
    }

    [Fact]
    public async Task That_is_none_or_one_too_many_is_not_kept_and_she_is_told()
    {
        await using var world = await ReportWorld.Start();
        var (she, _) = await world.Report();
        await she.Presses("My report");
        await she.Presses("Write or ask");

        await she.Sends(world.Media.Voice("v1", [1, 2, 3]));
        Assert.Contains("We did not take this, and it was not sent", she.Screen, StringComparison.Ordinal);
        await she.Presses("Try again");
        await she.Sends(world.Media.Photo("p1", [0xFF, 0xD8, 0xFF]));
        Assert.Empty(world.Rows("SELECT id FROM report_messages"));
        await she.Sends(world.Media.Voice("v2", said));
        await world.Writes($"INSERT INTO report_messages (id, case_id, from_reporter, epoch, at, sealed, media) SELECT 'x' || value, '{world.Case}', 1, 1, 1, x'00', 'audio/ogg' FROM json_each('[2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20]')");
        await she.Sends(world.Media.Voice("v3", said));

        Assert.Contains("We did not take this, and it was not sent", she.Screen, StringComparison.Ordinal);
        Assert.Equal(["20"], world.Rows("SELECT count(*) FROM report_messages"));
    }
}
