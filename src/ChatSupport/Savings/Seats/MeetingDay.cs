using ChatSupport.Savings.Meetings;
using ChatSupport.Storage;

namespace ChatSupport.Savings.Seats;

/// <summary>When a group meets next: the day of the meeting that is planned, by its leader or by the staff.</summary>
internal static class MeetingDay
{
    /// <summary>The day, where it has not passed; null where nobody knows.</summary>
    public static DateOnly? Of(StoreSession session, string group, DateOnly today) =>
        MeetingRows.Planned(session, group) is { Day: var day } && day >= today ? day : null;

    /// <summary>Plans it; null where nobody knows any more.</summary>
    public static void Set(StoreSession session, string group, DateOnly? day)
    {
        var planned = MeetingRows.Planned(session, group);
        if (day is { } known)
            MeetingRows.Write(session, planned is null ? new Meeting { Id = Guid.NewGuid().ToString("n"), Group = group, Day = known } : planned.After(MeetingEvent.Plan) with { Day = known });
        else if (planned is not null)
            MeetingRows.Write(session, planned.After(MeetingEvent.Cancel, isEmpty: true));
    }
}
