using System.CommandLine;
using System.Globalization;
using ChatSupport.Reports;
using ChatSupport.Reports.Sealing.Age;
using ChatSupport.Reports.Sealing.Readers;

namespace ChatSupport.Hosting.Commands;

/// <summary><c>chatsupport reports keys init|sign</c>: what is done with the root key, on a machine without a network. Needs neither settings nor database.</summary>
internal static class ReportsSignCommand
{
    private const int WorkerYears = 1;
    private const int RecoveryYears = 5;

    /// <param name="time">The clock.</param>
    public static Command BuildInit(TimeProvider time)
    {
        var file = ListOption();
        var command = new Command("init", "Makes the root key, shows it once for the paper, and writes a first list without readers. The root is stored nowhere: "
            + $"use a machine without a network, and clear the screen afterwards. {ReportsCommand.Codes}") { file };
        command.SetAction((parse, _) => Guarded(parse, async () =>
        {
            var target = Path.GetFullPath(parse.GetRequiredValue(file));
            if (File.Exists(target))
                return await ReportsCommand.Refuse(parse, $"There is a list {target} already. A new root makes all its readers worthless: move it away first if you mean that.");
            using var root = RootSecret.New();
            Write(target, new ReaderList(root.Public, 1, Now(time), []).Sign(root));
            var output = parse.InvocationConfiguration.Output;
            await output.WriteLineAsync("The root key. Write it on paper twice, with blanks as here, and keep the two at different places. Who has it decides who can open reports:");
            await OnPaper.Write(output, root.ToText());
            await output.WriteLineAsync($"Its public half, for the settings of the server ({ReportsOptions.Section}:RootKey):\n    {root.Public}\nAn empty list was written to {target}. "
                + "Now add the first reader with 'chatsupport reports keys sign', typing the root from the paper: that proves that it was written down right.");
            return ExitCode.Fine;
        }));
        return command;
    }

    /// <param name="prompt">Asks for the root.</param>
    /// <param name="time">The clock.</param>
    public static Command Build(SecretPrompt prompt, TimeProvider time)
    {
        var file = ListOption();
        var add = new Option<string?>("--add") { Description = "The id of a reader, such as that of a staff account: small letters, digits and -. If she has a key already, the new one takes its place." };
        var key = new Option<string?>("--key") { Description = "Her public key, age1…" };
        var role = new Option<string?>("--role") { Description = "worker or recovery." };
        role.AcceptOnlyFromAmong("worker", "recovery");
        var from = new Option<string?>("--from") { Description = "The day from which on reports are sealed to her, for example 2026-11-24. Without it: now." };
        var until = new Option<string?>("--until") { Description = $"The day on which that ends. Without it: after {WorkerYears} year for a worker, {RecoveryYears} for a recovery key." };
        var revoke = new Option<string?>("--revoke") { Description = "The id of a reader: from now on nothing is sealed to her." };
        var command = new Command("sign", $"Adds a reader to the list, or takes one out. Asks for the root key, or reads it from a pipe. {ReportsCommand.Codes}") { file, add, key, role, from, until, revoke };
        command.SetAction((parse, _) => Guarded(parse, async () =>
        {
            var change = new Change(parse.GetValue(add), parse.GetValue(key), parse.GetValue(role), parse.GetValue(from), parse.GetValue(until), parse.GetValue(revoke));
            if (change.Misused(out var edit) is { } misused)
            {
                await parse.InvocationConfiguration.Error.WriteLineAsync(misused);
                return ExitCode.BadUsage;
            }
            return await Sign(parse, Path.GetFullPath(parse.GetRequiredValue(file)), prompt, Now(time), edit);
        }));
        return command;
    }

