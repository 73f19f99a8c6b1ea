using Microsoft.Data.Sqlite;

namespace ChatSupport.Storage;

/// <summary>Compares tables, indexes, views and triggers with those that this version makes: who wants to change what triggers guard removes them first.</summary>
internal static class SchemaCheck
{
    private static readonly Lazy<List<(string Table, string Name, string Sql)>> all = new(MakeAll);

    /// <summary>Names of what differs, is missing, or is one too many.</summary>
    /// <param name="session">The database.</param>
    /// <param name="prefix">How the names of the tables begin.</param>
    public static IReadOnlyList<string> Differences(StoreSession session, string prefix)
    {
        var there = Parts(session).Where(part => IsOf(part, prefix)).ToList();
        var fresh = all.Value.Where(part => IsOf(part, prefix)).ToList();
        return [.. there.Except(fresh).Concat(fresh.Except(there)).Select(part => part.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static List<(string Table, string Name, string Sql)> MakeAll()
    {
        using var connection = new SqliteConnection("Data Source=:memory:;Pooling=False");
        connection.Open();
        using var session = new StoreSession(connection);
        foreach (var name in MigrationList.Known)
            session.RunScript(MigrationList.Script(name));
        return Parts(session);
    }

    private static List<(string Table, string Name, string Sql)> Parts(StoreSession session) =>
        session["SELECT tbl_name, name, coalesce(sql, '') FROM sqlite_master ORDER BY name"].All(row => (row.GetString(0), row.GetString(1), row.GetString(2)));

    private static bool IsOf((string Table, string Name, string Sql) part, string prefix) => part.Table.StartsWith(prefix, StringComparison.Ordinal);
}
