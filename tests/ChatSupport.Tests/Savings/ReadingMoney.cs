using ChatSupport.Dialogs.Khmer;
using ChatSupport.Fuzzing;
using ChatSupport.Savings.Amounts;
using CsCheck;

namespace ChatSupport.Tests.Savings;

public sealed class ReadingMoney
{
    private static readonly CashRules cash = new(100);

    private static readonly Gen<Money> anyMoney = Gen.Select(Gen.OneOf(Gen.Long[1, 200], Gen.Long[1, 2_000_000], Gen.Long[1, Money.Most]), Gen.Enum<Currency>(), (minor, currency) => new Money(minor, currency));

    [Theory]
    [InlineData("5000", "5,000៛")]
    [InlineData("៥០០០", "5,000៛")]
    [InlineData("12,500", "12,500៛")]
    [InlineData("១២,៥០០៛", "12,500៛")]
    [InlineData("១២៥០០ ៛", "12,500៛")]
    [InlineData("៛5000", "5,000៛")]
    [InlineData("5000 រៀល", "5,000៛")]
    [InlineData("5000រៀល។", "5,000៛")]
    [InlineData("5000 riel", "5,000៛")]
    [InlineData("5000 Riels.", "5,000៛")]
    [InlineData("KHR 5000", "5,000៛")]
    [InlineData("1,234,500", "1,234,500៛")]
    [InlineData("2$", "$2")]
    [InlineData("$2", "$2")]
    [InlineData("US$2", "$2")]
    [InlineData("២$", "$2")]
    [InlineData("1.5$", "$1.50")]
    [InlineData("$0.50", "$0.50")]
    [InlineData("$1,234.56", "$1,234.56")]
    [InlineData("2 dollars", "$2")]
    [InlineData("2 ដុល្លារ", "$2")]
    [InlineData("5000 2$", "5,000៛ $2")]
    [InlineData("2$ 5000", "$2 5,000៛")]
    [InlineData("5000៛2$", "5,000៛ $2")]
    [InlineData("$2 ៛5000", "$2 5,000៛")]
    [InlineData("5000៛ $2", "5,000៛ $2")]
    [InlineData("$2 5000៛", "$2 5,000៛")]
    [InlineData("5000, 2$", "5,000៛ $2")]
    [InlineData("5000 + 2$", "5,000៛ $2")]
    [InlineData("5000 និង 2 ដុល្លារ", "5,000៛ $2")]
    [InlineData("5000 $2", "5,000៛ $2")]
    [InlineData("5\u200B000", "5,000៛")]
    public void What_has_one_meaning_is_read(string typed, string meant) =>
        Assert.Equal(meant, string.Join(' ', Assert.IsType<MoneyReading.Read>(MoneyReader.Read(typed, cash)).Amounts));

    [Theory]
    [InlineData("12.350", nameof(MoneyDoubt.Mark), "$12.35 $12,350")]
    [InlineData("12.350៛", nameof(MoneyDoubt.Mark), "")]
    [InlineData("12.300៛", nameof(MoneyDoubt.Mark), "12,300៛")]
    [InlineData("12.300", nameof(MoneyDoubt.Mark), "12,300៛ $12.30 $12,300")]
    [InlineData("12.350$", nameof(MoneyDoubt.Mark), "$12.35 $12,350")]
    [InlineData("1,2", nameof(MoneyDoubt.Mark), "$1.20")]
    [InlineData("12,5", nameof(MoneyDoubt.Mark), "$12.50")]
    [InlineData("1,2$", nameof(MoneyDoubt.Mark), "$1.20")]
    [InlineData("1.234,56$", nameof(MoneyDoubt.Mark), "$1,234.56")]
    [InlineData("1,23,400", nameof(MoneyDoubt.Mark), "")]
    [InlineData("2", nameof(MoneyDoubt.NoCurrency), "$2")]
    [InlineData("250", nameof(MoneyDoubt.NoCurrency), "$250")]
    [InlineData("1.5", nameof(MoneyDoubt.NoCurrency), "$1.50")]
    [InlineData("5000 $ 2", nameof(MoneyDoubt.WhoseSign), "")]
    [InlineData("5000$2", nameof(MoneyDoubt.WhoseSign), "")]
    [InlineData("5000 2000", nameof(MoneyDoubt.SameTwice), "")]
    [InlineData("12 500", nameof(MoneyDoubt.NoCurrency), "$12")]
    [InlineData("0500", nameof(MoneyDoubt.LeadingZero), "500៛ $500")]
    [InlineData("$007", nameof(MoneyDoubt.LeadingZero), "$7")]
    public void What_has_two_is_asked_about_and_never_guessed(string typed, string doubt, string perhaps)
    {
        var ask = Assert.IsType<MoneyReading.Ask>(MoneyReader.Read(typed, cash));

        Assert.Equal((doubt, perhaps), (ask.Doubt.ToString(), string.Join(' ', ask.Perhaps)));
    }

