using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChatSupport.Reports.Sealing.Age;
using ChatSupport.Reports.Sealing.Readers;

namespace ChatSupport.Hosting.Commands;

/// <summary><c>chatsupport reports keys recovery split|join</c>: the key that two of three holders have together.</summary>
internal static class ReportsRecoveryCommand
{
    /// <param name="prompt">Asks for the sheets.</param>
    /// <param name="settings">Settings of the command line.</param>
    /// <param name="time">The clock.</param>
    public static Command Build(SecretPrompt prompt, string[] settings, TimeProvider time) => new("recovery", "The key that opens reports when a case worker's is lost: two of three holders have it together.")
    {
        BuildSplit(),
        BuildJoin(prompt),
        ReportsCarryCommand.BuildTakeOut(settings),
        ReportsCarryCommand.BuildGive(prompt, time),
        ReportsCarryCommand.BuildBringIn(settings),
    };

    private static Command BuildSplit()
    {
        var command = new Command("split", "Makes a recovery key and shows it as three sheets, once, for paper. It is stored nowhere: use a machine without a network, "
            + $"and clear the screen afterwards. {ReportsCommand.Codes}");
        command.SetAction(async (parse, _) =>
        {
            using var key = AgeIdentity.New();
            var output = parse.InvocationConfiguration.Output;
            await output.WriteLineAsync("Three sheets for three people who do not live or work together. Each writes down only her own, with the public key. Any two give the key; one alone is worth nothing.");
            var number = 0;
            foreach (var sheet in RecoverySheets.Split(key))
            {
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"\nSheet {++number} of {RecoverySheets.Holders}:"));
                await OnPaper.Write(output, sheet);
            }
            await output.WriteLineAsync($"\nThe public key:\n    {key.Recipient}\nNow prove each two of the sheets (chatsupport reports keys recovery join --check), then add the key to the list: "
                + $"chatsupport reports keys sign --add recovery --key {key.Recipient} --role recovery");
            return ExitCode.Fine;
        });
        return command;
    }

    /// <summary>Asks for two sheets and puts them together.</summary>
    /// <param name="parse">Takes the questions.</param>
    /// <param name="prompt">Asks.</param>
    /// <param name="wrong">Why there is no key, a sentence with what to do.</param>
    /// <returns>The key, which the caller wipes.</returns>
    internal static AgeIdentity? Join(ParseResult parse, SecretPrompt prompt, out string wrong)
    {
        var error = parse.InvocationConfiguration.Error;
        var one = prompt.Ask("One sheet (it is not shown):", RecoverySheets.Characters, error);
        var other = prompt.Ask("Another sheet (it is not shown):", RecoverySheets.Characters, error);
        var isKey = RecoverySheets.TryJoin(one, other, out var joined, out wrong);
        Array.Clear(one);
        Array.Clear(other);
        return isKey ? joined : null;
    }

    private static Command BuildJoin(SecretPrompt prompt)
    {
        var check = new Option<bool>("--check") { Description = "Only say which public key the two sheets give. For the test twice a year." };
        var command = new Command("join", "Puts two sheets together and writes the key, for any age program: chatsupport reports keys recovery join | age -d -i - FILE. "
            + $"Asks for the sheets, or reads them from a pipe. Both holders are there; once it was used, a new one is made. {ReportsCommand.Codes}") { check };
        command.SetAction(async (parse, _) =>
        {
            var (output, error) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
            using var key = Join(parse, prompt, out var wrong);
            if (key is null)
                return await ReportsCommand.Refuse(parse, wrong);
            if (parse.GetValue(check))
            {
                await output.WriteLineAsync($"The two sheets give the key of {key.Recipient}.");
                return ExitCode.Fine;
            }
            var text = key.ToText();
            await output.WriteLineAsync(Encoding.ASCII.GetString(text));
            CryptographicOperations.ZeroMemory(text);
            await error.WriteLineAsync("This key opens every report that was sealed to it. Once you used it, make a new one (chatsupport reports keys recovery split), add it, and have what was sealed to this one sealed again.");
            return ExitCode.Fine;
        });
        return command;
    }
}
