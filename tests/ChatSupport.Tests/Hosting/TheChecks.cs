using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace ChatSupport.Tests.Hosting;

/// <summary><c>docs/asvs.md</c> names a test or a reason for each of the 56 checks, and the program and its tests are as it says. Those that nothing else holds are held here.</summary>
public sealed partial class TheChecks
{
    private const int All = 56;
    private const BindingFlags Any = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly string top = Path.GetDirectoryName(ChatSupport.Content.ContentFolder.Find(AppContext.BaseDirectory)!)!;
    private static readonly string text = File.ReadAllText(Path.Combine(top, "docs", "asvs.md"));
    private static readonly Lazy<IReadOnlyList<(string Name, string Text)>> ours = new(() => Read("src"));
    private static readonly Lazy<ILookup<string, string>> tests = new(() => Read("tests")
        .SelectMany(file => Classes().Matches(file.Text).Select(match => (Class: match.Groups[1].Value, file.Text))).ToLookup(one => one.Class, one => one.Text, StringComparer.Ordinal));

    [Fact]
    public void Each_of_them_is_there_once_with_a_test_or_a_reason()
    {
        var rows = Rows();

        Assert.Equal(Enumerable.Range(1, All), rows.Select(row => row.Number));
        Assert.All(rows, row => Assert.True(row.HeldBy.Contains("Reason", StringComparison.Ordinal) || Names().IsMatch(row.HeldBy), $"Check {row.Number} has neither a test nor a reason."));
        Assert.All(rows, row => Assert.Matches(@"\(\d+\.\d+", row.Check)); // the number of the requirement
    }

    [Fact]
    public void Each_test_that_is_named_is_one()
    {
        var named = Rows().SelectMany(row => Names().Matches(row.HeldBy)).Select(match => (Class: match.Groups[1].Value, Method: match.Groups[2].Value)).Distinct().ToList();

        Assert.True(named.Count > All, "Hardly any tests are named.");
        Assert.All(named, one => Assert.True(
            one.Method.Length == 0 ? tests.Value.Contains(one.Class) : tests.Value[one.Class].Any(file => Regex.IsMatch(file, $@"\[(Fact|Theory|EveryDatabase)[^\n]*(\n[^\n]*){{0,20}}?\b{one.Method}\(")),
            $"There is no test {one.Class}.{one.Method}. Name the one that holds the check, or write a reason."));
    }

    [Fact]
    public void Each_limit_is_that_of_the_program()
    {
        var limits = Limits().Matches(text[text.IndexOf("## The limits", StringComparison.Ordinal)..]).ToList();

        Assert.True(limits.Count > 25);
        Assert.All(limits, limit => Assert.Equal(limit.Groups[1].Value, ValueOf(limit.Groups[2].Value, limit.Groups[3].Value)));
    }

    /// <summary>Check 1: a statement is a constant; what is put into one at run time is another constant.</summary>
    [Fact]
    public void No_statement_is_put_together_from_values() => Nowhere(@"FromSqlRaw|ExecuteSqlRaw|session\[\$?""[^""\n]*""\s*\+\s*(?!of|Of)\w+\.");

    /// <summary>Check 3.</summary>
    [Fact]
    public void Nothing_is_sent_to_Telegram_with_a_way_of_formatting() => Nowhere(@"parseMode\s*:|ParseMode\.(Html|Markdown)");

    /// <summary>Check 4: one file makes connections to others, and it follows no redirect.</summary>
    [Fact]
    public void Only_the_bot_of_Telegram_calls_anybody_and_follows_nowhere()
    {
        var calls = ours.Value.Where(file => Regex.IsMatch(file.Text, @"new HttpClient\(|new SocketsHttpHandler|new HttpClientHandler|SmtpClient|new TcpClient|new ClientWebSocket|: SocketsHttpHandler|SocketsHttpHandler \w+\(\) => new\(\)")).ToList();

        var only = Assert.Single(calls);
        Assert.Equal("TelegramBot.cs", only.Name);
        Assert.Contains("AllowAutoRedirect = false", only.Text, StringComparison.Ordinal);
    }

    /// <summary>Check 44: what is left of it are pauses, ports and made-up samples.</summary>
    [Fact]
    public void What_can_be_foretold_makes_no_secret() => Assert.Equal(
        ["FreePort.cs", "SampleWorld.cs", "SenderDesk.cs"],
        ours.Value.Where(file => Regex.IsMatch(file.Text, @"\bRandom\.Shared|new Random\(")).Select(file => file.Name).Distinct().Order(StringComparer.Ordinal));

    /// <summary>Check 45.</summary>
    [Fact]
    public void Nobody_takes_a_wrong_certificate() => Nowhere("ServerCertificateCustomValidationCallback|RemoteCertificateValidationCallback|DangerousAcceptAny|CertificateValidationCallback");

    private static void Nowhere(string pattern) => Assert.Empty(ours.Value.Where(file => Regex.IsMatch(file.Text, pattern)).Select(file => $"{file.Name}: {Regex.Match(file.Text, pattern).Value}"));

    private static List<(int Number, string Check, string HeldBy)> Rows() =>
        [.. Checks().Matches(text).Select(match => (int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), match.Groups[2].Value, match.Groups[3].Value))];

    private static string? ValueOf(string type, string member)
    {
        var owner = typeof(ChatSupport.Hosting.Serve).Assembly.GetTypes().Single(one => one.Name == type && !one.IsNested);
        if (owner.GetField(member, Any) is { } field)
            return Convert.ToString(field.IsLiteral ? field.GetRawConstantValue() : field.GetValue(null), CultureInfo.InvariantCulture);
        var property = owner.GetProperty(member, Any) ?? throw new InvalidOperationException($"{type} has no {member}.");
        return Convert.ToString(property.GetValue(Activator.CreateInstance(owner)), CultureInfo.InvariantCulture);
    }

    private static IReadOnlyList<(string Name, string Text)> Read(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(top, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(file => (Path.GetFileName(file), File.ReadAllText(file)))];

    [GeneratedRegex(@"^\| (\d+) \| ([^|]+) \| ([^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Checks();

    [GeneratedRegex(@"`([A-Z]\w+)(?:\.(\w+))?`")]
    private static partial Regex Names();

    [GeneratedRegex(@"^\| [^|]+ \| ([\d:]+) \| `(\w+)\.(\w+)` \|$", RegexOptions.Multiline)]
    private static partial Regex Limits();

    [GeneratedRegex(@"\bclass (\w+)")]
    private static partial Regex Classes();
}
