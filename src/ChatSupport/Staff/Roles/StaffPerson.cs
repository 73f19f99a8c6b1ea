namespace ChatSupport.Staff.Roles;

/// <summary>Who acts: an account in one of its sessions, as both stand at this moment.</summary>
/// <param name="Id">Opaque id of the account.</param>
/// <param name="Name">The name that others on the staff see.</param>
/// <param name="Roles">Its roles.</param>
/// <param name="Session">Opaque id of the session.</param>
internal sealed record StaffPerson(string Id, string Name, IReadOnlyList<StaffRole> Roles, string Session)
{
    /// <summary>Whether a role of this person allows it.</summary>
    public bool May(StaffAct act) => RoleTable.Allows(Roles, act);
}
