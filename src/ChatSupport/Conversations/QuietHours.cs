namespace ChatSupport.Conversations;

/// <summary>The hours in which nothing may arrive unasked: she works nights, and someone may lie beside her.</summary>
internal static class QuietHours
{
    /// <summary>When the quiet hours that hold at <paramref name="now"/> end; null where none hold.</summary>
    public static DateTimeOffset? End(DateTimeOffset now, ConversationOptions options)
    {
        var local = now.ToOffset(options.UtcOffset);
        var (from, until) = (options.QuietFrom, options.QuietUntil);
        var quiet = from <= until
            ? local.TimeOfDay >= from && local.TimeOfDay < until
            : local.TimeOfDay >= from || local.TimeOfDay < until; // over midnight
        if (!quiet)
            return null;

        var end = new DateTimeOffset(local.Date, options.UtcOffset) + until;
        return end > now ? end : end.AddDays(1);
    }
}
