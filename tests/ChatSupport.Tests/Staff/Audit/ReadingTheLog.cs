using ChatSupport.Staff.Audit;
using ChatSupport.Tests.Conversations;

namespace ChatSupport.Tests.Staff.Audit;

public sealed class ReadingTheLog
{
    [Fact]
    public async Task It_is_paged_newest_first()
    {
        await using var host = await new AuditHost().With(7);

        Assert.Equal([7, 6, 5], Numbers(host.Trail.Page(AuditFilter.Everything, null, 3)));
        Assert.Equal([4, 3, 2], Numbers(host.Trail.Page(AuditFilter.Everything, 5, 3)));
        Assert.Equal([1], Numbers(host.Trail.Page(AuditFilter.Everything, 2, 3)));
        Assert.Empty(host.Trail.Page(AuditFilter.Everything, 1, 3));
    }

    [Fact]
    public async Task A_filter_leaves_what_fits_it_in_all_it_names()
    {
        await using var host = new AuditHost();
        await host.Write(new AuditNote("account-1", "staff.invite", "account-2"));
        await host.Write(new AuditNote("account-1", "staff", "account-2"));
        host.Time.Advance(TimeSpan.FromHours(1));
        await host.Write(new AuditNote("account-2", "staff.reset", "account-1"));
        await host.Write(new AuditNote("account-1", "content.publish", "rights/hours"));

        Assert.Equal([4, 2, 1], Page(host, new AuditFilter(Who: "account-1")));
        Assert.Equal([3, 1], Page(host, new AuditFilter(Act: "staff.")));
        Assert.Empty(Page(host, new AuditFilter(Act: "%")));
        Assert.Equal([2, 1], Page(host, new AuditFilter(Subject: "account-2")));
        Assert.Equal([4, 3], Page(host, new AuditFilter(From: Some.Night.AddHours(1))));
        Assert.Equal([2, 1], Page(host, new AuditFilter(Until: Some.Night.AddHours(1))));
        Assert.Equal([1], Page(host, new AuditFilter("account-1", "staff.", "account-2", Some.Night, Some.Night.AddHours(1))));
    }

    [Fact]
    public async Task The_whole_is_read_bit_by_bit_oldest_first()
    {
        await using var host = new AuditHost();
        await host.Writer.Write(session => Enumerable.Range(0, 1201).Sum(n => host.Trail.Add(session, new AuditNote($"account-{n % 2}", "session.sign-in"))), TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(1, 1201).Select(n => (long)n), Numbers(host.Trail.All(AuditFilter.Everything)));
        Assert.Equal(601, host.Trail.All(new AuditFilter(Who: "account-0")).Count());
    }

    private static IEnumerable<long> Page(AuditHost host, AuditFilter filter) => Numbers(host.Trail.Page(filter, null, 100));

    private static IEnumerable<long> Numbers(IEnumerable<AuditEntry> entries) => entries.Select(entry => entry.Number);
}
