using System.Collections.Concurrent;

namespace ChatSupport.Staff.Accounts;

/// <summary>The name behind an opaque id, for pages that say who did something. A name stays for as long as its account, so it is read once.</summary>
internal sealed class PeopleNames(AccountRows accounts)
{
    private readonly ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);

    /// <summary>The name; the id itself where it belongs to no account, such as <c>start</c>.</summary>
    public string Of(string id)
    {
        if (known.TryGetValue(id, out var name))
            return name;
        return accounts.Find(id) is { } account ? known[id] = account.Name : id;
    }
}
