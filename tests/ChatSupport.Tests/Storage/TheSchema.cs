using ChatSupport.Storage;
using ChatSupport.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ChatSupport.Tests.Storage;

public sealed class TheSchema
{
    [Fact]
    public async Task The_migrations_say_all_that_the_model_says()
    {
        await using var host = new StoreHost();
        await using var context = Model(host);

        Assert.False(context.Database.HasPendingModelChanges(), "Run: dotnet ef migrations add NAME.");
    }

    [Fact]
    public async Task The_written_list_of_migrations_is_the_one_in_the_program()
    {
        await using var host = new StoreHost();
        await using var context = Model(host);

        Assert.Equal(context.Database.GetMigrations(), MigrationList.Known);
        Assert.Equal(MigrationList.Known, await context.Database.GetAppliedMigrationsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_written_statements_of_each_migration_are_those_of_the_program()
    {
        await using var host = new StoreHost();
        await using var context = Model(host);
        var migrator = context.GetService<IMigrator>();

        Assert.All(MigrationList.Known.Select((name, at) => (Name: name, Before: at == 0 ? "0" : MigrationList.Known[at - 1])), migration => Assert.True(
            migrator.GenerateScript(migration.Before, migration.Name, MigrationsSqlGenerationOptions.NoTransactions).ReplaceLineEndings("\n").Trim()
                == MigrationList.Script(migration.Name).ReplaceLineEndings("\n").Trim('\uFEFF', '\n', ' '),
            $"Run: dotnet ef migrations script {migration.Before} {migration.Name} --no-transactions --project src/ChatSupport --startup-project tests/ChatSupport.Tests -o src/ChatSupport/Storage/Migrations/{migration.Name}.sql"));
    }

    [Fact]
    public async Task Every_connection_waits_for_the_disk_and_overwrites_what_it_deletes()
    {
        await using var host = new StoreHost();
        var database = host.Get<Database>();
        using var writing = database.OpenForWriting();
        using var reading = database.OpenForReading();
        foreach (var session in new[] { writing, reading })
        {
            Assert.Equal("wal", session["PRAGMA journal_mode"].One());
            Assert.Equal(2L, session["PRAGMA synchronous"].One());
            Assert.Equal(1L, session["PRAGMA secure_delete"].One());
            Assert.Equal(1L, session["PRAGMA foreign_keys"].One());
            Assert.Equal(2000L, session["PRAGMA busy_timeout"].One());
        }
    }

    private static ChatDbContext Model(StoreHost host) =>
        new(new DbContextOptionsBuilder<ChatDbContext>().UseSqlite(host.Get<Database>().ConnectionString).Options);
}
