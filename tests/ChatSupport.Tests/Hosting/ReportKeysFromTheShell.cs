using System.CommandLine;
using System.Text;
using ChatSupport.Hosting.Commands;
using ChatSupport.Reports.Sealing.Age;
using Microsoft.Extensions.Time.Testing;

namespace ChatSupport.Tests.Hosting;

/// <summary><c>chatsupport reports keys …</c>: the ceremony as people go through it.</summary>
public sealed class ReportKeysFromTheShell : IDisposable
{
    private readonly Installation installation = new(withContent: false);
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));
    private readonly AgeIdentity dara = AgeIdentity.New();

    private string List => Path.Combine(installation.Folder, "data", "readers.txt");

    public ReportKeysFromTheShell() => Directory.CreateDirectory(Path.GetDirectoryName(List)!);

    public void Dispose()
    {
        dara.Dispose();
        installation.Dispose();
    }

    [Fact]
    public async Task From_nothing_to_an_open_intake()
    {
        var (secret, setting) = await Init();
        var split = await Run("recovery split");
        var recovery = Between(split.Output, "The public key:\n    ", "\n");

        var worker = await Run($"sign --list {List} --add dara --key {dara.Recipient} --role worker", secret);
        var both = await Run($"sign --list {List} --add recovery --key {recovery} --role recovery --until 2030-01-01", secret);
        var verified = await Run("verify", "", setting);
        var listed = await Run("list", "", setting);

        Assert.Equal((0, ""), (worker.Code, worker.Error));
        Assert.Contains("no reports can be taken yet. No recovery key counts now", worker.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("no reports", both.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (verified.Code, verified.Error));
        Assert.StartsWith("Version 3 with fingerprint ", verified.Output, StringComparison.Ordinal);
        Assert.Contains("dara (worker), recovery (recovery). The first key that ends is that of dara, on 2027-11-24.", verified.Output, StringComparison.Ordinal);
        Assert.Equal($"dara\tworker\tkey 1\tcounts until 2027-11-24\t{dara.Recipient}\nrecovery\trecovery\tkey 1\tcounts until 2030-01-01\t{recovery}\n", listed.Output);
    }

    [Fact]
    public async Task The_root_stands_on_the_screen_alone()
    {
        var (secret, _) = await Init();

        Assert.All(Directory.EnumerateFiles(installation.Folder, "*", SearchOption.AllDirectories), file => Assert.DoesNotContain(secret, File.ReadAllText(file), StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(Commands("reports keys").SelectMany(command => command.Options), option => option.Name.Contains("root", StringComparison.OrdinalIgnoreCase) || option.Name.Contains("secret", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Who_leaves_is_taken_out_and_who_lost_her_key_gets_another()
    {
        var (secret, setting) = await Init();
        using var next = AgeIdentity.New();
        await Run($"sign --list {List} --add dara --key {dara.Recipient} --role worker", secret);
        time.Advance(TimeSpan.FromDays(1));

        var again = await Run($"sign --list {List} --add dara --key {next.Recipient} --role worker", secret);
        var listed = await Run("list", "", setting);
        var revoked = await Run($"sign --list {List} --revoke dara", secret);
        var twice = await Run($"sign --list {List} --revoke dara", secret);

        Assert.Equal((0, 0), (again.Code, revoked.Code));
        Assert.Equal($"dara\tworker\tkey 1\trevoked\t{dara.Recipient}\ndara\tworker\tkey 2\tcounts until 2027-11-25\t{next.Recipient}\n", listed.Output);
        Assert.Equal("dara\tworker\tkey 2\trevoked", (await Run("list", "", setting)).Output.Split('\n')[1][..25]);
        Assert.Equal((1, "There is no reader 'dara' whose key is not revoked yet. There are: none.\n"), (twice.Code, twice.Error));
    }

    [Theory]
    [InlineData("REPORTS-ROOT-SECRET-1QQQQ", "This is not a root key, or has a slip")]
    [InlineData("", "This is not a root key, or has a slip")]
    [InlineData("OTHER", "was not signed by this root key")]
    public async Task A_wrong_root_changes_nothing(string typed, string says)
    {
        await Init();
        var before = await File.ReadAllTextAsync(List, TestContext.Current.CancellationToken);
        var other = typed == "OTHER" ? (await Init("other.txt")).Secret : typed;

        var refused = await Run($"sign --list {List} --add dara --key {dara.Recipient} --role worker", other);

        Assert.Equal((1, ""), (refused.Code, refused.Output));
        Assert.Contains(says, refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(List, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(2, "Say either whom to add", "")]
    [InlineData(2, "Say either whom to add", "--add a --revoke b")]
    [InlineData(2, "--revoke stands alone", "--revoke b --key x")]
    [InlineData(2, "'Dara' is no id", "--add Dara --key x --role worker")]
    [InlineData(2, "--add needs the public key", "--add dara")]
    [InlineData(2, "--key is no public key", "--add dara --key age1xyz --role worker")]
    [InlineData(2, "'soon' is not a day", "--add dara --key KEY --role worker --from soon")]
    [InlineData(1, "--until is over already", "--add dara --key KEY --role worker --from 2025-01-01 --until 2026-01-01")]
    [InlineData(1, "ends before it begins", "--add dara --key KEY --role worker --from 2028-01-01 --until 2027-01-01")]
    [InlineData(1, "There is no reader 'sokha' whose key is not revoked yet. There are: none.", "--revoke sokha")]
    [InlineData(2, "chatsupport reports keys init", "--list nowhere/readers.txt --revoke dara")]
    public async Task What_cannot_be_signed_is_told(int code, string says, string words)
    {
        var (secret, _) = await Init();

        var refused = await Run($"sign {(words.Contains("--list", StringComparison.Ordinal) ? "" : $"--list {List}")} {words.Replace("KEY", dara.Recipient.ToString(), StringComparison.Ordinal)}", secret);

        Assert.Equal((code, ""), (refused.Code, refused.Output));
        Assert.Contains(says, refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_is_there_is_not_begun_anew()
    {
        await Init();

        var again = await Run($"init --list {List}");

        Assert.Equal((1, ""), (again.Code, again.Output));
        Assert.Contains("There is a list", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_root_key_or_list_says_what_to_do()
    {
        var (_, setting) = await Init("elsewhere.txt");

        Assert.Contains("ChatSupport:Reports:RootKey is not set", (await Run("verify")).Error, StringComparison.Ordinal);
        var noList = await Run("verify", "", setting);
        Assert.Equal(1, noList.Code);
        Assert.Contains("cannot be read", noList.Error, StringComparison.Ordinal);
        Assert.Contains("begins with reports-root1", (await Run("list", "", "--ChatSupport:Reports:RootKey=x")).Error, StringComparison.Ordinal);
        Assert.Contains("Neither a case worker nor a recovery key", (await Run($"verify --list {Path.Combine(installation.Folder, "elsewhere.txt")}", "", setting)).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(3, 1)]
    public async Task Two_holders_open_what_was_sealed_to_the_recovery_key(int one, int other)
    {
        var split = (await Run("recovery split")).Output;
        var (first, second) = (Sheet(split, one), Sheet(split, other));
        Assert.True(AgeRecipient.TryParse(Between(split, "The public key:\n    ", "\n"), out var recovery));
        var file = AgeFile.Seal("x"u8, [recovery]);

        var check = await Run("recovery join --check", $"{first}\n{second}\n");
        var joined = await Run("recovery join", $"{first}\n{second}\n");

        Assert.Equal((0, $"The two sheets give the key of {recovery}.\n"), (check.Code, check.Output));
        Assert.True(AgeIdentity.TryParse(joined.Output.Trim(), out var key));
        using (key)
            Assert.Equal("x"u8, AgeFile.Open(file, key));
        Assert.Contains("make a new one", joined.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sheets_that_do_not_fit_are_told()
    {
        var (one, other) = ((await Run("recovery split")).Output, (await Run("recovery split")).Output);

        var refused = await Run("recovery join", $"{Sheet(one, 1)}\n{Sheet(other, 2)}\n");

        Assert.Equal((1, ""), (refused.Code, refused.Output));
        Assert.Contains("different recovery keys", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_real_program_reads_the_sheets_from_a_pipe()
    {
        var split = (await Run("recovery split")).Output;

        var (code, output) = await CommandLine.Run(Encoding.ASCII.GetBytes($"{Sheet(split, 2)}\n{Sheet(split, 3)}\n"), TestContext.Current.CancellationToken, "reports", "keys", "recovery", "join", "--check");

        Assert.Equal((0, $"The two sheets give the key of {Between(split, "The public key:\n    ", "\n")}."), (code, Encoding.UTF8.GetString(output).Trim()));
    }

    private async Task<(string Secret, string Setting)> Init(string? file = null)
    {
        var made = await Run($"init --list {(file is null ? List : Path.Combine(installation.Folder, file))}");
        Assert.Equal((0, ""), (made.Code, made.Error));
        var secret = Between(made.Output, "open reports:\n", "Its public half").Trim();
        return (secret, $"--ChatSupport:Reports:RootKey={Between(made.Output, "RootKey):\n    ", "\n")}");
    }

    /// <summary>With the blanks and lines as they stand on paper.</summary>
    private static string Sheet(string split, int number) => Between(split, $"Sheet {number} of 3:\n", "\n\n");

    private async Task<Outcome> Run(string words, string typed = "", params string[] settings)
    {
        using StringWriter output = new(), error = new();
        using var lines = new StringReader(typed);
        var command = ReportsCommand.Build([.. installation.Settings, .. settings], lines, time);
        var parsed = command.Parse(["keys", .. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        var code = await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return new Outcome(code, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }

    private static IEnumerable<Command> Commands(string path) => path.Split(' ').Aggregate((Command)AllCommands.Root([]), (at, word) => at.Subcommands.Single(command => command.Name == word)).Subcommands;

    private static string Between(string text, string begin, string end)
    {
        var at = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        Assert.True(at >= begin.Length, $"'{begin}' is not in: {text}");
        return text[at..text.IndexOf(end, at, StringComparison.Ordinal)];
    }
}
