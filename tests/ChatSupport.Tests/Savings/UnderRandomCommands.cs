using System.Globalization;
using CsCheck;

namespace ChatSupport.Tests.Savings;

/// <summary>Random commands to the ledger and to its model: each is answered alike, and each invariant is looked at after each.</summary>
public sealed class UnderRandomCommands
{
    private const int InOne = 150;

    /// <summary>How many commands there are; <c>SAVINGS_COMMANDS</c> sets another number.</summary>
    private static readonly int commands = int.TryParse(Environment.GetEnvironmentVariable("SAVINGS_COMMANDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 3_000;

    [Fact]
    public Task The_ledger_does_what_its_model_says() => LedgerCommand.Any.Array[InOne].SampleAsync(async all =>
    {
        await using var world = await RandomWorld.Make();
        for (var at = 0; at < all.Length; at++)
        {
            await world.Do(all[at]);
            if (at % 50 == 49)
                world.LookLong();
        }
    }, iter: (commands + InOne - 1) / InOne, threads: 1);
}
