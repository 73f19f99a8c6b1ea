namespace ChatSupport.Staff.Roles;

/// <summary>Roles as people say them.</summary>
internal static class RoleWords
{
    public static string Of(StaffRole role) => role switch
    {
        StaffRole.CaseWorker => "Case worker",
        StaffRole.SavingsOfficer => "Savings officer",
        _ => role.ToString(),
    };

    /// <summary>A role as it is typed in a shell, such as <c>case-worker</c>.</summary>
    public static string Typed(StaffRole role) => Of(role).ToLowerInvariant().Replace(' ', '-');
}
