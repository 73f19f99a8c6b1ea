using System.Text;

namespace ChatSupport.Tests.Hosting;

public sealed class FilteringKhmer
{
    [Theory]
    [InlineData("normalize", "ខែ្មរ, ABC ១២\n", "ខ្មែរ, ABC ១២\n")]
    [InlineData("normalize", "ស្រ្តី\r\n\nកំុ", "ស្ត្រី\r\n\nកុំ")] // line ends stay, and a last line without one too
    [InlineData("key", "ខែ្មរ, ABC ១២។\n", "ខ្មែរ abc 12\n")]
    [InlineData("clusters", "ខ្មែរ 👨‍👩‍👧a\n", "ខ្មែ|រ| |👨‍👩‍👧|a\t5\n")]
    [InlineData("key", "", "")]
    public async Task A_line_goes_in_and_a_line_comes_out(string filter, string input, string expected)
    {
        var (code, output) = await CommandLine.Run(Encoding.UTF8.GetBytes(input), TestContext.Current.CancellationToken, "khmer", filter);

        Assert.Equal(expected, Encoding.UTF8.GetString(output));
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task A_line_may_be_very_long()
    {
        var line = string.Concat(Enumerable.Repeat("ខែ្មរ", 500_000));

        var (code, output) = await CommandLine.Run(Encoding.UTF8.GetBytes(line), TestContext.Current.CancellationToken, "khmer", "normalize");

        Assert.Equal(0, code);
        Assert.Equal(string.Concat(Enumerable.Repeat("ខ្មែរ", 500_000)), Encoding.UTF8.GetString(output));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_stop_nothing()
    {
        var (code, output) = await CommandLine.Run([0xFF, 0xC3, (byte)'\n', (byte)'A'], TestContext.Current.CancellationToken, "khmer", "key");

        Assert.Equal(0, code);
        Assert.EndsWith("\na", Encoding.UTF8.GetString(output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_ends_when_nobody_reads_any_more()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var program = CommandLine.Start("khmer", "key");
        program.StandardOutput.Close();
        var line = Encoding.UTF8.GetBytes("ខ្មែរ\n");
        try
        {
            while (!program.HasExited)
                await program.StandardInput.BaseStream.WriteAsync(line, cancel);
        }
        catch (IOException)
        {
            // its input is closed: it is gone
        }

        await program.WaitForExitAsync(cancel);
        Assert.Equal(0, program.ExitCode);
    }
}
