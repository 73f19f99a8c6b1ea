using ChatSupport.Staff.Roles;

namespace ChatSupport.Staff.Shell;

/// <summary>What the home page says that needs a person now. Each feature registers its own.</summary>
/// <param name="Of">The lines for this person, the most urgent first; none where nothing does.</param>
internal sealed record Need(Func<StaffPerson, Task<IReadOnlyList<NeedLine>>> Of);

/// <summary>A line that leads to where it is done.</summary>
/// <param name="Text">A sentence in English, translated where it is shown; <c>{0}</c> stands for <paramref name="Of"/>.</param>
/// <param name="Href">The page.</param>
/// <param name="Icon">A picture of the icon set.</param>
/// <param name="Of">How many, or what; null for a sentence that is whole.</param>
internal sealed record NeedLine(string Text, string Href, string Icon, object? Of = null)
{
    /// <summary>It stands in red: somebody may come to harm while it waits.</summary>
    public bool IsUrgent { get; init; }
}
