namespace ChatSupport.Staff.Accounts;

/// <summary>What a link lets a person do.</summary>
/// <param name="Name">Her name; null for the first administrator, who chooses it.</param>
internal sealed record JoinOffer(string? Name);

/// <summary>How joining ended.</summary>
internal abstract record JoinOutcome
{
    /// <summary>She has keys now.</summary>
    /// <param name="Staff">Her account.</param>
    /// <param name="Stamp">Its stamp now.</param>
    internal sealed record Joined(string Staff, string Stamp) : JoinOutcome;

    /// <summary>Something is to be mended first; the link still works.</summary>
    /// <param name="Why">What and how, in plain words.</param>
    internal sealed record Refused(string Why) : JoinOutcome;
}
