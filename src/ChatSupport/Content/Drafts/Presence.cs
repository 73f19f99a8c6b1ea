namespace ChatSupport.Content.Drafts;

/// <summary>Who has which dialog open, so that two editors see each other.</summary>
internal sealed class Presence
{
    private readonly Lock gate = new();
    private readonly List<(string Path, string Page, string Name)> here = [];

    /// <summary>Somebody came or left.</summary>
    public event Action? Changed;

    /// <summary>Comes to a dialog.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="page">Opaque name of the open page.</param>
    /// <param name="name">The person's name.</param>
    public void Come(string path, string page, string name)
    {
        lock (gate)
        {
            here.RemoveAll(one => one.Page == page);
            here.Add((path, page, name));
        }
        Changed?.Invoke();
    }

    public void Leave(string page)
    {
        lock (gate)
            here.RemoveAll(one => one.Page == page);
        Changed?.Invoke();
    }

    /// <summary>The names of the others who have it open.</summary>
    public IReadOnlyList<string> Others(string path, string page)
    {
        lock (gate)
            return [.. here.Where(one => one.Path == path && one.Page != page).Select(one => one.Name).Distinct().Order(StringComparer.Ordinal)];
    }
}
