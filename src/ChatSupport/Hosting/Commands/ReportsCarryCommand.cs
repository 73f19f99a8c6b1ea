using System.CommandLine;
using System.Globalization;
using ChatSupport.Reports.Giving;
using ChatSupport.Reports.Sealing.Readers;
using ChatSupport.Storage;

namespace ChatSupport.Hosting.Commands;

/// <summary><c>chatsupport reports keys recovery take-out|give|bring-in</c>: two recovery holders give a case worker the keys of her cases. The recovery key is
/// put together on the machine without a network alone, in memory, and is on no disk.</summary>
internal static class ReportsCarryCommand
{
    private const int SayEvery = 100; // keys

    /// <param name="settings">Settings of the command line.</param>
    public static Command BuildTakeOut(string[] settings)
    {
        var (file, reader) = (FileArgument("Where to write it; what is there is replaced."), new Option<string?>("--for") { Description = "The id of a reader: only what she lacks of the cases that she may have. Without it: of all open cases." });
        var command = new Command("take-out", $"On the server: writes the keys of cases that are sealed to the recovery key into a file, sealed as they are, for the machine without a network. {ReportsCommand.Codes}") { file, reader };
        command.SetAction((parse, cancel) => CommandHost.Run(parse, settings, needsDatabase: true, async services =>
        {
            services.GetRequiredService<DatabaseStart>().Prepare();
            var (why, keys) = await services.GetRequiredService<RecoveryDesk>().TakeOut(parse.GetValue(reader), cancel);
            if (why is not null)
                return await ReportsCommand.Refuse(parse, why);
            if (keys.Count == 0)
                return await ReportsCommand.Refuse(parse, "Nothing is sealed to a recovery key that would be wanted: she lacks nothing that it could give. No file was written.");
            var target = Path.GetFullPath(parse.GetRequiredValue(file));
            OwnerFile.Put(target, GrantFile.Write(keys));
            await parse.InvocationConfiguration.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{keys.Count} keys of {keys.Select(key => key.OfCase).Distinct().Count()} cases are in {target}, sealed. Bring it with the list of readers to the machine without a network, and run there: chatsupport reports keys recovery give"));
            return ExitCode.Fine;
        }));
        return command;
    }

    /// <param name="prompt">Asks for the sheets.</param>
    /// <param name="time">The clock.</param>
    public static Command BuildGive(SecretPrompt prompt, TimeProvider time)
    {
        var file = new Option<string>("--file") { Description = "What 'take-out' wrote.", Required = true };
        var to = new Option<string[]>("--to") { Description = "The id of a reader in the list; may be given several times.", Required = true };
        var by = new Option<string>("--signed-by") { Description = "The public half of the root, reports-root1…, from the paper or the settings: whose list is taken.", Required = true };
        var list = new Option<string>("--list") { Description = "The signed list. Without it: readers.txt in this folder.", DefaultValueFactory = _ => "readers.txt" };
        var target = new Option<string?>("--out") { Description = "Where to write what was given. Without it: the name of the file with .given behind it." };
        var command = new Command("give", "On the machine without a network, both holders present: opens keys of cases with two recovery sheets and seals each to readers of the signed list. "
            + $"Asks for the sheets, or reads them from a pipe. {ReportsCommand.Codes}") { file, to, by, list, target };
        command.SetAction(async (parse, _) =>
        {
            try
            {
                var carried = new Carried(parse.GetRequiredValue(file), parse.GetRequiredValue(to), parse.GetRequiredValue(by), parse.GetRequiredValue(list), parse.GetValue(target));
                return await Give(parse, prompt, time, carried);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                await parse.InvocationConfiguration.Error.WriteLineAsync($"{fault.Message} Check the path and its permissions, then run the command again.");
                return ExitCode.BadUsage;
            }
        });
        return command;
    }

