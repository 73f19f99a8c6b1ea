using ChatSupport.Staff.Roles;

namespace ChatSupport.Tests.Content.Drafts;

/// <summary>Calls of the console by name, with the roles that may make each.</summary>
internal static class RoleMatrix
{
    /// <summary>Makes each call as each role, and as nobody, and leaves no draft behind.</summary>
    public static async Task Holds(IReadOnlyDictionary<string, (StaffRole[] May, Func<DraftHost, string?, Task> Call)> rows)
    {
        await using var host = await DraftHost.Start();
        foreach (var role in Enum.GetValues<StaffRole>())
        {
            var session = await host.SignIn($"Of role {role}", role);
            foreach (var (name, row) in rows)
            {
                var denied = await Record.ExceptionAsync(() => row.Call(host, session));
                Assert.True(denied is null == row.May.Contains(role) && denied is null or StaffDeniedException, $"{name} as {role}: {denied?.GetType().Name ?? "allowed"}");
            }
        }
        foreach (var (name, row) in rows)
        {
            foreach (var session in new[] { null, "", "0123456789abcdef0123456789abcdef" })
                Assert.True(await Record.ExceptionAsync(() => row.Call(host, session)) is SessionEndedException, name);
        }
        Assert.Empty((await host.Look()).Drafts);
        Assert.Equal(1, (await host.Look()).Live);
    }
}
