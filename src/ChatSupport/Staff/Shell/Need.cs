using ChatSupport.Staff.Roles;

namespace ChatSupport.Staff.Shell;

/// <summary>What the home page says that needs a person now. Each feature registers its own.</summary>
/// <param name="Of">The lines for this person, the most urgent first; none where nothing does.</param>
internal sealed record Need(Func<StaffPerson, Task<IReadOnlyList<NeedLine>>> Of);

/// <summary>A line that leads to where it is done.</summary>
/// <param name="Text">A sentence.</param>
/// <param name="Href">The page.</param>
/// <param name="Icon">A picture of the icon set.</param>
internal sealed record NeedLine(string Text, string Href, string Icon);
