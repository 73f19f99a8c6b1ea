using ChatSupport.Staff.Accounts;
using CsCheck;

namespace ChatSupport.Tests.Staff.Accounts;

public sealed class ReadingACode
{
    [Fact]
    public void Gives_six_digits_or_nothing_whatever_is_typed() => Gen.String.Sample(typed =>
        Codes.Read(typed) is "" or { Length: 6 } && Codes.Read(typed).All(char.IsAsciiDigit));

    [Theory]
    [InlineData("123456", "123456")]
    [InlineData(" 123 456 ", "123456")]
    [InlineData("១២៣ ៤៥៦", "123456")]
    [InlineData("+123456", "")]
    [InlineData("0123456", "")]
    [InlineData("12345", "")]
    [InlineData("1234½6", "")]
    [InlineData("", "")]
    public void Takes_one_form_only(string typed, string read) => Assert.Equal(read, Codes.Read(typed));

    [Fact]
    public void No_code_is_forgotten_while_it_is_good()
    {
        string? taken = null;
        string[] codes = [.. Enumerable.Range(100_000, 9).Select(code => code.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        foreach (var code in codes)
            taken = Codes.Add(taken, code);

        Assert.All(codes, code => Assert.True(Codes.Holds(taken, code)));
        Assert.False(Codes.Holds(taken, "999999") || Codes.Holds(null, "999999"));
    }

    [Fact]
    public void The_code_app_of_these_tests_is_one_of_the_standard() => // RFC 6238, appendix B, the last six digits
        Assert.Equal(["287082", "081804", "050471"], new[] { 59L, 1111111109L, 1111111111L }.Select(second => new CodeApp("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ").At(second / 30)));
}
