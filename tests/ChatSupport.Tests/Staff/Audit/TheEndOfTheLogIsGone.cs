using ChatSupport.Staff.Audit;
using static ChatSupport.Tests.Staff.Audit.VerifyingTheLog;

namespace ChatSupport.Tests.Staff.Audit;

/// <summary>The head beside the database: what it finds, and what it must not.</summary>
public sealed class TheEndOfTheLogIsGone
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_next_entry_does_not_cover_it_up_but_records_it_once()
    {
        await using var host = await new AuditHost().With(5);
        host.Tamper("DELETE FROM audit_entries WHERE number > 3");

        await host.With(3);

        Assert.Equal(["Gap 4-4"], Found(host));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], host.Everything().Select(entry => entry.Number));
        Assert.Equal((AuditNote.System, AuditActs.Gap), (host.Everything()[3].Who, host.Everything()[3].Act));
    }

    [Fact]
    public async Task Two_entries_of_one_commit_record_it_once()
    {
        await using var host = await new AuditHost().With(5);
        host.Tamper("DELETE FROM audit_entries WHERE number > 3");

        await host.Writer.Write(session => host.Trail.Add(session, new AuditNote("a", "b")) + host.Trail.Add(session, new AuditNote("a", "c")), Cancel);

        Assert.Equal(["Gap 4-4"], Found(host));
    }

    [Fact]
    public async Task Once_it_is_explained_it_is_no_finding_any_more()
    {
        await using var host = await new AuditHost().With(5);
        host.Tamper("DELETE FROM audit_entries WHERE number > 3");
        await host.With(1);

        Assert.False(await host.Trail.Explain(1, "account-1", "The wrong number", Cancel));
        Assert.False(await host.Trail.Explain(77, "account-1", "No such entry", Cancel));
        Assert.Equal(["Gap 4-4"], Found(host));
        Assert.True(await host.Trail.Explain(4, "account-1", "The backup of Monday was put back", Cancel));

        Assert.Empty(Found(host));
        Assert.Contains(host.Everything(), entry => entry is { Act: AuditActs.Explained, Subject: "4", Detail: "The backup of Monday was put back" });
    }

    [Fact]
    public async Task A_log_that_went_on_from_an_older_state_is_found_also_where_it_is_as_long_again()
    {
        await using var host = await new AuditHost().With(5);
        var head = File.ReadAllText(host.Head);
        host.Tamper("DELETE FROM audit_entries WHERE number > 3");
        await host.With(4);
        host.Time.Advance(TimeSpan.FromMinutes(1));

        File.WriteAllText(host.Head, head);

        Assert.Equal(["OtherHead 5-5", "Gap 4-4"], Found(host));
    }

    [Theory]
    [InlineData(null, "NoHead 0-0")]
    [InlineData("", "BrokenHead 0-0")]
    [InlineData("5", "BrokenHead 0-0")]
    [InlineData("-5 0000000000000000000000000000000000000000000000000000000000000000", "BrokenHead 0-0")]
    [InlineData("99 0000000000000000000000000000000000000000000000000000000000000000", "CutOff 6-99")]
    public async Task A_head_that_is_missing_or_wrong_is_found_and_stays_recorded(string? text, string found)
    {
        await using var host = await new AuditHost().With(5);
        File.Delete(host.Head);
        if (text is not null)
            File.WriteAllText(host.Head, text);

        Assert.Equal([found], Found(host));
        await host.With(2);
        Assert.Equal(["Gap 6-6"], Found(host));
    }

    [Fact]
    public async Task A_head_that_a_crash_kept_from_being_written_is_no_finding()
    {
        await using var host = await new AuditHost().With(1);
        var one = File.ReadAllText(host.Head);
        await host.With(2);

        File.WriteAllText(host.Head, one);
        Assert.Empty(Found(host));
        File.WriteAllText(host.Head, $"0 {new string('0', 64)}\n"); // as it is before the first commit
        Assert.Empty(Found(host));
        await host.With(1);

        Assert.Empty(Found(host));
        Assert.StartsWith("4 ", File.ReadAllText(host.Head), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_head_that_another_process_has_put_forward_meanwhile_stays()
    {
        await using var host = await new AuditHost().With(4);
        var file = host.Get<AuditHeadFile>();
        var four = file.Read();

        file.Write(AuditHead.Of(3, host.Everything()[2].Mac), seen: AuditHead.Of(2, host.Everything()[1].Mac));

        Assert.Equal(four, file.Read());
    }
}
