using System.CommandLine;
using System.Globalization;
using ChatSupport.Reports;
using ChatSupport.Reports.Sealing.Readers;
using Microsoft.Extensions.Options;

namespace ChatSupport.Hosting.Commands;

/// <summary><c>chatsupport reports keys …</c>: who can open reports.</summary>
internal static class ReportsCommand
{
    public const string Codes = "Exit code 0: done, 1: refused, 2: could not run.";
    private const string VerifyCodes = "Exit code 0: reports can be taken, 1: they cannot, 2: could not run.";

    /// <param name="settings">Settings of the command line.</param>
    /// <param name="typed">What is typed at prompts; null for the terminal or the pipe of this process.</param>
    /// <param name="time">The clock; null for the machine's.</param>
    public static Command Build(string[] settings, TextReader? typed = null, TimeProvider? time = null)
    {
        var prompt = new SecretPrompt(typed);
        time ??= TimeProvider.System;
        return new Command("reports", "Confidential reports.")
        {
            new Command("keys", "Who can open reports: the root key, the list that it signs, the recovery key. Steps in docs/reports.md.")
            {
                ReportsSignCommand.BuildInit(time),
                ReportsSignCommand.Build(prompt, time),
                ReportsRecoveryCommand.Build(prompt, settings, time),
                BuildList(settings, time),
                BuildVerify(settings, time),
            },
        };
    }

    private static Command BuildList(string[] settings, TimeProvider time)
    {
        var file = ListOption();
        var command = new Command("list", $"Lists every key that the root signed, and whether reports are sealed to it now. {Codes}") { file };
        command.SetAction((parse, _) => CommandHost.Run(parse, settings, needsDatabase: false, async services =>
        {
            if (Book(services, parse.GetValue(file)).Take(remember: false, out var wrong) is not { } list)
                return await Refuse(parse, wrong);
            foreach (var reader in list.All)
                await parse.InvocationConfiguration.Output.WriteLineAsync($"{reader.Staff}\t{ReaderList.Word(reader.Role)}\tkey {reader.Epoch}\t{State(list, reader, time.GetUtcNow())}\t{reader.Key}");
            if (list.All.IsEmpty)
                await parse.InvocationConfiguration.Output.WriteLineAsync("The list is empty. Add a case worker and a recovery key, as docs/reports.md shows.");
            return ExitCode.Fine;
        }));
        return command;
    }

    private static Command BuildVerify(string[] settings, TimeProvider time)
    {
        var file = ListOption();
        var command = new Command("verify", $"Looks whether the list is the root's, no older than one that was taken, and whether reports can be taken now. Changes nothing. {VerifyCodes}") { file };
        command.SetAction((parse, _) => CommandHost.Run(parse, settings, needsDatabase: false, async services =>
        {
            if (Book(services, parse.GetValue(file)).Take(remember: false, out var wrong) is not { } list)
                return await Refuse(parse, wrong);
            await parse.InvocationConfiguration.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Version {list.Version} with fingerprint {list.Fingerprint}, signed {Day(list.SignedAt)}."));
            if (ReaderSet.Of(list.At(time.GetUtcNow()), out wrong) is not { } readers)
                return await Refuse(parse, wrong);
            var ends = readers.All.MinBy(reader => reader.NotAfter)!;
            await parse.InvocationConfiguration.Output.WriteLineAsync($"Reports are sealed to {string.Join(", ", readers.All.Select(reader => $"{reader.Staff} ({ReaderList.Word(reader.Role)})"))}. The first key that ends is that of {ends.Staff}, on {Day(ends.NotAfter)}.");
            return ExitCode.Fine;
        }));
        return command;
    }

    /// <summary>Says why nothing is done.</summary>
    public static async Task<int> Refuse(ParseResult parse, string why)
    {
        await parse.InvocationConfiguration.Error.WriteLineAsync(why);
        return ExitCode.Errors;
    }

    /// <summary>A day as it is typed and shown.</summary>
    public static string Day(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string State(ReaderList list, Reader reader, DateTimeOffset now) => reader switch
    {
        { Revoked: true } => "revoked",
        _ when list.All.Any(other => other.Staff == reader.Staff && other.Epoch > reader.Epoch) => "replaced",
        _ when reader.NotBefore > now => $"counts from {Day(reader.NotBefore)}",
        _ when reader.NotAfter <= now => $"ended {Day(reader.NotAfter)}",
        _ => $"counts until {Day(reader.NotAfter)}",
    };

    private static ReaderBook Book(IServiceProvider services, string? file) => file is null
        ? services.GetRequiredService<ReaderBook>()
        : new ReaderBook(
            Options.Create(new ReportsOptions { RootKey = services.GetRequiredService<IOptions<ReportsOptions>>().Value.RootKey, Readers = Path.GetFullPath(file) }),
            services.GetRequiredService<IHostEnvironment>(),
            services.GetRequiredService<TimeProvider>());

    private static Option<string?> ListOption() => new("--list") { Description = $"The signed list. Without it: the one that the setting {ReportsOptions.Section}:Readers names." };
}
