using System.Globalization;
using ChatSupport.Savings.Accounts;
using CsCheck;

namespace ChatSupport.Tests.Savings;

/// <summary>Random pots and shares: nothing is lost by rounding, and nobody gets less than the whole steps of her part.</summary>
public sealed class SharingOut
{
    private static readonly long iterations = long.TryParse(Environment.GetEnvironmentVariable("SAVINGS_POTS"), NumberStyles.None, CultureInfo.InvariantCulture, out var more) ? more : 5_000;

    private static readonly Gen<(long Pot, long Step, long[] Shares)> pots = Gen.Select(
        Gen.OneOf(Gen.Long[0, 100_000], Gen.Long[0, 1_000_000_000_000]), Gen.OneOf(Gen.Const(1L), Gen.Const(50L), Gen.Const(100L)), Gen.OneOf(Gen.Long[0, 3], Gen.Long[0, 1_000_000], Gen.Long[0, 1_000_000_000_000]).Array[0, 30]);

    [Fact]
    public void The_parts_and_the_rest_are_the_pot_and_each_is_her_share_within_a_step() => pots.Sample(one =>
    {
        var (parts, rest) = LargestRemainder.Split(one.Pot, one.Step, one.Shares);

        Assert.Equal(one.Pot, parts.Sum() + rest);
        var all = one.Shares.Aggregate(Int128.Zero, (sum, share) => sum + share);
        Assert.True(all == 0 ? rest == one.Pot : rest >= 0 && rest < one.Step);
        for (var at = 0; at < parts.Count; at++)
        {
            Assert.Equal(0, parts[at] % one.Step);
            if (all == 0)
                continue;
            var whole = one.Pot / one.Step * (Int128)one.Shares[at] / all * one.Step;
            Assert.True(parts[at] >= whole && parts[at] <= whole + one.Step, $"{parts[at]} for {one.Shares[at]} of {all}");
            Assert.True(one.Shares[at] > 0 || parts[at] == 0);
            for (var other = 0; other < parts.Count; other++)
                Assert.True(one.Shares[at] <= one.Shares[other] || parts[at] >= parts[other]); // more shares never get less
        }
    }, iter: iterations);

    [Fact]
    public void Steps_that_are_left_go_to_those_whose_parts_lost_most()
    {
        Assert.Equal("400 300 300 + 50", Split(1_050, 100, 1, 1, 1)); // alike: the first
        Assert.Equal("300 700 + 0", Split(1_000, 100, 333, 667));
        Assert.Equal("0 100 0 + 99", Split(199, 100, 1, 2, 1));
        Assert.Equal("0 0 + 500", Split(500, 100, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => LargestRemainder.Split(-1, 100, [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => LargestRemainder.Split(1, 0, [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => LargestRemainder.Split(1, 100, [1, -1]));

        static string Split(long pot, long step, params long[] shares) => LargestRemainder.Split(pot, step, shares) is var (parts, left) ? $"{string.Join(' ', parts)} + {left}" : "";
    }
}
