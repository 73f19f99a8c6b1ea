namespace ChatSupport.Staff.Accounts;

/// <summary>How long an account takes no password after wrong tries: not at all for four, then a minute, doubling up to an hour.</summary>
internal static class Lockout
{
    private const int FreeTries = 4;
    private const int LongestMinutes = 60;

    /// <summary>The end of the lock.</summary>
    /// <param name="failures">Wrong tries in a row, the last one among them.</param>
    /// <param name="now">When the last one was.</param>
    /// <returns>Null where the next try is free.</returns>
    public static DateTimeOffset? Until(int failures, DateTimeOffset now) => failures <= FreeTries
        ? null
        : now + TimeSpan.FromMinutes(Math.Min(LongestMinutes, 1 << Math.Min(failures - FreeTries - 1, 10)));
}