    /// <param name="settings">Settings of the command line.</param>
    public static Command BuildBringIn(string[] settings)
    {
        var file = FileArgument("What 'give' wrote.");
        var command = new Command("bring-in", "On the server: keeps the keys that two recovery holders gave. Looks at each as at what a colleague gives: the reader counts, the case is for her. "
            + $"What is there already is left; stopped midway, run it again. {ReportsCommand.Codes}") { file };
        command.SetAction((parse, cancel) => CommandHost.Run(parse, settings, needsDatabase: true, async services =>
        {
            services.GetRequiredService<DatabaseStart>().Prepare();
            if (!GrantFile.TryRead(parse.GetRequiredValue(file), out var keys, out var wrong))
                return await ReportsCommand.Refuse(parse, wrong);
            var brought = await services.GetRequiredService<RecoveryDesk>().BringIn(keys, Says(parse, keys.Count), cancel);
            if (brought.Why is { } why)
                return await ReportsCommand.Refuse(parse, why);
            foreach (var (reason, count) in brought.Refused)
                await parse.InvocationConfiguration.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{count} keys were refused: {reason}"));
            await parse.InvocationConfiguration.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{brought.Kept} keys were given, {brought.Had} were there before."));
            return brought.Refused.Count == 0 ? ExitCode.Fine : ExitCode.Errors;
        }));
        return command;
    }

    private static async Task<int> Give(ParseResult parse, SecretPrompt prompt, TimeProvider time, Carried carried)
    {
        if (!RootKey.TryParse(carried.SignedBy, out var root))
            return await ReportsCommand.Refuse(parse, "--signed-by is not the public half of a root key, or has a slip: it begins with reports-root1.");
        if (ReaderList.Read(await File.ReadAllTextAsync(carried.List), root, out var wrong) is not { } list)
            return await ReportsCommand.Refuse(parse, wrong.Replace("the root key of the settings", "this root key", StringComparison.Ordinal));
        var counts = list.At(time.GetUtcNow()).ToDictionary(reader => reader.Staff, StringComparer.Ordinal);
        if (carried.To.FirstOrDefault(one => !counts.ContainsKey(one)) is { } nobody)
            return await ReportsCommand.Refuse(parse, $"'{nobody}' has no key in the list that counts now. There are: {string.Join(", ", counts.Keys)}.");
        if (!GrantFile.TryRead(carried.File, out var keys, out wrong))
            return await ReportsCommand.Refuse(parse, wrong);
        if (ReportsRecoveryCommand.Join(parse, prompt, out wrong) is not { } recovery)
            return await ReportsCommand.Refuse(parse, wrong);
        using (recovery)
        {
            var (given, closed) = RecoveryDesk.Give(keys, recovery, [.. carried.To.Distinct().Select(one => counts[one])], Says(parse, keys.Count));
            if (given.Count == 0)
                return await ReportsCommand.Refuse(parse, "None of the keys opens with these two sheets: they were sealed to another recovery key. Take the sheets of that one.");
            var target = Path.GetFullPath(carried.Out ?? carried.File + ".given");
            OwnerFile.Put(target, GrantFile.Write(given));
            await parse.InvocationConfiguration.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{given.Count} keys are in {target}, each sealed to its reader. {(closed > 0 ? $"{closed} did not open with these sheets. " : "")}"
                + $"Bring it to the server, and run there: chatsupport reports keys recovery bring-in"));
            await parse.InvocationConfiguration.Error.WriteLineAsync("The recovery key was used. Make a new one (chatsupport reports keys recovery split), sign it in place of this one, and have what was sealed to this one sealed again.");
            return ExitCode.Fine;
        }
    }

    private static Action<int> Says(ParseResult parse, int all)
    {
        var said = 0;
        return count =>
        {
            if (count / SayEvery == said / SayEvery && count < all)
                return;
            said = count;
            parse.InvocationConfiguration.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} of {all}"));
        };
    }

    private static Argument<string> FileArgument(string description) => new("file") { Description = description };

    private sealed record Carried(string File, string[] To, string SignedBy, string List, string? Out);
}
