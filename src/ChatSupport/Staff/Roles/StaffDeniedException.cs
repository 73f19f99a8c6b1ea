namespace ChatSupport.Staff.Roles;

/// <summary>The person may not do this. Pages do not offer it; who meets this changed roles meanwhile, or went around the page.</summary>
internal sealed class StaffDeniedException(StaffAct act) : Exception(
    $"Your account has no role for this ({act}). An administrator can give one: {string.Join(" or ", RoleTable.MayDo(act))}.")
{
    /// <summary>What was asked for.</summary>
    public StaffAct Act { get; } = act;
}

/// <summary>The session ended: too long, too long idle, or ended by somebody.</summary>
internal sealed class SessionEndedException() : Exception("Your session has ended. Sign in again; what you wrote is kept as a draft.");
