using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ChatSupport.Staff;
using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Audit;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Hosting.Commands;

/// <summary><c>chatsupport staff add|reset|list</c>: looks after accounts at the machine itself, also while the program serves.</summary>
internal static class StaffCommand
{
    private const string Codes = "Exit code 0: done, 1: refused, 2: could not run.";
    private static readonly StaffAtTheMachine here = new(AuditNote.CommandLine);

    /// <param name="settings">Settings of the command line.</param>
    public static Command Build(string[] settings) => new("staff", $"Look after the accounts of the console at /console. {Codes}")
    {
        BuildAdd(settings),
        BuildReset(settings),
        BuildList(settings),
    };

    private static Command BuildAdd(string[] settings)
    {
        var (name, address) = (Name("The name that others on the staff will see."), Address());
        var role = new Option<StaffRole[]>("--role")
        {
            Description = $"What the person is there for; may be given several times. One of: {string.Join(", ", Enum.GetValues<StaffRole>().Select(RoleWords.Typed))}.",
            Required = true,
            CustomParser = Roles,
        };
        var command = new Command("add", $"Makes an account and prints a link by which its person gives herself keys. {Codes}") { name, role, address };
        command.SetAction((parse, cancel) => CommandHost.Run(parse, settings, needsDatabase: false, async services =>
            await Tell(parse, services, parse.GetValue(address), await services.GetRequiredService<AccountBook>().Invite(here, parse.GetRequiredValue(name), parse.GetRequiredValue(role), cancel))));
        return command;
    }

    private static Command BuildReset(string[] settings)
    {
        var (name, address) = (Name("The name of the account, whole."), Address());
        var command = new Command("reset", $"Takes all keys and sessions from an account and prints a link by which its person gives herself new ones. {Codes}") { name, address };
        command.SetAction((parse, cancel) => CommandHost.Run(parse, settings, needsDatabase: true, async services =>
            await Tell(parse, services, parse.GetValue(address), await services.GetRequiredService<AccountBook>().Recover(here, parse.GetRequiredValue(name), cancel))));
        return command;
    }

    private static Command BuildList(string[] settings)
    {
        var command = new Command("list", $"Lists all accounts: name, roles, what each signs in with. {Codes}");
        command.SetAction((parse, _) => CommandHost.Run(parse, settings, needsDatabase: true, async services =>
        {
            var lines = services.GetRequiredService<AccountBook>().List(here);
            var output = parse.InvocationConfiguration.Output;
            foreach (var line in lines)
                await output.WriteLineAsync($"{line.Name}\t{string.Join(", ", line.Roles.Select(RoleWords.Typed))}\t{Keys(line)}{(line.IsStopped ? ", stopped" : "")}");
            if (lines.Count == 0)
                await output.WriteLineAsync("There are no accounts yet. Make one: chatsupport staff add NAME --role administrator");
            return ExitCode.Fine;
        }));
        return command;
    }

    private static StaffRole[] Roles(ArgumentResult typed)
    {
        var known = Enum.GetValues<StaffRole>().ToDictionary(RoleWords.Typed, StringComparer.OrdinalIgnoreCase);
        foreach (var wrong in typed.Tokens.Where(token => !known.ContainsKey(token.Value)))
            typed.AddError($"There is no role '{wrong.Value}'. There are: {string.Join(", ", known.Keys)}.");
        return [.. typed.Tokens.Where(token => known.ContainsKey(token.Value)).Select(token => known[token.Value])];
    }

    private static Argument<string> Name(string description) => new("name") { Description = description };

    private static Option<string?> Address() => new("--address")
    {
        Description = "Where the person reaches this program, for example https://support.example. Without it: the first address that is listened on, else http://localhost:5000.",
    };

    private static string Keys(AccountLine line) => line switch
    {
        { IsInvited: true } => "no keys yet",
        { HasPassword: true, Passkeys: > 0 } => $"{PasskeysOf(line)}, password and code app",
        { HasPassword: true } => "password and code app",
        _ => PasskeysOf(line),
    };

    private static string PasskeysOf(AccountLine line) => string.Create(CultureInfo.InvariantCulture, $"{line.Passkeys} {(line.Passkeys == 1 ? "passkey" : "passkeys")}");

    private static async Task<int> Tell(ParseResult parse, IServiceProvider services, string? address, BookOutcome outcome)
    {
        if (outcome is not BookOutcome.Link link)
        {
            await parse.InvocationConfiguration.Error.WriteLineAsync(((BookOutcome.Refused)outcome).Why);
            return ExitCode.Errors;
        }
        await parse.InvocationConfiguration.Output.WriteLineAsync($"Give this link to the person yourself; it works once. Who opens it first has the account.\n{Base(services, address)}{link.Path}");
        return ExitCode.Fine;
    }

    private static string Base(IServiceProvider services, string? given)
    {
        var listened = services.GetRequiredService<IConfiguration>()["urls"] ?? Environment.GetEnvironmentVariable("ASPNETCORE_URLS") ?? "";
        return given?.TrimEnd('/') ?? ConsoleAddress.Named(listened.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? "http://localhost:5000");
    }
}
