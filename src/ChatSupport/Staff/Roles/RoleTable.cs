using static ChatSupport.Staff.Roles.StaffRole;

namespace ChatSupport.Staff.Roles;

/// <summary>Which role may do what. What is not here nobody may.</summary>
internal static class RoleTable
{
    private static readonly StaffRole[] everybody = Enum.GetValues<StaffRole>();

    /// <summary>The roles that may; empty for none.</summary>
    public static IReadOnlyList<StaffRole> MayDo(StaffAct act) => act switch
    {
        StaffAct.UseConsole => everybody,
        StaffAct.SeeContent => everybody, // workers see it as well
        StaffAct.SeeInsight => [Editor, Reviewer, Supervisor, Manager],
        StaffAct.EditContent => [Editor],
        StaffAct.ReviewContent => [Reviewer],
        StaffAct.PublishContent => [Editor, Reviewer],
        StaffAct.ManagePeople => [Administrator],
        StaffAct.ReadAudit => [Administrator, Manager],
        StaffAct.RunDesk => [Supervisor],
        StaffAct.ReadTranscripts => [Supervisor],
        StaffAct.SeeDeskFigures => [Supervisor, Manager],
        StaffAct.SeeRiskWords => [Editor, Reviewer, Supervisor],
        StaffAct.AnswerChats => everybody, // whom a supervisor put on the roster with her account
        StaffAct.CorrectSavings => [SavingsOfficer],
        StaffAct.RunSavings => [SavingsOfficer],
        StaffAct.SeeSavingsFigures => [SavingsOfficer, Manager],
        StaffAct.WorkCases => [CaseWorker, Supervisor],
        StaffAct.SuperviseCases => [Supervisor],
        StaffAct.SeeCaseFigures => [Supervisor, Manager],
        _ => [],
    };

    /// <summary>Whether one of the roles may.</summary>
    public static bool Allows(IEnumerable<StaffRole> roles, StaffAct act) => roles.Intersect(MayDo(act)).Any();
}
