using System.CommandLine;
using System.Globalization;
using ChatSupport.Staff.Audit;
using ChatSupport.Storage;

namespace ChatSupport.Hosting.Commands;

/// <summary><c>chatsupport audit …</c>: checks and exports what staff did.</summary>
internal static class AuditCommand
{
    private const string Codes = "Exit code 0: fine, 1: something is wrong with the log, 2: could not run.";
    private const string Done = "Exit code 0: written, 2: could not run.";

    public static Command Build(string[] settings) => new("audit", "The audit log: what staff did, kept so that nobody can change it unnoticed.")
    {
        BuildVerify(settings),
        BuildExport(settings),
        BuildExplain(settings),
    };

    private static Command BuildVerify(string[] settings)
    {
        var command = new Command("verify", "Finds every changed, removed or inserted entry, also while the program serves. Changes nothing. "
            + $"After 'database restore' it finds that the newest entries are gone, because audit.head beside the database still names them: that is meant, see 'audit explain'. {Codes}");
        command.SetAction((parse, cancel) => CommandHost.Run(parse, settings, needsDatabase: true, async services =>
        {
            // Not the keys of the container: taking those would bring the database to this version.
            var chain = new AuditChain(services.GetRequiredService<DatabaseCare>().OpenKeys());
            var file = services.GetRequiredService<AuditHeadFile>();
            var check = new AuditCheck(services.GetRequiredService<StoreReaders>(), chain, file);
            var verdict = await Progress.Show("Checking every entry", () => check.Verify(cancel));
            foreach (var finding in verdict.Findings)
                await parse.InvocationConfiguration.Error.WriteLineAsync(finding.ToString());
            var sound = verdict.Findings.Count == 0;
            await (sound ? parse.InvocationConfiguration.Output : parse.InvocationConfiguration.Error).WriteLineAsync(Summary(verdict));
            return sound ? ExitCode.Fine : ExitCode.Errors;
        }));
        return command;
    }

    private static Command BuildExport(string[] settings)
    {
        var to = new Option<string>("--to") { Description = "The file to write, a table for a spreadsheet (CSV). Must not exist yet.", Required = true };
        var from = DayOption("--from", "The first day, for example 2026-11-01. A day is that of this machine's clock.");
        var until = DayOption("--until", "The last day, which is included.");
        var by = new Option<string?>("--by") { Description = "Only what this account did." };
        var act = new Option<string?>("--act") { Description = "Only acts that begin so, for example 'staff.' for all that was done to accounts." };
        var command = new Command("export", $"Writes the audit log, or a part of it, as a table that only its owner may read. Keep it on another machine. {Done}") { to, from, until, by, act };
        command.SetAction((parse, cancel) => CommandHost.Run(parse, settings, needsDatabase: true, async services =>
        {
            services.GetRequiredService<DatabaseStart>().Prepare();
            var filter = new AuditFilter(parse.GetValue(by), parse.GetValue(act), From: Begin(parse.GetValue(from)), Until: Begin(parse.GetValue(until)?.AddDays(1)));
            var target = Path.GetFullPath(parse.GetRequiredValue(to));
            var count = await AuditExport.Write(target, services.GetRequiredService<AuditTrail>().All(filter), cancel);
            await parse.InvocationConfiguration.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{Entries(count)} written to {target}, which only its owner may read."));
            return ExitCode.Fine;
        }));
        return command;
    }

    private static Command BuildExplain(string[] settings)
    {
        var number = new Argument<long>("number") { Description = "The entry that 'audit verify' names." };
        var because = new Option<string>("--because") { Description = "The reason, for whoever reads the log later.", Required = true };
        var command = new Command("explain", $"Writes down why the log did not go on where it had ended, for example because a backup was put back. 'audit verify' is content with it from then on. {Done}") { number, because };
        command.SetAction((parse, cancel) => CommandHost.Run(parse, settings, needsDatabase: true, async services =>
        {
            services.GetRequiredService<DatabaseStart>().Prepare();
            var (entry, reason) = (parse.GetValue(number), parse.GetRequiredValue(because));
            if (string.IsNullOrWhiteSpace(reason) || !await services.GetRequiredService<AuditTrail>().Explain(entry, AuditNote.CommandLine, reason, cancel))
            {
                await parse.InvocationConfiguration.Error.WriteLineAsync("Nothing was written. Give a reason, and the number of an entry that 'chatsupport audit verify' asks to explain.");
                return ExitCode.BadUsage;
            }
            await parse.InvocationConfiguration.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Entry {entry} is explained."));
            return ExitCode.Fine;
        }));
        return command;
    }

    private static Option<DateOnly?> DayOption(string name, string what) => new(name)
    {
        Description = what,
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return day;
            result.AddError($"{name} is not a day. Write year, month and day, for example 2026-11-01.");
            return null;
        },
    };

    private static DateTimeOffset? Begin(DateOnly? day) => day is { } known ? new DateTimeOffset(known.ToDateTime(TimeOnly.MinValue, DateTimeKind.Local)) : null;

    private static string Summary(AuditVerdict verdict)
    {
        var span = verdict is { First: { } first, Last: { } last } ? $", from {Time(first)} to {Time(last)}" : "";
        var outcome = verdict.Findings.Count == 0 ? "nothing was changed, removed or put in" : string.Create(CultureInfo.InvariantCulture, $"{verdict.Findings.Count} findings");
        return $"{Entries(verdict.Entries)} checked{span}: {outcome}.";
    }

    private static string Entries(long count) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "entry was" : "entries were")}");

    private static string Time(DateTimeOffset at) => at.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
