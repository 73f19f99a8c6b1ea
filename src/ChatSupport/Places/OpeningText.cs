namespace ChatSupport.Places;

/// <summary>Says in a worker's language whether a place is open: <c>open now until 17:00</c>, <c>closed, opens Monday 07:30</c>.</summary>
internal static class OpeningText
{
    public static string For(OpeningHours? hours, Wording wording, string language, DateTimeOffset now)
    {
        if (hours is null)
            return wording.Say(Wording.HoursUnknown, language);

        var state = hours.At(now);
        if (state.Changes is not { } changes)
            return wording.Say(state.IsOpen ? Wording.OpenAlways : Wording.Closed, language);
        return state.IsOpen ? Open(changes, wording, language, now) : Closed(changes, wording, language, now);
    }

    private static string Open(DateTimeOffset closes, Wording wording, string language, DateTimeOffset now)
    {
        if (closes - now <= TimeSpan.FromHours(24))
            return wording.Say(Wording.OpenUntil, language, closes);

        // "Friday 00:00" is Thursday night to everybody who reads it.
        var day = closes.TimeOfDay == TimeSpan.Zero ? closes.AddMinutes(-1) : closes;
        return wording.Say(Wording.OpenUntilDay, language, day);
    }

    private static string Closed(DateTimeOffset opens, Wording wording, string language, DateTimeOffset now)
    {
        var days = (opens.Date - now.ToOffset(OpeningHours.PhnomPenh).Date).Days;
        var name = days switch { 0 => Wording.OpensToday, 1 => Wording.OpensTomorrow, _ => Wording.OpensOn };
        return wording.Say(name, language, opens);
    }
}
