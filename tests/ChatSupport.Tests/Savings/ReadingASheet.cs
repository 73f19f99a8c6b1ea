using ChatSupport.Savings.Amounts;
using CsCheck;

namespace ChatSupport.Tests.Savings;

public sealed class ReadingASheet
{
    private static readonly CashRules cash = new(100);

    [Theory]
    [InlineData("12 5000, 13 10000 2$", "12:5,000៛ 13:10,000៛+$2")]
    [InlineData("១២ ៥០០០, ១៣ ១០០០០ ២$", "12:5,000៛ 13:10,000៛+$2")]
    [InlineData("12 5,000\n13 10,000៛; 14 $3", "12:5,000៛ 13:10,000៛ 14:$3")]
    [InlineData("012: 5000\r\n\r\n13 = 2000", "12:5,000៛ 13:2,000៛")]
    [InlineData("12 5000, 13 1250, 14 2000", "12:5,000៛ 13:NoCurrency 14:2,000៛")]
    [InlineData("12 5000, 13 1250៛, 14 2000", "12:5,000៛ 13:NoNotes 14:2,000៛")]
    [InlineData("12 5000,13 10000", "12:Mark")]
    [InlineData("12 12.350, 13 2000", "12:Mark 13:2,000៛")]
    [InlineData("12, 13 2000", "12:Empty 13:2,000៛")]
    [InlineData("Sokha 5000, 13 2000", "?:NotUnderstood 13:2,000៛")]
    [InlineData("12 5000, 13 2000, 12 5000", "12:5,000៛ 13:2,000៛ 12:BookTwice")]
    [InlineData("000 5000", "?:NotUnderstood")]
    [InlineData("", "")]
    public void Each_line_is_answered_for_itself(string sheet, string lines) => Assert.Equal(lines, string.Join(' ', SheetReader.Read(sheet, cash).Select(Say)));

    [Fact]
    public void A_bad_line_takes_none_of_the_others_with_it() =>
        Gen.Select(Gen.Select(Gen.Int[1, 500], Gen.Int[1, 300]).List[1, 30], Gen.OneOf("x", "40 12.350", "41 1,2", "42", "43 7", "44 -1", "45 5000 2000"), Gen.Int[0, 29]).Sample((lines, bad, at) =>
        {
            var distinct = lines.DistinctBy(line => line.Item1).Where(line => line.Item1 is < 40 or > 45).ToList();
            var written = distinct.Select(line => $"{line.Item1} {line.Item2 * 100}").ToList();
            written.Insert(Math.Min(at, written.Count), bad);

            var read = SheetReader.Read(string.Join(", ", written), cash);

            Assert.Equal(written.Count, read.Count);
            Assert.Equal(distinct.Select(line => ($"{line.Item1}", (long)line.Item2 * 100)),
                read.Where(line => line.Money is MoneyReading.Read).Select(line => (line.Book!, ((MoneyReading.Read)line.Money).Amounts.Single().Minor)));
        }, iter: 2_000);

    [Fact]
    public void One_that_is_far_too_long_is_refused_whole() => Assert.Equal("?:TooLong", string.Join(' ', SheetReader.Read(new string('1', 5_000), cash).Select(Say)));

    private static string Say(SheetLine line) => $"{line.Book ?? "?"}:" + line.Money switch
    {
        MoneyReading.Read read => string.Join('+', read.Amounts),
        MoneyReading.Ask ask => ask.Doubt.ToString(),
        MoneyReading.Refused refused => refused.Fault.ToString(),
        _ => "",
    };
}
