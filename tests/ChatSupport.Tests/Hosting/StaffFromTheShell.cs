using ChatSupport.Staff.Roles;
using ChatSupport.Tests.Staff;

namespace ChatSupport.Tests.Hosting;

/// <summary><c>chatsupport staff …</c> over a real file, also while a process serves from it.</summary>
public sealed class StaffFromTheShell : IDisposable
{
    private readonly Installation installation = new(withContent: false);

    public void Dispose() => installation.Dispose();

    [Fact]
    public async Task Add_prints_a_link_by_which_the_first_administrator_joins_while_it_serves()
    {
        await using var serving = new StaffHost(installation.Folder);

        var added = await installation.Run("staff", "add", " Sok  Dara ", "--role", "administrator", "--role", "case-worker", "--address", "https://support.example/");

        Assert.Equal((0, ""), (added.Code, added.Error));
        Assert.Contains("https://support.example/console/join#", added.Output, StringComparison.Ordinal);
        var dara = await serving.Joins(added.Output.Trim().Split('#')[1], "Sok Dara");
        Assert.Equal([StaffRole.CaseWorker, StaffRole.Administrator], dara.Account.Roles);
        Assert.Contains(serving.Log, entry => entry is { Act: "staff.invite", Who: "command line" } && entry.Subject == dara.Id);
    }

    [Fact]
    public async Task Reset_takes_keys_and_sessions_away_while_it_serves()
    {
        await using var serving = new StaffHost(installation.Folder);
        var dara = await serving.Joined("Dara", StaffRole.Administrator);
        var session = await dara.Session();

        var reset = await installation.Run("staff", "reset", "dara");

        Assert.Equal((0, ""), (reset.Code, reset.Error));
        Assert.Null(serving.Sessions.Use(session));
        Assert.Null(await dara.SignsIn(dara.App.Code()));
        Assert.Contains("http://localhost:5000/console/join#", reset.Output, StringComparison.Ordinal);
        Assert.Equal(dara.Id, (await serving.Joins(reset.Output.Trim().Split('#')[1], "Dara")).Id);
    }

    [Fact]
    public async Task List_shows_what_each_signs_in_with_and_neither_hash_nor_link()
    {
        Assert.Equal(2, (await installation.Run("staff", "list")).Code); // there is no database yet
        await installation.Run("database", "migrate");
        Assert.Contains("no accounts yet", (await installation.Run("staff", "list")).Output, StringComparison.Ordinal);
        await using var serving = new StaffHost(installation.Folder);
        await serving.Joined("Dara", StaffRole.Administrator);
        serving.Time.Advance(TimeSpan.FromSeconds(1));
        await serving.Invited("Sokha", StaffRole.SavingsOfficer, StaffRole.Editor);

        var listed = await installation.Run("staff", "list");

        Assert.Equal((0, "Dara\tadministrator\tpassword and code app\nSokha\teditor, savings-officer\tno keys yet\n", ""), (listed.Code, listed.Output.ReplaceLineEndings("\n"), listed.Error));
    }

    [Fact]
    public async Task The_link_begins_where_the_settings_listen()
    {
        Assert.Contains("\nhttp://localhost:5077/console/join#", (await installation.Run("staff", "add", "A", "--role", "editor", "--urls=http://0.0.0.0:5077;http://10.0.0.1:80")).Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal(["http://localhost:80", "https://localhost:5001", "http://support.example:81", "http://10.0.0.7:82"],
            new[] { "http://*:80", "https://[::1]:5001", "http://support.example:81", "http://10.0.0.7:82" }.Select(ChatSupport.Staff.ConsoleAddress.Named));
    }

    [Fact]
    public async Task Lost_keys_are_told_also_where_nobody_has_chatted_yet()
    {
        await installation.Run("staff", "add", "Dara", "--role", "editor");
        Directory.Delete(Path.Combine(installation.Folder, "data", "keys"), recursive: true);

        var listed = await installation.Run("staff", "list");

        Assert.Equal((2, ""), (listed.Code, listed.Output));
        Assert.Contains("keys", listed.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "Required argument 'name' missing", "staff", "add")]
    [InlineData(2, "Option '--role' is required", "staff", "add", "Dara")]
    [InlineData(2, "There is no role '4'. There are: editor, reviewer, case-worker", "staff", "add", "Dara", "--role", "4")]
    [InlineData(2, "There is no role 'owner'", "staff", "add", "Dara", "--role", "editor", "--role", "owner")]
    [InlineData(2, "Required argument 'name' missing", "staff", "reset")]
    public void Wrong_words_are_told(int code, string says, params string[] words)
    {
        var (_, _, error) = CommandLine.Run(words);
        var parsed = ChatSupport.Hosting.Commands.AllCommands.Root([]).Parse(words);

        Assert.Contains(says, error, StringComparison.Ordinal);
        Assert.Equal(2, parsed.Errors.Count > 0 ? code : 0);
    }

    [Fact]
    public async Task What_is_refused_is_told_with_what_there_is()
    {
        await installation.Run("staff", "add", "Dara", "--role", "editor");

        var (again, unknown) = (await installation.Run("staff", "add", "DARA", "--role", "editor"), await installation.Run("staff", "reset", "Daro"));

        Assert.Equal((1, 1), (again.Code, unknown.Code));
        Assert.Contains("There is somebody called DARA already", again.Error, StringComparison.Ordinal);
        Assert.Contains("There is no account called 'Daro'. There are: Dara.", unknown.Error, StringComparison.Ordinal);
        Assert.Empty(again.Output + unknown.Output);
    }
}