    [Theory]
    [InlineData(null, nameof(MoneyFault.Empty))]
    [InlineData("  ", nameof(MoneyFault.Empty))]
    [InlineData("0", nameof(MoneyFault.Nothing))]
    [InlineData("0$", nameof(MoneyFault.Nothing))]
    [InlineData("$0.00", nameof(MoneyFault.Nothing))]
    [InlineData("1250៛", nameof(MoneyFault.NoNotes))]
    [InlineData("50៛", nameof(MoneyFault.NoNotes))]
    [InlineData("5000.50៛", nameof(MoneyFault.NoNotes))]
    [InlineData("-500", nameof(MoneyFault.NotUnderstood))]
    [InlineData("five", nameof(MoneyFault.NotUnderstood))]
    [InlineData("5 បាត", nameof(MoneyFault.NotUnderstood))]
    [InlineData("$", nameof(MoneyFault.NotUnderstood))]
    [InlineData("$5$", nameof(MoneyFault.NotUnderstood))]
    [InlineData("5000 2$ 3$", nameof(MoneyFault.TooMany))]
    [InlineData("9999999999999", nameof(MoneyFault.TooLarge))]
    [InlineData("99999999999999999999", nameof(MoneyFault.TooLarge))]
    [InlineData("99999999999$", nameof(MoneyFault.TooLarge))]
    public void What_is_no_money_that_can_be_taken_is_refused(string? typed, string fault) =>
        Assert.Equal(fault, Assert.IsType<MoneyReading.Refused>(MoneyReader.Read(typed, cash)).Fault.ToString());

    [Fact]
    public void The_smallest_note_is_a_setting() => Assert.Equal("1,250៛", Assert.IsType<MoneyReading.Read>(MoneyReader.Read("1250", new CashRules(50))).Amounts.Single().ToString());

    [Fact]
    public void Cents_are_read_and_asked_about()
    {
        Assert.True(Assert.IsType<MoneyReading.Read>(MoneyReader.Read("2.50$", cash)).HasCents);
        Assert.False(Assert.IsType<MoneyReading.Read>(MoneyReader.Read("2.00$", cash)).HasCents);
    }

    [Fact]
    public void What_is_printed_is_read_as_the_same_number_in_both_kinds_of_digits() => Gen.Select(anyMoney, Gen.Bool).Sample((money, khmer) =>
    {
        var printed = MoneyText.Write(money, khmer);
        Assert.Equal([money], Assert.IsType<MoneyReading.Read>(MoneyReader.Read(printed, CashRules.None)).Amounts);
        switch (MoneyReader.Read(printed, cash))
        {
            case MoneyReading.Read read:
                Assert.Equal([money], read.Amounts);
                break;
            case MoneyReading.Refused refused: // never another number
                Assert.Equal(MoneyFault.NoNotes, refused.Fault);
                Assert.NotEqual(0, money.Minor % 100);
                break;
            case var other:
                Assert.Fail($"{printed} gives {other}.");
                break;
        }
    }, iter: 20_000);

    [Fact]
    public void Two_that_are_printed_beside_one_another_are_read_as_both() => Gen.Select(anyMoney, anyMoney, Gen.Bool, Gen.Bool).Sample((one, other, khmer, khmerToo) =>
    {
        if (one.Currency == other.Currency)
            return;
        Assert.Equal([one, other], Assert.IsType<MoneyReading.Read>(MoneyReader.Read($"{MoneyText.Write(one, khmer)} {MoneyText.Write(other, khmerToo)}", CashRules.None)).Amounts);
    }, iter: 5_000);

    [Fact]
    public void Digits_of_either_kind_mean_the_same_whatever_stands_around_them() => Gen.OneOf("0", "1", "2", "5", "9", ",", ".", " ", "$", "៛", "រៀល").Array[1, 12].Select(string.Concat).Sample(typed =>
    {
        var (arabic, khmer) = (MoneyReader.Read(typed, cash), MoneyReader.Read(Digits.ToKhmer(typed), cash));
        Assert.Equal(Say(arabic), Say(khmer));
    }, iter: 20_000);

    [Fact]
    public void Nothing_is_ever_rounded() => Gen.Select(Gen.Long[1, 10_000_000], Gen.OneOf(50L, 100L)).Sample((riel, step) =>
        Assert.Equal(riel % step == 0, MoneyReader.Read($"{riel}៛", new CashRules(step)) is MoneyReading.Read read && read.Amounts.Single() == Money.Riel(riel)));

    [Fact]
    public Task Whatever_is_typed_is_answered_and_no_promise_is_broken() => Fuzzed.Texts(Mangled.Texts(MoneyTarget.Samples, MoneyTarget.Words), MoneyTarget.Read);

    private static string Say(MoneyReading reading) => reading switch
    {
        MoneyReading.Read read => string.Join(' ', read.Amounts),
        MoneyReading.Ask ask => $"{ask.Doubt} {string.Join(' ', ask.Perhaps)}",
        MoneyReading.Refused refused => refused.Fault.ToString(),
        _ => "",
    };
}
