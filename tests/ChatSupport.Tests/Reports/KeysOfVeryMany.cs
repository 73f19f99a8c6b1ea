using ChatSupport.Reports;
using ChatSupport.Reports.Sealing.Age;
using Microsoft.Extensions.Time.Testing;

namespace ChatSupport.Tests.Reports;

/// <summary>Somebody begins so many reports that their keys would take all memory that keys may lie in.</summary>
public sealed class KeysOfVeryMany
{
    [Fact]
    public void The_oldest_goes_and_one_that_opened_her_thread_stays()
    {
        using var keys = new ReportKeys(new FakeTimeProvider());
        keys.Hold("her", ReportKeyUse.Thread, "sent", AgeIdentity.New());
        using var one = AgeIdentity.New();
        for (var at = 0; at <= ReportKeys.Most; at++)
            keys.Hold($"chat {at}", ReportKeyUse.Draft, $"case {at}", one.Copy());

        Assert.Equal(ReportKeys.Most + 1, keys.Count);
        Assert.Null(keys.CaseOf("chat 0", ReportKeyUse.Draft));
        Assert.Equal("case 1", keys.CaseOf("chat 1", ReportKeyUse.Draft));
        Assert.Equal("sent", keys.CaseOf("her", ReportKeyUse.Thread));
    }
}
