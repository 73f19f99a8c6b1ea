namespace ChatSupport.Staff.Accounts;

/// <summary>The name behind an opaque id, for pages that say who did something.</summary>
internal sealed class PeopleNames(AccountRows accounts)
{
    /// <summary>The name; the id itself where it belongs to no account, such as <c>start</c>.</summary>
    public string Of(string id) => accounts.Find(id)?.Name ?? id;
}
