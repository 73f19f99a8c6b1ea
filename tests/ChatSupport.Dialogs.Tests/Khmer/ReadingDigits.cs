using ChatSupport.Dialogs.Khmer;

namespace ChatSupport.Dialogs.Tests.Khmer;

public sealed class ReadingDigits
{
    [Fact]
    public void Both_kinds_stand_for_one_another()
    {
        Assert.Equal("0123456789 ក", Digits.ToArabic("០១២៣៤៥៦៧៨៩ ក"));
        Assert.Equal("០១២៣៤៥៦៧៨៩ ក", Digits.ToKhmer("0123456789 ក"));
    }

    [Fact]
    public void A_text_without_digits_comes_back_as_the_same_instance()
    {
        var text = "ខ្មែរ";
        Assert.Same(text, Digits.ToArabic(text));
        Assert.Same(text, Digits.ToKhmer(text));
    }

    [Theory]
    [InlineData("២៥", "25")]
    [InlineData(" 25 ", "25")]
    [InlineData("-3", "-3")]
    [InlineData("១,២៥០,០០០", "1250000")]
    [InlineData("1.250.000", "1250000")]
    [InlineData("1 250 000", "1250000")]
    [InlineData("1,5", "1.5")]
    [InlineData("1.5", "1.5")]
    [InlineData("0.125", "0.125")]
    [InlineData("1,250.50", "1250.50")]
    [InlineData("12,350", "12350")]
    public void A_number_is_read_as_people_type_it(string typed, string expected)
    {
        Assert.True(Digits.TryParse(typed, out var number));
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), number);
    }

    [Theory]
    [InlineData("12.350")] // twelve thousand or twelve and a bit
    [InlineData("")]
    [InlineData(null)]
    [InlineData("abc")]
    [InlineData("1 2")]
    [InlineData("1,,2")]
    [InlineData("1.2.3")]
    [InlineData(",5")]
    [InlineData("5,")]
    [InlineData("--5")]
    [InlineData("1,25,000")]
    [InlineData("9999999999999999999999999999")]
    public void What_is_not_one_number_is_refused(string? typed) => Assert.False(Digits.TryParse(typed, out _));
}
