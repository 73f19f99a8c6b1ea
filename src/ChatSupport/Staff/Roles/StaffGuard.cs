using ChatSupport.Staff.Accounts;

namespace ChatSupport.Staff.Roles;

/// <summary>Stands before every call of the console's features. It reads session and roles anew each time, so that what was taken away is gone at once.</summary>
internal sealed class StaffGuard(Sessions sessions, AccountRows accounts)
{
    /// <summary>Who acts, if that is allowed.</summary>
    /// <param name="session">Opaque id of the session; null where nobody is signed in.</param>
    /// <param name="act">What is asked for.</param>
    /// <exception cref="SessionEndedException">There is no such session any more.</exception>
    /// <exception cref="StaffDeniedException">None of the roles allows it.</exception>
    public StaffPerson Require(string? session, StaffAct act)
    {
        var person = sessions.Use(session) ?? throw new SessionEndedException();
        return person.May(act) ? person : throw new StaffDeniedException(act);
    }

    /// <summary>As <see cref="Require"/>, for a page that looks again by itself: nobody sits there by that alone, so the session grows idle.</summary>
    /// <inheritdoc cref="Require"/>
    public StaffPerson RequireUnused(string? session, StaffAct act)
    {
        var person = sessions.Look(session) ?? throw new SessionEndedException();
        return person.May(act) ? person : throw new StaffDeniedException(act);
    }

    /// <summary>Whether somebody may do something now that she wished for earlier.</summary>
    /// <param name="account">Opaque id.</param>
    /// <param name="act">What she wished for.</param>
    public bool StillMay(string account, StaffAct act) => accounts.Find(account) is { IsStopped: false } found && RoleTable.Allows(found.Roles, act);
}
