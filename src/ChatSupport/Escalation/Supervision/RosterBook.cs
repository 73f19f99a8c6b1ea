using ChatSupport.Conversations;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;
using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Audit;
using ChatSupport.Staff.Roles;
using Joining = ChatSupport.Escalation.Duty.Joining;

namespace ChatSupport.Escalation.Supervision;

/// <summary>Who answers at the desk. Each change and its line in the audit log are one; the log names nobody but by opaque id.</summary>
internal sealed class RosterBook(DeskPens pens, AuditTrail trail, StaffGuard guard, AccountRows accounts, Library library, StartLinks links)
{
    public const int LongestName = 60;
    public const int MostAreas = 20;

    /// <summary>Hours in a week after which a plan is too much, where nobody forbids it.</summary>
    public const int MostHours = 12;

    private const string InvitedUntil = "SELECT until FROM desk_invitations WHERE educator = $1 AND until > $2";

    /// <summary>Everybody who answers, and nobody who left.</summary>
    public IReadOnlyList<RosterLine> List(string? session, bool byItself = false)
    {
        _ = byItself ? guard.RequireUnused(session, StaffAct.RunDesk) : guard.Require(session, StaffAct.RunDesk);
        return pens.Read(pen => pen.Educators().Where(one => one.LeftAt is null).Select(one => LineOf(pen, one)).OrderBy(line => line.Educator.Name, StringComparer.Ordinal).ToList());
    }

    /// <summary>Accounts of the staff by which somebody could answer in the console.</summary>
    public IReadOnlyList<(string Id, string Name)> Accounts(string? session)
    {
        guard.Require(session, StaffAct.RunDesk);
        return [.. accounts.All().Where(account => !account.IsStopped).Select(account => (account.Id, account.Name)).OrderBy(account => account.Name, StringComparer.Ordinal)];
    }

    /// <summary>Languages that content is written in.</summary>
    public IReadOnlyList<string> Languages(string? session)
    {
        guard.Require(session, StaffAct.RunDesk);
        return library.Current.Dialogs.Languages;
    }

