using System.Text;
using ChatSupport.Staff.Audit;
using ChatSupport.Tests.Conversations;

namespace ChatSupport.Tests.Staff.Audit;

public sealed class ExportingTheLog
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_spreadsheet_reads_it_with_its_Khmer()
    {
        using var file = new MemoryStream();
        await AuditExport.Write(file, [Entry(12, "ម៉ោងធ្វើការ, and \"more\"")], Cancel);

        Assert.Equal([0xEF, 0xBB, 0xBF], file.ToArray()[..3]);
        Assert.Equal(
            $"number,at,who,act,subject,detail,mac\r\n12,{Some.Night.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fff}Z,account-1,content.publish,rights/hours,\"ម៉ោងធ្វើការ, and \"\"more\"\"\",{new string('0', 64)}\r\n",
            Encoding.UTF8.GetString(file.ToArray()[3..]));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("=\"a\",1", "\"'=\"\"a\"\",1\"")]
    [InlineData("a=1", "a=1")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData("", "")]
    public async Task No_cell_runs_as_a_formula_and_each_is_one_cell(string detail, string cell)
    {
        using var file = new MemoryStream();
        await AuditExport.Write(file, [Entry(1, detail)], Cancel);

        Assert.Contains($",rights/hours,{cell},0", Encoding.UTF8.GetString(file.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_left_of_a_file_that_could_not_be_written_whole()
    {
        var folder = Directory.CreateTempSubdirectory("chatsupport-export-");
        var file = Path.Combine(folder.FullName, "audit.csv");

        await Assert.ThrowsAsync<InvalidDataException>(() => AuditExport.Write(file, Broken(), Cancel));
        Assert.False(File.Exists(file));
        File.WriteAllText(file, "mine");
        await Assert.ThrowsAsync<IOException>(() => AuditExport.Write(file, [Entry(1, "")], Cancel));
        Assert.Equal("mine", File.ReadAllText(file));
        folder.Delete(recursive: true);
    }

    private static IEnumerable<AuditEntry> Broken()
    {
        yield return Entry(1, "");
        throw new InvalidDataException("The reading fails.");
    }

    private static AuditEntry Entry(long number, string detail) => new()
    {
        Number = number,
        At = Some.Night,
        Who = "account-1",
        Act = "content.publish",
        Subject = "rights/hours",
        Detail = detail,
        Mac = new byte[32],
    };
}
