using System.Text;
using System.Text.Json.Nodes;
using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Sealing.Age;
using ChatSupport.Reports.Sealing.Readers;
using Microsoft.Data.Sqlite;

namespace ChatSupport.EndToEnd.Reports;

/// <summary>A case worker and a recovery key that the root signed, whose private halves the program never sees.</summary>
internal sealed class SignedReaders : IDisposable
{
    private const string Staff = "dara";

    private readonly RootSecret root = RootSecret.New();
    private readonly AgeIdentity dara = AgeIdentity.New();
    private readonly AgeIdentity recovery = AgeIdentity.New();

    /// <summary>Writes the list into a program's folder.</summary>
    /// <returns>The settings that name it.</returns>
    public (string Name, string Value)[] Settings(string folder)
    {
        var (from, until) = (new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2046, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var list = new ReaderList(root.Public, 1, from,
        [
            new Reader(Staff, dara.Recipient, ReaderRole.Worker, from, until, 1, Revoked: false),
            new Reader("recovery", recovery.Recipient, ReaderRole.Recovery, from, until, 1, Revoked: false),
        ]);
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "readers-of-the-test.txt");
        File.WriteAllText(file, list.Sign(root));
        return [("ChatSupport:Reports:RootKey", root.Public.ToString()), ("ChatSupport:Reports:Readers", file)];
    }

    /// <summary>Signs case workers whose keys were made in a browser, and writes the list where a program looks for it.</summary>
    public static Task Sign(string folder, RootSecret root, AgeIdentity recovery, uint version, params string[] recipients)
    {
        var now = DateTimeOffset.UtcNow;
        var workers = recipients.Select((recipient, at) => AgeRecipient.TryParse(recipient, out var key)
            ? new Reader(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"worker-{at}"), key, ReaderRole.Worker, now.AddDays(-1), now.AddYears(1), 1, Revoked: false)
            : throw new InvalidOperationException($"'{recipient}' is no key."));
        var list = new ReaderList(root.Public, version, now,
            [.. workers, new Reader("recovery", recovery.Recipient, ReaderRole.Recovery, now.AddDays(-1), now.AddYears(5), 1, Revoked: false)]);
        return File.WriteAllTextAsync(Path.Combine(folder, "data", "readers.txt"), list.Sign(root), TestContext.Current.CancellationToken);
    }

    /// <summary>The texts of a case, as its case worker reads them.</summary>
    public IReadOnlyList<string> Reads(SqliteConnection database, string caseId)
    {
        using var key = KeyOf(database, caseId, "case-key", Purpose.CaseKey);
        return [.. Rows(database, "SELECT id, sealed FROM report_items WHERE purpose = 'answer' AND case_id = $1 ORDER BY at, rowid", caseId)
            .Select(row => JsonNode.Parse(SealedFile.Open((byte[])row[1], new SealedPlace(Purpose.Answer, Id(caseId), Id(row[0]), 1), key))!["text"]?.ToString()).OfType<string>()];
    }

    /// <summary>The messages of a case's conversation, as its case worker reads them.</summary>
    public IReadOnlyList<string> ReadsThread(SqliteConnection database, string caseId)
    {
        using var key = KeyOf(database, caseId, "thread-key", Purpose.ThreadKey);
        return [.. Rows(database, "SELECT id, sealed FROM report_messages WHERE case_id = $1 ORDER BY at, rowid", caseId)
            .Select(row => Encoding.UTF8.GetString(SealedFile.Open((byte[])row[1], new SealedPlace(Purpose.Message, Id(caseId), Id(row[0]), 1), key)))];
    }

    public void Dispose()
    {
        root.Dispose();
        dara.Dispose();
        recovery.Dispose();
    }

    /// <summary>A connection of somebody else to a program's database.</summary>
    public static SqliteConnection Open(string folder)
    {
        var open = new SqliteConnection($"Data Source={Path.Combine(folder, "data", "chatsupport.db")};Pooling=False;Default Timeout=30");
        open.Open();
        return open;
    }

    public static List<object[]> Rows(SqliteConnection database, string sql, params object[] values)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        for (var at = 0; at < values.Length; at++)
            command.Parameters.AddWithValue(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"${at + 1}"), values[at]);
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return rows;
    }

    private AgeIdentity KeyOf(SqliteConnection database, string id, string purpose, Purpose what)
    {
        var row = Rows(database, "SELECT id, sealed FROM report_grants WHERE case_id = $1 AND staff = $2 AND purpose = $3", id, Staff, purpose).Single();
        return NewKey.Open(new KeyGrant(Id(row[0]), Staff, 1, (byte[])row[1]), what, Id(id), 1, dara);
    }

    private static Guid Id(object text) => Guid.ParseExact((string)text, "n");
}