    /// <summary>Puts somebody on the roster.</summary>
    /// <returns>An invitation for her; where she answers by an account alone, done.</returns>
    public Task<DeskAnswer> Add(string? session, RosterWish wish, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.RunDesk);
        return pens.Write(pen =>
        {
            if (Refuse(pen, wish, null) is { } why)
                return DeskAnswer.Not(why);
            var educator = pen.Save(With(new Educator { Id = DeskIds.New(), Name = "", Alias = OwnPlace.FreshAlias(pen) }, wish));
            trail.Add(pen.Session, new AuditNote(person.Id, "desk.roster-add", educator.Id, $"{wish.Role}"));
            return wish.Account is null ? InvitationOf(pen, educator) : DeskAnswer.Done;
        }, cancel);
    }

    /// <summary>Changes what the roster says of somebody.</summary>
    public Task<DeskAnswer> Edit(string? session, string id, RosterWish wish, CancellationToken cancel) => Act(session, id, "desk.roster-edit", $"{wish.Role}", (pen, educator) =>
    {
        if (Refuse(pen, wish, id) is { } why)
            return DeskAnswer.Not(why);
        pen.Save(With(educator, wish));
        return DeskAnswer.Done;
    }, cancel);

    /// <summary>Makes a link by which she joins from her phone; an earlier one ends.</summary>
    public Task<DeskAnswer> Invite(string? session, string id, CancellationToken cancel) => Act(session, id, "desk.roster-invite", "", InvitationOf, cancel);

    /// <summary>Her phone is lost: she is off it, everything of the desk goes from it, and whoever she helped is given to others.</summary>
    public Task<DeskAnswer> LosePhone(string? session, string id, CancellationToken cancel) => Act(session, id, "desk.roster-lost-phone", "", (pen, educator) =>
    {
        Joining.LosePhone(pen, educator);
        return DeskAnswer.Done;
    }, cancel);

    /// <summary>She works at the desk no longer.</summary>
    public Task<DeskAnswer> Leave(string? session, string id, CancellationToken cancel) => Act(session, id, "desk.roster-leave", "", (pen, educator) =>
    {
        if (educator.Conversation is null)
            OnDuty.Lose(pen, educator); // whom she helped in the console is given to others as well
        Joining.Leave(pen, pen.Educator(id)!);
        pen.Save(pen.Educator(id)! with { Account = null, Plan = [] });
        foreach (var chat in pen.OpenChats().Where(chat => chat.Supervisor == id))
            pen.Save((chat.Can(DeskEvent.Release) ? chat.After(DeskEvent.Release) : chat) with { Supervisor = null });
        return DeskAnswer.Done;
    }, cancel);

    /// <summary>Says which hours she plans to answer.</summary>
    public Task<DeskAnswer> SetPlan(string? session, string id, IReadOnlyList<ShiftBlock> plan, CancellationToken cancel) => Act(session, id, "desk.roster-plan", $"{plan.Count * 2} h", (pen, educator) =>
    {
        if (Planned(educator, plan) is not { } planned)
            return DeskAnswer.Not(DeskRefusal.BadPlan);
        pen.Save(planned);
        return DeskAnswer.Done;
    }, cancel);

    /// <summary>She with these hours planned; null where some are none.</summary>
    public static Educator? Planned(Educator educator, IReadOnlyList<ShiftBlock> plan) =>
        plan.Any(block => block.Hour is < 0 or > 22 || block.Hour % 2 != 0 || !Enum.IsDefined(block.Day))
            ? null : educator with { Plan = [.. plan.Distinct().OrderBy(block => block.Day).ThenBy(block => block.Hour)] };

    private static Educator With(Educator educator, RosterWish wish) => educator with
    {
        Name = wish.Name.Trim(),
        Role = wish.Role,
        Languages = wish.Languages,
        Account = wish.Account,
        NotAreas = [.. wish.NotAreas.Select(area => area.Trim()).Where(area => area.Length is > 0 and <= LongestName).Distinct(StringComparer.Ordinal).Take(MostAreas)],
    };

    private string? Refuse(DeskPen pen, RosterWish wish, string? but)
    {
        var name = wish.Name.Trim();
        var others = pen.Educators().Where(one => one.LeftAt is null && one.Id != but).ToList();
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
            return DeskRefusal.NoName;
        if (others.Exists(one => AccountRows.Fold(one.Name) == AccountRows.Fold(name)))
            return DeskRefusal.NameTaken;
        if (wish.Languages.IsDefaultOrEmpty || wish.Languages.Except(library.Current.Dialogs.Languages).Any())
            return DeskRefusal.NoLanguage;
        if (wish.Account is not { } account)
            return null;
        return others.Exists(one => one.Account == account) ? DeskRefusal.AccountTaken
            : accounts.Find(pen.Session, account) is { IsStopped: false } ? null : DeskRefusal.UnknownAccount;
    }

    private RosterLine LineOf(DeskPen pen, Educator one) => new(
        one, DutyHours.Since(pen, one, DeskWeek.Of(pen.Now)), pen.Counted(one.Id, "claimed", 1, pen.Now.AddDays(-1)), pen.ChatsOf(one.Id).Count,
        one.Account is { } account ? accounts.Find(pen.Session, account)?.Name : null,
        pen.Session[InvitedUntil].One(one.Id, pen.Now.ToUnixTimeMilliseconds()) is long until ? DateTimeOffset.FromUnixTimeMilliseconds(until) : null);

    private DeskAnswer InvitationOf(DeskPen pen, Educator educator)
    {
        var word = "desk-" + Joining.Invite(pen, educator.Id);
        return new DeskAnswer.Invitation(word, links.For(word));
    }

    private Task<DeskAnswer> Act(string? session, string id, string act, string detail, Func<DeskPen, Educator, DeskAnswer> what, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.RunDesk);
        return pens.Write(pen =>
        {
            if (pen.Educator(id) is not { LeftAt: null } educator)
                return DeskAnswer.Not(DeskRefusal.NotThere);
            var answer = what(pen, educator);
            if (answer is not DeskAnswer.Refused)
                trail.Add(pen.Session, new AuditNote(person.Id, act, id, detail));
            return answer;
        }, cancel);
    }
}
