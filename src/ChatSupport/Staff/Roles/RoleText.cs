namespace ChatSupport.Staff.Roles;

/// <summary>Roles as they are stored: their names with commas between.</summary>
internal static class RoleText
{
    public static string Write(IEnumerable<StaffRole> roles) => string.Join(',', roles.Distinct().Order());

    /// <summary>Reads what <see cref="Write"/> wrote; a name that this version does not know gives no role.</summary>
    public static IReadOnlyList<StaffRole> Read(string text) =>
        [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(name => Enum.TryParse<StaffRole>(name, out var role) ? role : (StaffRole?)null).OfType<StaffRole>()];
}
