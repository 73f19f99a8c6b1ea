using ChatSupport.Reports.Sealing.Age;
using ChatSupport.Reports.Sealing.Readers;

namespace ChatSupport.Tests.Reports.Sealing.Readers;

public sealed class SplittingTheRecoveryKey : IDisposable
{
    private readonly AgeIdentity key = AgeIdentity.New();

    public void Dispose() => key.Dispose();

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(0, 2)]
    [InlineData(2, 0)]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    public void Any_two_sheets_in_any_order_give_the_key(int one, int other)
    {
        var sheets = RecoverySheets.Split(key);

        Assert.True(RecoverySheets.TryJoin(sheets[one], sheets[other], out var joined, out _));
        using (joined)
            Assert.Equal(key.ToBytes(), joined.ToBytes());
    }

    [Fact]
    public void The_same_sheet_twice_gives_nothing()
    {
        var sheet = RecoverySheets.Split(key)[1];

        Assert.False(RecoverySheets.TryJoin(sheet, sheet, out _, out var wrong));
        Assert.Contains("Both are sheet 2", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void Sheets_of_two_keys_or_of_two_splits_give_nothing()
    {
        using var other = AgeIdentity.New();
        var (first, again, foreign) = (RecoverySheets.Split(key), RecoverySheets.Split(key), RecoverySheets.Split(other));

        Assert.False(RecoverySheets.TryJoin(first[0], foreign[1], out _, out var twoKeys));
        Assert.False(RecoverySheets.TryJoin(first[0], again[1], out _, out var twoSplits));
        Assert.Contains("different recovery keys", twoKeys, StringComparison.Ordinal);
        Assert.Contains("another split", twoSplits, StringComparison.Ordinal);
    }

    [Fact]
    public void A_slip_names_the_sheet_that_has_it()
    {
        var sheets = RecoverySheets.Split(key);
        var slip = (char[])sheets[1].Clone();
        slip[40] = slip[40] == 'Q' ? 'P' : 'Q';

        Assert.False(RecoverySheets.TryJoin(slip, sheets[0], out _, out var first));
        Assert.False(RecoverySheets.TryJoin(sheets[0], slip, out _, out var second));
        Assert.StartsWith("The first sheet", first, StringComparison.Ordinal);
        Assert.StartsWith("The second sheet", second, StringComparison.Ordinal);
    }

    /// <summary>Each part of a sheet is random, or the key XOR what is random and stands elsewhere: over many splits no byte prefers the key's.</summary>
    [Fact]
    public void One_sheet_alone_is_independent_of_the_key()
    {
        using var fixedKey = AgeIdentity.Of(new byte[32]); // of all keys the one that would show
        var seen = new HashSet<string>();
        for (var i = 0; i < 100; i++)
            Assert.All(RecoverySheets.Split(fixedKey), sheet => Assert.True(seen.Add(new string(sheet))));
    }
}
