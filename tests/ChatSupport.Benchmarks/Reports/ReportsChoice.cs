using System.Globalization;

namespace ChatSupport.Benchmarks.Reports;

/// <summary>What the command line asks for.</summary>
/// <param name="Flood">How many reports come from one place.</param>
/// <param name="Minutes">How long they are sent at most; as long as others are measured at least.</param>
internal sealed record ReportsChoice(int Flood, int Minutes)
{
    /// <exception cref="ArgumentException">A word is not known.</exception>
    public static ReportsChoice Read(string[] args)
    {
        var choice = new ReportsChoice(Flood: 200, Minutes: 1);
        for (var at = 0; at < args.Length; at += 2)
        {
            choice = args[at] switch
            {
                "--flood" => choice with { Flood = Number(args, at + 1) },
                "--minutes" => choice with { Minutes = Number(args, at + 1) },
                _ => throw new ArgumentException($"'{args[at]}' is not known. Known are: --flood N, --minutes N."),
            };
        }
        return choice;
    }

    private static int Number(string[] args, int at) =>
        at < args.Length && int.TryParse(args[at], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new ArgumentException($"'{args[at - 1]}' needs a number above 0 after it.");
}
