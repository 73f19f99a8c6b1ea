using System.CommandLine;
using ChatSupport.Storage;
using ChatSupport.Storage.Encryption;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace ChatSupport.Hosting.Commands;

/// <summary><c>chatsupport database …</c>: makes ready, checks, copies and puts back the database.</summary>
internal static class DatabaseCommand
{
    public static Command Build(string[] settings) => new("database", "Look after the database. Exit code 0: fine, 1: something is wrong with it, 2: could not run.")
    {
        BuildMigrate(settings),
        BuildVerify(settings),
        BuildBackup(settings),
        BuildRestore(settings),
    };

    private static Command BuildMigrate(string[] settings)
    {
        var command = new Command("migrate", "Brings the database to this version of the program; makes it where there is none. A start does the same.");
        command.SetAction((parse, _) => CommandHost.Run(parse, settings, needsDatabase: false, async services =>
        {
            await Progress.Show("Bringing the database to this version", () => services.GetRequiredService<DatabaseStart>().Prepare());
            await parse.InvocationConfiguration.Output.WriteLineAsync($"{services.GetRequiredService<Database>().File} is at {MigrationList.Known[^1]}, the newest this version knows.");
            return ExitCode.Fine;
        }));
        return command;
    }

    private static Command BuildVerify(string[] settings)
    {
        var file = new Argument<string?>("file") { Description = "A backup to check. Without it: the database itself.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("verify", "Checks that the database is whole, belongs to this version and opens with the keys. Changes nothing.") { file };
        command.SetAction((parse, _) => CommandHost.Run(parse, settings, needsDatabase: parse.GetValue(file) is null, async services =>
        {
            var which = parse.GetValue(file) is { } named ? Existing(named) : services.GetRequiredService<Database>().File;
            var findings = await Progress.Show("Checking every page", () => services.GetRequiredService<DatabaseCare>().Check(which));
            return await Tell(parse, which, findings);
        }));
        return command;
    }

    private static Command BuildBackup(string[] settings)
    {
        var file = new Argument<string>("file") { Description = "Where the copy goes. Must not exist yet." };
        var command = new Command("backup", "Copies the database while the program serves. The keys are not in the copy.") { file };
        command.SetAction((parse, _) => CommandHost.Run(parse, settings, needsDatabase: true, async services =>
        {
            var (care, source) = (services.GetRequiredService<DatabaseCare>(), services.GetRequiredService<Database>().File);
            var target = Path.GetFullPath(parse.GetRequiredValue(file));
            await Progress.Copy("Copying", source, target, () => care.BackUp(target));
            var findings = await Progress.Show("Checking the copy", () => care.Check(target));
            if (findings.Count > 0)
                return await Tell(parse, target, findings);
            var keys = Path.GetFullPath(services.GetRequiredService<IOptions<KeyOptions>>().Value.Folder, services.GetRequiredService<IHostEnvironment>().ContentRootPath);
            await parse.InvocationConfiguration.Output.WriteLineAsync(
                $"The database was copied to {target}, which only its owner may read.\nThe keys in {keys} are not in it: keep a copy of them in another place. Without them nobody can read the backup, with them anybody can.");
            return ExitCode.Fine;
        }));
        return command;
    }

    private static Command BuildRestore(string[] settings)
    {
        var file = new Argument<string>("file") { Description = "The backup." };
        var replace = new Option<string?>("--replace") { Description = "The name of the database file that is replaced, as a confirmation. Without it, it is asked for." };
        var command = new Command("restore", "Puts a backup in the place of the database. Stop the program first; the former database is kept beside it.") { file, replace };
        command.SetAction((parse, _) => CommandHost.Run(parse, settings, needsDatabase: false, async services =>
        {
            var (care, target, backup) = (services.GetRequiredService<DatabaseCare>(), services.GetRequiredService<Database>().File, Existing(parse.GetRequiredValue(file)));
            var findings = await Progress.Show("Checking the backup", () => care.Check(backup));
            if (findings.Count > 0)
                return await Tell(parse, backup, findings);
            if (!Confirms(parse.GetValue(replace), Path.GetFileName(target)))
            {
                await parse.InvocationConfiguration.Error.WriteLineAsync($"Nothing was changed. To replace {target}, confirm with its name: --replace {Path.GetFileName(target)}");
                return ExitCode.BadUsage;
            }
            var former = await Progress.Copy("Putting it back", backup, target + ".restoring", () => care.Restore(backup));
            await parse.InvocationConfiguration.Output.WriteLineAsync(
                $"{target} is now the backup.{(former is null ? "" : $" The former one is {former}: delete it once all is well.")}\nMessages that waited in the backup are not sent. Who was erased after the backup was made is in it again: erase her again where you know of it.");
            return ExitCode.Fine;
        }));
        return command;
    }

    private static bool Confirms(string? given, string name)
    {
        if (given is null && AnsiConsole.Profile.Capabilities.Interactive && !Console.IsInputRedirected)
            given = AnsiConsole.Ask<string>($"Type [bold]{Markup.Escape(name)}[/] to replace it:");
        return given == name;
    }

    private static string Existing(string file) => File.Exists(file) ? Path.GetFullPath(file) : throw new FileNotFoundException($"There is no file '{file}'.");

    private static async Task<int> Tell(ParseResult parse, string file, IReadOnlyList<string> findings)
    {
        if (findings.Count == 0)
        {
            await parse.InvocationConfiguration.Output.WriteLineAsync($"{file} is whole, belongs to this version, and opens with the keys.");
            return ExitCode.Fine;
        }
        foreach (var finding in findings)
            await parse.InvocationConfiguration.Error.WriteLineAsync($"{file}: {finding}");
        return ExitCode.Errors;
    }
}
