using System.Text;
using ChatSupport.Staff.Sheets;
using CsCheck;

namespace ChatSupport.Tests.Staff;

public sealed class ReadingACsv
{
    [Theory]
    [InlineData("a,b\r\n1,2\r\n", "1:a|b 2:1|2")]
    [InlineData("a;b\n1;\"2;3\"", "1:a|b 2:1|2;3")]
    [InlineData("a\tb\n\n\n1\t2,5\n", "1:a|b 4:1|2,5")]
    [InlineData("a,b\r1,2", "1:a|b 2:1|2")]
    [InlineData("\"a \"\"x\"\" b\",c", "1:a \"x\" b|c")]
    [InlineData("\"two\r\nlines\",c\nd,e", "1:two\r\nlines|c 2:d|e")]
    [InlineData("a,\"never closed", "1:a|never closed")]
    [InlineData("a,,\n,,", "1:a||")]
    [InlineData("", "")]
    public void Rows_are_read_as_spreadsheets_write_them(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', CsvRows.Read(Encoding.UTF8.GetBytes(text), 100)!.Select(row => $"{row.Row}:{string.Join('|', row.Cells)}")));

    [Fact]
    public void What_was_written_is_read_again_but_for_the_apostrophe_before_a_formula() => Gen.String[Gen.Char["ab,;\"\r\n\t =1ក"], 0, 6].Array[2, 4].List[1, 4].Sample(rows =>
    {
        var read = CsvRows.Read(CsvTable.Write(["x", "y"], rows), 100)!;

        Assert.Equal(rows.Select(row => row.Select(Written)).Where(row => row.Any(cell => !string.IsNullOrWhiteSpace(cell))).Select(row => string.Join('|', row)), read.Skip(1).Select(row => string.Join('|', row.Cells)));
    }, iter: 500);

    [Fact]
    public void Nothing_that_somebody_brings_breaks_it() => Gen.Byte.Array[0, 200].Sample(bytes => CsvRows.Read(bytes, 10) is null or { Count: <= 10 }, iter: 2_000);

    private static string Written(string cell) => cell.TrimStart(' ', '\t', '\r', '\n') is ['=', ..] || cell is ['\t' or '\r', ..] ? $"'{cell}" : cell;
}
