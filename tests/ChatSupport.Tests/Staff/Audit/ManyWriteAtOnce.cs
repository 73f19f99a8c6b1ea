using ChatSupport.Staff.Audit;
using ChatSupport.Storage;

namespace ChatSupport.Tests.Staff.Audit;

public sealed class ManyWriteAtOnce
{
    [Fact]
    public async Task Several_processes_over_one_file_leave_no_gap_and_one_chain()
    {
        await using var first = new AuditHost();
        await using var second = new AuditHost(first.Folder, first.Time);
        await using var third = new AuditHost(first.Folder, first.Time);

        var numbers = await Task.WhenAll(new[] { first, second, third }.SelectMany((host, which) => Enumerable.Range(0, 8).Select(async n =>
        {
            var mine = new List<long>();
            for (var turn = 0; turn < 6; turn++)
                mine.Add(await Stubbornly(host, new AuditNote($"account-{which}", "session.sign-in", $"{n}-{turn}")));
            return mine;
        })));

        Assert.Equal(Enumerable.Range(1, 3 * 8 * 6).Select(n => (long)n), numbers.SelectMany(mine => mine).Order());
        Assert.Empty(first.Get<AuditCheck>().Verify(TestContext.Current.CancellationToken).Findings);
        await first.With(1);
        Assert.StartsWith("145 ", File.ReadAllText(first.Head), StringComparison.Ordinal);
    }

    /// <summary>A locked database is what a caller meets where several write: it says so and is asked again.</summary>
    private static async Task<long> Stubbornly(AuditHost host, AuditNote note)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await host.Write(note);
            }
            catch (StoreUnavailableException) when (attempt < 20)
            {
                // Nothing was written, so nothing can be there twice.
            }
        }
    }
}
