namespace ChatSupport.Reports.Threads;

/// <summary>What reports tell a reporter's conversation.</summary>
internal static class ReportNews
{
    /// <summary>There is something new for her; about: her hours.</summary>
    public const string Answered = "report-answered";

    /// <summary>The channel did not take the message with her number.</summary>
    public const string Unshown = "report-unshown";

    /// <summary>She does not want to be written to any more.</summary>
    public const string Hush = "report-hush";
}
