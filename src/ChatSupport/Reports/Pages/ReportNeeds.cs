using ChatSupport.Reports.Work;
using ChatSupport.Staff.Roles;
using ChatSupport.Staff.Shell;
using MudBlazor;

namespace ChatSupport.Reports.Pages;

/// <summary>What the home page says of reports.</summary>
internal static class ReportNeeds
{
    /// <summary>No phone of a supervisor could be rung.</summary>
    public const string NobodyReached = "A report about a child or a life in danger came, and no supervisor's phone could be reached. Tell a supervisor now";

    public const string NobodyReachedMany = "{0} reports about a child or a life in danger came, and no supervisor's phone could be reached. Tell a supervisor now";

    private const string Page = "/console/reports";

    public static IReadOnlyList<NeedLine> Of(StaffPerson person, CaseBook book, HoldBook holds, DateTimeOffset now)
    {
        if (!person.May(StaffAct.WorkCases))
            return [];
        var cases = book.List(person.Session, byItself: true);
        var lines = new List<NeedLine>();
        if (book.WithNobodyReached(person.Session) is > 0 and var unreached)
            lines.Add(new NeedLine(unreached == 1 ? NobodyReached : NobodyReachedMany, Page, Icons.Material.Filled.NotificationImportant, unreached) { IsUrgent = true });
        if (person.May(StaffAct.SuperviseCases) && cases.Count(one => one.WaitsForSupervisor) is > 0 and var unseenCases)
            lines.Add(new NeedLine(unseenCases == 1 ? "One case about a child or a life waits until a supervisor saw it" : "{0} cases about a child or a life wait until a supervisor saw them", Page, Icons.Material.Filled.NotificationImportant, unseenCases) { IsUrgent = true });
        if (cases.Count(one => one is { MayTake: true, IsChild: true }) is > 0 and var children)
            lines.Add(new NeedLine(children == 1 ? "One report about a child, and nobody has it" : "{0} reports about children, and nobody has them", Page, Icons.Material.Filled.PriorityHigh, children));
        if (cases.Count(one => one is { MayTake: true, IsChild: false }) is > 0 and var waiting)
            lines.Add(new NeedLine(waiting == 1 ? "One report waits for a case worker" : "{0} reports wait for a case worker", Page, Icons.Material.Filled.Lock, waiting));
        if (ManyAtOnce.Count(cases.Where(one => one.MayTake).Select(one => one.CreatedAt)) is > 0 and var many)
            lines.Add(new NeedLine("{0} reports came within minutes of one another; some may be made up to hide the others. The most dangerous stand first", Page, Icons.Material.Filled.Waves, many));
        if (cases.Count(one => one is { IsMine: true, Unseen: > 0 }) is > 0 and var unseen)
            lines.Add(new NeedLine(unseen == 1 ? "One case of yours has a new message" : "{0} cases of yours have new messages", Page, Icons.Material.Filled.MarkChatUnread, unseen));
        if (cases.Count(one => one.IsMine && one.FollowUpAt < now) is > 0 and var due)
            lines.Add(new NeedLine(due == 1 ? "One case of yours is to be looked at again" : "{0} cases of yours are to be looked at again", Page, Icons.Material.Filled.Event, due));
        if (holds.Waiting(person.Session) is > 0 and var begun)
            lines.Add(new NeedLine(begun == 1 ? "One case is to be held, if a second person agrees" : "{0} cases are to be held, if a second person agrees", Page, Icons.Material.Filled.HowToReg, begun));
        if (cases.Count(one => one.IsMine && one.TaskDueAt < now) is > 0 and var overdue)
            lines.Add(new NeedLine(overdue == 1 ? "One case of yours has a task that is overdue" : "{0} cases of yours have tasks that are overdue", Page, Icons.Material.Filled.TaskAlt, overdue));
        return lines;
    }
}
