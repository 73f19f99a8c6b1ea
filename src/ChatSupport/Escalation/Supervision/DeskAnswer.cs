namespace ChatSupport.Escalation.Supervision;

/// <summary>What became of an act at the desk.</summary>
internal abstract record DeskAnswer
{
    public static DeskAnswer Done { get; } = new IsDone();

    public static DeskAnswer Not(string why) => new Refused(why);

    internal sealed record IsDone : DeskAnswer;

    /// <summary>Done, and this is for one person; it is shown once.</summary>
    /// <param name="Word">What she types to the bot.</param>
    /// <param name="Address">The link that types it for her; null where the bot has none.</param>
    internal sealed record Invitation(string Word, string? Address) : DeskAnswer;

    /// <param name="Why">One of <see cref="DeskRefusal"/>.</param>
    internal sealed record Refused(string Why) : DeskAnswer;
}
