using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Relay;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Escalation.Supervision;

/// <summary>The place at the desk that somebody on the staff has by her account.</summary>
internal static class OwnPlace
{
    /// <summary>Hers; null where she has none.</summary>
    public static Educator? Of(DeskPen pen, StaffPerson person) => pen.Educators().Find(one => one.Account == person.Id && one.LeftAt is null);

    /// <summary>Does something in an open chat that she may write in by her place.</summary>
    public static DeskAnswer InChat(DeskPen pen, StaffPerson person, string chat, Func<DeskChat, Educator, DeskAnswer> act)
    {
        if (Of(pen, person) is not { } own)
            return DeskAnswer.Not(DeskRefusal.NotOnRoster);
        return pen.Chat(chat) is { IsOpen: true } open && Relaying.MayWrite(open, own) ? act(open, own) : DeskAnswer.Not(DeskRefusal.NotYours);
    }

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
