using System.Net;
using System.Net.Sockets;
using ChatSupport.Tests.Conversations;

namespace ChatSupport.Tests.Hosting;

/// <summary>Whatever keeps the program from starting: a sentence with a mend, exit code 2, no stack trace.</summary>
public sealed class StartIsRefusedForReal : IDisposable
{
    private readonly Installation installation = new();

    public void Dispose() => installation.Dispose();

    [Fact]
    public async Task By_wrong_settings_all_named_at_once()
    {
        var said = await Refused("--ChatSupport:Conversations:Burst=many", "--ChatSupport:Conversations:IdleAfter=00:00:01", "--ChatSupport:Database:File=",
            "--ChatSupport:Telegrm:Token=123:abcdef", "--ChatSupport:Metrics:Token=short", "--urls=http://127.0.0.1:99999");

        Assert.Contains("ChatSupport:Conversations:Burst cannot be read as a whole number", said, StringComparison.Ordinal);
        Assert.Contains("ChatSupport:Database:File is empty", said, StringComparison.Ordinal);
        Assert.Contains("There is no setting ChatSupport:Telegrm", said, StringComparison.Ordinal);
        Assert.Contains("ChatSupport:Metrics:Token must have", said, StringComparison.Ordinal);
        Assert.Contains("urls: 'http://127.0.0.1:99999' is no address", said, StringComparison.Ordinal);
        Assert.DoesNotContain("123:abcdef", said, StringComparison.Ordinal);
        Assert.DoesNotContain("many", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_a_port_that_another_program_has()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var said = await Refused($"--urls=http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}");

        Assert.Contains("address already in use", said, StringComparison.Ordinal);
        Assert.Contains("--urls", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_a_port_of_the_runtime_that_another_program_has()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var said = await Refused($"--ChatSupport:Cluster:SiloPort={((IPEndPoint)other.LocalEndpoint).Port}");

        Assert.Contains("ChatSupport:Cluster:SiloPort", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_a_folder_that_cannot_be_written()
    {
        File.WriteAllText(Path.Combine(installation.Folder, "data"), "a file stands where the folder should be");

        Assert.Contains("ChatSupport:Database:File: The folder", await Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_a_database_of_a_newer_version()
    {
        await using (var newer = new StoreHost(installation.Folder))
            await newer.Writer.Write(session => session["INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_Later', '99')"].Run(), TestContext.Current.CancellationToken);

        Assert.Contains("was written by a newer version of the program", await Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_keys_of_another_installation()
    {
        await using (var store = new StoreHost(installation.Folder))
            await store.Commit(Some.Inbound(Some.Key()), Some.Turn(1));
        var key = Path.Combine(installation.Folder, "data", "keys", "field.key");
        var bytes = File.ReadAllBytes(key);
        bytes[0] ^= 1;
        File.WriteAllBytes(key, bytes);

        Assert.Contains("field.key is not the key that this database was written with. Put the key files", await Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_broken_content_at_the_first_start_with_its_findings()
    {
        installation.Write("dialogs/home.yaml", "screens: [");

        var said = await Refused();

        Assert.Contains("home.yaml:", said, StringComparison.Ordinal);
        Assert.Contains("Error DLG", said, StringComparison.Ordinal);
        Assert.Contains("no earlier revision is there to go on with", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_facts_that_may_not_stand_in_production_each_named()
    {
        var said = await Refused("--environment=Production");

        Assert.Contains("The place 'sample-clinic-1' is a made-up sample", said, StringComparison.Ordinal);
        Assert.Contains("The hotline 'ambulance-119' (119) is not verified", said, StringComparison.Ordinal);
        Assert.Contains("ChatSupport:Places:AllowUnverified=true", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_a_settings_file_that_cannot_be_read()
    {
        installation.Write("appsettings.json", "{ \"ChatSupport\": { ");

        Assert.Contains("appsettings.json", await Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_a_folder_that_is_not_there() =>
        Assert.Contains("contentRoot: There is no folder", await Refused("--contentRoot=/nowhere/at/all"), StringComparison.Ordinal);

    [Fact]
    public async Task By_a_command_that_there_is_not() =>
        Assert.Contains("'dialgos'", await Refused("dialgos"), StringComparison.Ordinal);

    private async Task<string> Refused(params string[] arguments)
    {
        string[] all = arguments.Any(argument => argument.StartsWith("--urls", StringComparison.Ordinal)) ? arguments : [.. arguments, "--urls=http://127.0.0.1:0"];
        await using var program = installation.Start(all);
        Assert.Equal(2, await program.Ends());
        Assert.DoesNotContain("   at ", program.Written, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", program.Written, StringComparison.Ordinal);
        return program.Written;
    }
}
