namespace ChatSupport.EndToEnd.Staff;

/// <summary>One program, one browser and one administrator for all facts that can share them.</summary>
public sealed class OneConsole : IAsyncLifetime
{
    internal ConsoleWorld World { get; private set; } = null!;

    /// <summary>Sokha, the first administrator, signed in.</summary>
    internal StaffDesk Sokha { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        World = await ConsoleWorld.Start();
        Sokha = await World.Administrator();
    }

    public async ValueTask DisposeAsync()
    {
        await Sokha.DisposeAsync();
        await World.DisposeAsync();
    }

    /// <summary>Invites somebody, who joins with password and code app.</summary>
    internal async Task<(StaffDesk Desk, Tests.Staff.CodeApp App)> Member(string name, params string[] roles)
    {
        var link = await Sokha.Invites(name, roles);
        var desk = await World.NewDesk();
        return (desk, await desk.JoinsByPassword(link));
    }
}

[CollectionDefinition(Name)]
public sealed class SharedConsole : ICollectionFixture<OneConsole>
{
    public const string Name = "console";
}
