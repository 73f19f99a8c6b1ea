using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Roles;
using ChatSupport.Storage;

namespace ChatSupport.Reports.Work;

/// <summary>What an account may do as a transaction sees it: who began a decision may have lost her role since.</summary>
internal sealed class CaseRoles(AccountRows accounts)
{
    public bool May(StoreSession store, string account, StaffAct act) => accounts.Find(store, account) is { IsStopped: false } found && RoleTable.Allows(found.Roles, act);
}
