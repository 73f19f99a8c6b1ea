namespace ChatSupport.Storage;

/// <summary>The program cannot start as it is set up. Printed as three sentences, then exit code 2.</summary>
internal sealed class StartRefusedException : Exception
{
    public StartRefusedException()
    {
    }

    public StartRefusedException(string message) : base(message)
    {
    }

    public StartRefusedException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <param name="setting">The setting to look at: <c>ChatSupport:Database:File</c>.</param>
    /// <param name="what">What was found, a sentence.</param>
    /// <param name="mend">What to do next, a sentence.</param>
    /// <param name="innerException">What the system said; null where nothing failed.</param>
    public StartRefusedException(string setting, string what, string mend, Exception? innerException = null)
        : base($"{setting}: {what} {mend}", innerException)
    {
        Setting = setting;
        What = what;
        Mend = mend;
    }

    /// <summary>The setting to look at.</summary>
    public string Setting { get; } = "";

    /// <summary>What was found.</summary>
    public string What { get; } = "";

    /// <summary>What to do next.</summary>
    public string Mend { get; } = "";
}
