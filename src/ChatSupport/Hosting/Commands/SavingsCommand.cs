using System.CommandLine;
using System.Globalization;
using ChatSupport.Savings.Carrying;
using ChatSupport.Savings.Checking;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Groups;
using ChatSupport.Savings.Leaders;
using ChatSupport.Staff.Audit;
using ChatSupport.Storage;
using ChatSupport.Storage.Encryption;

namespace ChatSupport.Hosting.Commands;

/// <summary><c>chatsupport savings …</c>: checks the ledger and carries it.</summary>
internal static class SavingsCommand
{
    private const int MostShown = 50;
    private const string Codes = "Exit code 0: fine, 1: something is wrong with the ledger, 2: could not run.";
    private const string Done = "Exit code 0: written, 1: refused, 2: could not run.";

    public static Command Build(string[] settings) => new("savings", "The savings ledger: members' money, which is added to and never changed.")
    {
        BuildVerify(settings),
        BuildExport(settings),
        BuildImport(settings),
        BuildJournal(settings),
        BuildLeader(settings),
        SavingsSeatCommand.BuildSeat(settings),
        SavingsSeatCommand.BuildUnlink(settings),
        SavingsSeatCommand.BuildMeeting(settings),
    };

    private static Command BuildLeader(string[] settings)
    {
        var group = new Argument<string>("group") { Description = "The group: its name or its id." };
        var again = new Option<string?>("--again") { Description = "The seat of a leader whose phone was lost: the old phone leads nothing from now on." };
        var command = new Command("leader", $"Makes a link that makes somebody a group's leader on her phone. It works once. {Done}") { group, again };
        command.SetAction((parse, cancel) => CommandHost.Run(parse, settings, needsDatabase: false, async services =>
        {
            services.GetRequiredService<DatabaseStart>().Prepare();
            var groups = services.GetRequiredService<GroupRoll>().Groups();
            var named = parse.GetRequiredValue(group);
            if (groups.Where(one => one.Id == named || one.Name == named).ToList() is not [var found])
            {
                await parse.InvocationConfiguration.Error.WriteLineAsync($"There is no group '{named}', or more than one. Groups: {string.Join(", ", groups.Select(one => $"{one.Name} ({one.Id})"))}");
                return ExitCode.Errors;
            }
            var roll = services.GetRequiredService<LeaderRoll>();
            var link = parse.GetValue(again) is { } seat
                ? roll.Leading(found.Id).Any(one => one.Id == seat) ? await roll.InviteAgain(seat, AuditNote.CommandLine, cancel) : null
                : await roll.Invite(found.Id, AuditNote.CommandLine, cancel);
            if (link is null)
            {
                await parse.InvocationConfiguration.Error.WriteLineAsync($"This group has no such seat. Seats: {string.Join(", ", roll.Leading(found.Id).Select(one => one.Id))}");
                return ExitCode.Errors;
            }
            var until = link.Seat.LinkUntil!.Value.ToOffset(TimeSpan.FromHours(7));
            await parse.InvocationConfiguration.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"Seat {link.Seat.Id}. Until {until:yyyy-MM-dd HH:mm} in Phnom Penh she opens https://t.me/NAME_OF_YOUR_BOT?start={link.Word}\nor types to the bot: {link.Word}"));
            return ExitCode.Fine;
        }));
        return command;
    }

    private static Command BuildVerify(string[] settings)
    {
        var command = new Command("verify", $"Finds every changed, removed or inserted row of the ledger and counts every balance anew, also while the program serves. Changes nothing. {Codes}");
        command.SetAction((parse, cancel) => CommandHost.Run(parse, settings, needsDatabase: true, async services =>
        {
            // Not the keys of the container: taking those would bring the database to this version.
            var keys = services.GetRequiredService<DatabaseCare>().OpenKeys();
            using var cipher = new FieldCipher(keys.FieldKey);
            var check = new LedgerCheck(services.GetRequiredService<StoreReaders>(), new LedgerChain(keys), new GroupSeals(cipher, keys), services.GetRequiredService<LedgerHeadFile>());
            var verdict = await Progress.Show("Checking every entry", () => check.Verify(cancel));
            var error = parse.InvocationConfiguration.Error;
            foreach (var finding in verdict.Findings.Take(MostShown))
                await error.WriteLineAsync(finding.ToString());
            if (verdict.Findings.Count == 0)
            {
                await parse.InvocationConfiguration.Output.WriteLineAsync($"{Entries(verdict.Entries)} checked: nothing was changed, removed or put in, and every balance is the sum of its entries.");
                return ExitCode.Fine;
            }
            await error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{Entries(verdict.Entries)} checked: {verdict.Findings.Count} findings."));
            return ExitCode.Errors;
        }));
        return command;
    }

    private static Command BuildExport(string[] settings)
    {
        var (to, names) = (To("The file to write, a line of JSON for each row. Must not exist yet."), new Option<bool>("--with-names") { Description = "Groups and members too, with what they are called." });
        var command = new Command("export", $"Writes the ledger with its hashes into a file that only its owner may read. Keep it on another machine. {Done}") { to, names };
        command.SetAction((parse, cancel) => CommandHost.Run(parse, settings, needsDatabase: true, services =>
            Write(parse, services, to, target => services.GetRequiredService<LedgerExport>().Write(target, parse.GetValue(names), cancel))));
        return command;
    }

    private static Command BuildJournal(string[] settings)
    {
        var to = To("The file to write, a plain-text journal. Must not exist yet.");
        var command = new Command("journal", $"Writes the ledger as a plain-text journal that hledger reads and counts anew, into a file that only its owner may read. {Done}") { to };
        command.SetAction((parse, cancel) => CommandHost.Run(parse, settings, needsDatabase: true, services =>
            Write(parse, services, to, target => services.GetRequiredService<LedgerJournal>().Write(target, cancel))));
        return command;
    }

    private static Command BuildImport(string[] settings)
    {
        var file = new Argument<string>("file") { Description = "What 'savings export' wrote." };
        var command = new Command("import", $"Brings an exported ledger, with the same hashes, into a database whose ledger is empty: all of it or nothing. {Done}") { file };
        command.SetAction((parse, cancel) => CommandHost.Run(parse, settings, needsDatabase: false, async services =>
        {
            services.GetRequiredService<DatabaseStart>().Prepare();
            var import = services.GetRequiredService<LedgerImport>();
            var source = Path.GetFullPath(parse.GetRequiredValue(file));
            var outcome = await Progress.Show("Reading every line", () => import.Read(source, AuditNote.CommandLine, cancel).GetAwaiter().GetResult());
            foreach (var problem in outcome.Problems)
                await parse.InvocationConfiguration.Error.WriteLineAsync(problem);
            if (outcome.Problems.Count > 0)
            {
                await parse.InvocationConfiguration.Error.WriteLineAsync("Nothing was taken over.");
                return ExitCode.Errors;
            }
            await parse.InvocationConfiguration.Output.WriteLineAsync($"{Entries(outcome.Entries)} taken over. Run 'chatsupport savings verify' to check them.");
            return ExitCode.Fine;
        }));
        return command;
    }

    private static async Task<int> Write(ParseResult parse, IServiceProvider services, Option<string> to, Func<string, long> write)
    {
        services.GetRequiredService<DatabaseStart>().Prepare();
        var target = Path.GetFullPath(parse.GetRequiredValue(to));
        try
        {
            var count = await Progress.Show("Writing every entry", () => write(target));
            await parse.InvocationConfiguration.Output.WriteLineAsync($"{Entries(count)} written to {target}, which only its owner may read.");
            return ExitCode.Fine;
        }
        catch (InvalidDataException e)
        {
            await parse.InvocationConfiguration.Error.WriteLineAsync(e.Message);
            return ExitCode.Errors;
        }
    }

    private static Option<string> To(string description) => new("--to") { Description = description, Required = true };

    private static string Entries(long count) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "entry was" : "entries were")}");
}
