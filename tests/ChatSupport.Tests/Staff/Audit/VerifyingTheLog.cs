using ChatSupport.Staff.Audit;

namespace ChatSupport.Tests.Staff.Audit;

public sealed class VerifyingTheLog
{
    [Fact]
    public async Task An_empty_log_and_a_whole_one_are_sound()
    {
        await using var host = new AuditHost();
        Assert.Equal((0, null, null, 0), (Verify(host).Entries, Verify(host).First, Verify(host).Last, Verify(host).Findings.Count));

        await host.With(2);
        host.Time.Advance(TimeSpan.FromDays(3));
        await host.With(1);

        var verdict = Verify(host);
        Assert.Empty(verdict.Findings);
        Assert.Equal((3, verdict.First + TimeSpan.FromDays(3)), (verdict.Entries, verdict.Last));
    }

    [Theory]
    [InlineData("UPDATE audit_entries SET detail = '' WHERE number = 4", "Changed 4-4")]
    [InlineData("UPDATE audit_entries SET mac = zeroblob(32) WHERE number = 4", "Changed 4-4")]
    [InlineData("UPDATE audit_entries SET who = 'x' WHERE number = 9", "Changed 9-9")]
    [InlineData("DELETE FROM audit_entries WHERE number = 1", "Missing 1-1, Unproven 2-2")]
    [InlineData("DELETE FROM audit_entries WHERE number BETWEEN 4 AND 6", "Missing 4-6, Unproven 7-7")]
    [InlineData("DELETE FROM audit_entries WHERE number = 9", "CutOff 9-9")]
    [InlineData("DELETE FROM audit_entries", "CutOff 1-9")]
    [InlineData("INSERT INTO audit_entries SELECT 10, at, who, act, subject, detail, mac FROM audit_entries WHERE number = 9", "Changed 10-10")]
    [InlineData("INSERT INTO audit_entries SELECT 0, at, who, act, subject, detail, mac FROM audit_entries WHERE number = 9", "Foreign 0-0")]
    [InlineData("INSERT INTO audit_entries SELECT -9223372036854775808, at, who, act, subject, detail, mac FROM audit_entries WHERE number = 9", "Foreign -9223372036854775808--9223372036854775808")]
    [InlineData("INSERT INTO audit_entries SELECT 9223372036854775807, at, who, act, subject, detail, mac FROM audit_entries WHERE number = 9", "Missing 10-9223372036854775806, Unproven 9223372036854775807-9223372036854775807")]
    [InlineData("UPDATE audit_entries SET number = 20 WHERE number = 9", "Renumbered 20-20 as 9")]
    public async Task It_says_what_is_wrong_and_where(string sql, string found)
    {
        await using var host = await new AuditHost().With(9);

        host.Tamper(sql);

        Assert.Equal(found, string.Join(", ", Found(host)));
    }

    [Fact]
    public async Task Entries_that_were_moved_by_one_put_in_or_taken_out_are_one_finding()
    {
        await using var host = await new AuditHost().With(9);

        host.Tamper("DELETE FROM audit_entries WHERE number = 3; UPDATE audit_entries SET number = -number WHERE number > 3; UPDATE audit_entries SET number = -number - 1 WHERE number < 0");

        Assert.Equal(["Changed 3-3", "Renumbered 4-8 as 5", "CutOff 9-9"], Found(host));
    }

    [Fact]
    public async Task Two_that_were_swapped_are_named_and_the_rest_is_not()
    {
        await using var host = await new AuditHost().With(9);

        host.Tamper("UPDATE audit_entries SET number = 100 WHERE number = 3; UPDATE audit_entries SET number = 3 WHERE number = 4; UPDATE audit_entries SET number = 4 WHERE number = 100");

        Assert.All(Verify(host).Findings, finding => Assert.True(finding.Kind == AuditFault.Unguarded || finding is { From: >= 3, To: <= 5 }, finding.ToString()));
        Assert.Contains("Renumbered 4-4 as 3", Found(host));
    }

    [Fact]
    public async Task The_missing_triggers_are_a_finding()
    {
        await using var host = await new AuditHost().With(2);

        host.Raw("DROP TRIGGER audit_entries_no_change");

        Assert.Equal(AuditFault.Unguarded, Assert.Single(Verify(host).Findings).Kind);
    }

    [Fact]
    public void Every_fault_has_words_that_say_what_to_do()
    {
        Assert.All(Enum.GetValues<AuditFault>().Select(kind => new AuditFinding(kind, 1, 2, 3).ToString()), words => Assert.Contains("What to do: ", words, StringComparison.Ordinal));
        Assert.StartsWith("Entries 4 to 6 were written as entries 5 to 7: numbered anew", new AuditFinding(AuditFault.Renumbered, 4, 6, 5).ToString(), StringComparison.Ordinal);
    }

    internal static AuditVerdict Verify(AuditHost host) => host.Get<AuditCheck>().Verify(TestContext.Current.CancellationToken);

    /// <summary>In short, without the triggers, which had to go before.</summary>
    internal static string[] Found(AuditHost host) =>
    [
        .. Verify(host).Findings.Where(finding => finding.Kind != AuditFault.Unguarded)
            .Select(finding => $"{finding.Kind} {finding.From}-{finding.To}" + (finding.Written == 0 ? "" : $" as {finding.Written}")),
    ];
}
