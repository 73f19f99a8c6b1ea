namespace ChatSupport.Hosting.Commands;

/// <summary>What a command tells the shell.</summary>
internal static class ExitCode
{
    public const int Fine = 0;

    /// <summary>The command ran and found errors.</summary>
    public const int Errors = 1;

    /// <summary>The command could not run: something about its arguments or its surroundings is to be mended.</summary>
    public const int BadUsage = 2;
}
