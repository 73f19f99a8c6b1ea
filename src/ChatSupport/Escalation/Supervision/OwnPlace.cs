using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Escalation.Supervision;

/// <summary>The place at the desk that somebody on the staff has by her account.</summary>
internal static class OwnPlace
{
    /// <summary>Hers; null where she has none.</summary>
    public static Educator? Of(DeskPen pen, StaffPerson person) => pen.Educators().Find(one => one.Account == person.Id && one.LeftAt is null);

    /// <summary>A supervisor's, made where she has none: whatever she does in a chat is done by somebody whom the desk knows.</summary>
    public static Educator OfSupervisor(DeskPen pen, StaffPerson person)
    {
        if (Of(pen, person) is { } own)
            return own.Role == DeskRole.Educator ? own with { Role = DeskRole.Supervisor } : own; // for this act: on the roster she stays what she is
        return pen.Save(new Educator
        {
            Id = DeskIds.New(),
            Name = person.Name,
            Alias = FreshAlias(pen),
            Role = DeskRole.Supervisor,
            Account = person.Id,
            Languages = ["km", "en"],
        });
    }

    /// <summary>An alias that nobody at the desk has, as long as there are some left.</summary>
    public static Alias FreshAlias(DeskPen pen)
    {
        const int tries = 200;
        var taken = pen.Educators().Where(one => one.LeftAt is null).Select(one => one.Alias).ToHashSet();
        var alias = Aliases.Draw();
        for (var tried = 0; tried < tries && taken.Contains(alias); tried++)
            alias = Aliases.Draw();
        return alias;
    }
}
