using ChatSupport.Staff.Audit;
using ChatSupport.Storage;
using ChatSupport.Tests.Conversations;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace ChatSupport.Tests.Staff.Audit;

/// <summary>The audit log over a real file; a second one on the same folder is another process.</summary>
internal sealed class AuditHost(string? folder = null, FakeTimeProvider? time = null) : IAsyncDisposable
{
    private readonly StoreHost store = new(folder, time, services => services.AddAudit());

    public string Folder => store.Folder;

    public FakeTimeProvider Time => store.Time;

    public StoreWriter Writer => store.Writer;

    public AuditTrail Trail => store.Get<AuditTrail>();

    public string Head => store.Get<AuditHeadFile>().File;

    public T Get<T>() where T : notnull => store.Get<T>();

    public Task<long> Write(AuditNote note) => Trail.Write(note, TestContext.Current.CancellationToken);

    /// <summary>Records some notes that do not matter.</summary>
    public async Task<AuditHost> With(int entries)
    {
        for (var n = 1; n <= entries; n++)
            await Write(new AuditNote("account-1", "content.publish", $"rights/part-{n}", $"Detail {n}"));
        return this;
    }

    public IReadOnlyList<AuditEntry> Everything() => [.. Trail.All(AuditFilter.Everything)];

    /// <summary>Does what somebody with a tool of his own does: first he removes the triggers.</summary>
    public void Tamper(string sql, params (string Name, object? Value)[] values)
    {
        Raw("DROP TRIGGER IF EXISTS audit_entries_only_next; DROP TRIGGER IF EXISTS audit_entries_no_change; DROP TRIGGER IF EXISTS audit_entries_no_removal;");
        Raw(sql, values);
    }

    public void Raw(string sql, params (string Name, object? Value)[] values)
    {
        using var connection = new SqliteConnection($"{store.Get<Database>().ConnectionString};Default Timeout=10");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        command.ExecuteNonQuery();
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
