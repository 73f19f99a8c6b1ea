using System.Globalization;

namespace ChatSupport.Benchmarks.Peers;

/// <summary>What the command line asks for.</summary>
/// <param name="Rounds">How often every program is measured.</param>
/// <param name="Chats">How many chats talk with each program, over all rounds.</param>
/// <param name="Kills">How often each program is killed; 0 where speed is measured.</param>
/// <param name="Programs">Which.</param>
internal sealed record PeersChoice(int Rounds, int Chats, int Kills, IReadOnlyList<ProgramToMeasure> Programs)
{
    /// <summary>Everything was measured, as often as the README says.</summary>
    public bool IsWhole => Programs.Count == ProgramToMeasure.All.Count && (Kills >= 20 || (Rounds >= 5 && Chats >= 20_000));

    /// <summary>Chats that talk before anything is measured, so that every program runs the code that it will run: compiling that to its last
    /// form goes on for some ten thousand turns, and a service runs for weeks.</summary>
    public int WarmUp => Math.Min(8_000, Chats / 2);

    /// <exception cref="ArgumentException">A word is not known.</exception>
    public static PeersChoice Read(string[] args)
    {
        var choice = new PeersChoice(5, 20_000, 0, ProgramToMeasure.All);
        for (var i = 0; i < args.Length; i++)
        {
            choice = args[i] switch
            {
                "--rounds" => choice with { Rounds = Number(args, ++i) },
                "--chats" => choice with { Chats = Number(args, ++i) },
                "--kill" => choice with { Kills = i + 1 < args.Length && int.TryParse(args[i + 1], out _) ? Number(args, ++i) : 20 },
                "--only" => choice with { Programs = Named(args, ++i) },
                _ => throw new ArgumentException($"'{args[i]}' is not known. Known are: --rounds N, --chats N, --kill [N], --only {string.Join(',', ProgramToMeasure.All.Select(p => p.Id))}."),
            };
        }
        return choice;
    }

    private static int Number(string[] args, int at) =>
        at < args.Length && int.TryParse(args[at], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new ArgumentException($"'{args[at - 1]}' needs a number above 0 after it.");

    private static IReadOnlyList<ProgramToMeasure> Named(string[] args, int at)
    {
        var names = at < args.Length ? args[at].Split(',') : [];
        return [.. names.Select(name => ProgramToMeasure.All.FirstOrDefault(program => program.Id == name)
            ?? throw new ArgumentException($"No program is called '{name}'. There are: {string.Join(", ", ProgramToMeasure.All.Select(p => p.Id))}."))];
    }
}