    private static async Task<int> Sign(ParseResult parse, string file, SecretPrompt prompt, DateTimeOffset now, Edit edit)
    {
        var text = await File.ReadAllTextAsync(file);
        var typed = prompt.Ask("The root key, from the paper (it is not shown):", RootSecret.Characters, parse.InvocationConfiguration.Error);
        var isRoot = RootSecret.TryParse(typed, out var secret);
        Array.Clear(typed);
        if (!isRoot)
            return await ReportsCommand.Refuse(parse, "This is not a root key, or has a slip: it begins with REPORTS-ROOT-SECRET-1. Type it again from the paper; blanks do not matter.");
        using var root = secret!;
        if (ReaderList.Read(text, root.Public, out var wrong) is not { } list)
            return await ReportsCommand.Refuse(parse, wrong.Replace("the root key of the settings", "this root key", StringComparison.Ordinal));
        if (edit(list, now, out var changed) is { } refused)
            return await ReportsCommand.Refuse(parse, refused);
        var next = changed with { Version = list.Version + 1, SignedAt = now };
        try
        {
            Write(file, next.Sign(root));
        }
        catch (InvalidOperationException inconsistent)
        {
            return await ReportsCommand.Refuse(parse, inconsistent.Message);
        }
        await parse.InvocationConfiguration.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"Version {next.Version} was signed, fingerprint {next.Fingerprint}. Bring {file} to the server, as the file that {ReportsOptions.Section}:Readers names, and run there: chatsupport reports keys verify"));
        if (ReaderSet.Of(next.At(now), out var missing) is null)
            await parse.InvocationConfiguration.Output.WriteLineAsync($"With this list no reports can be taken yet. {missing}");
        return ExitCode.Fine;
    }

    private static async Task<int> Guarded(ParseResult parse, Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await parse.InvocationConfiguration.Error.WriteLineAsync($"{fault.Message} Name the list with --list; 'chatsupport reports keys init' makes the first one.");
            return ExitCode.BadUsage;
        }
    }

    private static Option<string> ListOption() => new("--list") { Description = "The file of the list. Without it: readers.txt in this folder.", DefaultValueFactory = _ => "readers.txt" };

    private static void Write(string file, string text)
    {
        var fresh = file + ".new";
        File.WriteAllText(fresh, text);
        File.Move(fresh, file, overwrite: true);
    }

    /// <summary>To the second, as the list holds it.</summary>
    private static DateTimeOffset Now(TimeProvider time) => DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());

    /// <summary>Changes a list.</summary>
    /// <returns>Why it is refused; null where it is not.</returns>
    private delegate string? Edit(ReaderList list, DateTimeOffset now, out ReaderList changed);

    /// <summary>What was typed.</summary>
    private sealed record Change(string? Add, string? Key, string? Role, string? From, string? Until, string? Revoke)
    {
        /// <summary>What is wrong with it; null for nothing.</summary>
        public string? Misused(out Edit edit)
        {
            edit = Revoke is null ? AddIt : RevokeIt;
            if (Add is null == Revoke is null)
                return "Say either whom to add (--add STAFF --key age1… --role worker) or whom to take out (--revoke STAFF).";
            if (Revoke is not null)
                return Key is null && Role is null && From is null && Until is null ? null : "--revoke stands alone, with --list.";
            if (!Reader.IsId(Add!))
                return $"'{Add}' is no id: small letters, digits and -, up to 40. Do not use a name: the list is no secret.";
            if (Key is null || Role is null)
                return "--add needs the public key (--key age1…) and what for (--role worker or --role recovery).";
            if (!AgeRecipient.TryParse(Key, out _))
                return "--key is no public key, or has a slip: it begins with age1. Copy it whole.";
            return new[] { From, Until }.FirstOrDefault(day => day is not null && !TryDay(day, out _)) is { } noDay ? $"'{noDay}' is not a day. Write year, month and day, for example 2026-11-24." : null;
        }

        private string? AddIt(ReaderList list, DateTimeOffset now, out ReaderList changed)
        {
            var begin = TryDay(From, out var from) ? from : now;
            var end = TryDay(Until, out var until) ? until : begin.AddYears(Role == "worker" ? WorkerYears : RecoveryYears);
            _ = AgeRecipient.TryParse(Key, out var key);
            var epoch = list.All.Where(reader => reader.Staff == Add).Select(reader => reader.Epoch).DefaultIfEmpty().Max() + 1;
            var added = new Reader(Add!, key!, Role == "worker" ? ReaderRole.Worker : ReaderRole.Recovery, begin, end, epoch, Revoked: false);
            changed = list with { All = [.. list.All.Select(reader => reader.Staff == Add ? reader with { Revoked = true } : reader), added] };
            return end > now ? null : "--until is over already: nothing would ever be sealed to this key.";
        }

        private string? RevokeIt(ReaderList list, DateTimeOffset now, out ReaderList changed)
        {
            changed = list with { All = [.. list.All.Select(reader => reader.Staff == Revoke ? reader with { Revoked = true } : reader)] };
            return changed.All.SequenceEqual(list.All)
                ? $"There is no reader '{Revoke}' whose key is not revoked yet. There are: {string.Join(", ", list.All.Where(reader => !reader.Revoked).Select(reader => reader.Staff).DefaultIfEmpty("none"))}."
                : null;
        }

        private static bool TryDay(string? text, out DateTimeOffset day) =>
            DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out day);
    }
}
