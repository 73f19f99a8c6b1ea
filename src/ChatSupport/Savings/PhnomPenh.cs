namespace ChatSupport.Savings;

/// <summary>The day as the members know it. The country is seven hours ahead of UTC all year, so it begins at 17:00 UTC.</summary>
internal static class PhnomPenh
{
    private static readonly TimeSpan ahead = TimeSpan.FromHours(7);

    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(ahead).DateTime);
}
