namespace ChatSupport.Staff.Roles;

/// <summary>What a person on the staff is there for. One person may have several.</summary>
public enum StaffRole
{
    /// <summary>Changes what the bot says.</summary>
    Editor,

    /// <summary>Signs off Khmer and claims of law or health.</summary>
    Reviewer,

    /// <summary>Follows up reports.</summary>
    CaseWorker,

    /// <summary>Looks after the desk and the case workers.</summary>
    Supervisor,

    /// <summary>Reconciles the savings.</summary>
    SavingsOfficer,

    /// <summary>Looks at the programme and its figures.</summary>
    Manager,

    /// <summary>Looks after accounts and the audit log. Has no part in content or cases by that alone.</summary>
    Administrator,
}
