using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Sealing.Age;
using CsCheck;

namespace ChatSupport.Tests.Reports.Sealing;

public sealed class SizesTellLittle
{
    [Theory]
    [InlineData(0, 1024)]
    [InlineData(1024, 1024)]
    [InlineData(1025, 4096)]
    [InlineData(4097, 16384)]
    [InlineData(16385, 65536)]
    [InlineData(65536, 65536)]
    [InlineData(65537, 67584)]
    [InlineData(1_000_000, 1_015_808)]
    [InlineData(10_000_000, 10_223_616)]
    public void A_length_has_its_size(long length, long size) => Assert.Equal(size, Padding.Size(length));

    [Fact]
    public void A_size_holds_what_it_is_for_grows_with_it_and_is_its_own_size() => Gen.Select(Gen.Long[0, 20_000_000], Gen.Long[0, 20_000_000]).Sample((one, other) =>
    {
        var (small, large) = (Padding.Size(Math.Min(one, other)), Padding.Size(Math.Max(one, other)));
        return small <= large && large >= Math.Max(one, other) && Padding.Size(large) == large && (one <= 65536 || Padding.Size(one) <= one * 1.12);
    });

    [Fact]
    public void Up_to_ten_megabytes_there_are_few() =>
        Assert.InRange(Enumerable.Range(0, 10_000).Select(number => Padding.Size(number * 1_000L)).Distinct().Count(), 10, 250);

    [Fact]
    public void A_no_and_a_name_are_as_long()
    {
        using var dara = AgeIdentity.New();
        Assert.Equal(
            SealedFile.Seal("ទេ"u8, Some.Place, [dara.Recipient]).Length,
            SealedFile.Seal("នាងឈ្មោះ ស្រីពៅ ធ្វើការនៅជិតផ្សារ"u8, Some.Place with { Epoch = 4_000_000_000, Purpose = Purpose.Identity }, [dara.Recipient]).Length);
    }
}
