using System.Text;
using ChatSupport.Reports.Cases;
using ChatSupport.Storage;

namespace ChatSupport.Reports.Retention;

/// <summary>Which cases were destroyed, in a file beside the database as well: a backup that is put back knows nothing of what was destroyed after it.</summary>
internal sealed class Tombstones(Database database, StoreWriter writer, StoreReaders readers, TimeProvider time, ILogger<Tombstones> log)
{
    private const string All = "SELECT case_id FROM report_tombstones ORDER BY at, case_id";
    private const string Count = "SELECT count(*) FROM report_tombstones";
    private const string IsBuried = "SELECT 1 FROM report_tombstones WHERE case_id = $1";

    private long written = -1;

    /// <summary>The file: an id a line.</summary>
    public string File { get; } = database.File + ".destroyed";

    /// <summary>Destroys again what a backup brought back.</summary>
    public async Task Replay(CancellationToken cancel)
    {
        var ids = Read();
        if (readers.Read(session => ids.TrueForAll(id => session[IsBuried].One(id) is not null)))
            return; // and a database that cannot be written now does not keep the program from saying so
        var again = await writer.Write(session =>
        {
            var missing = ids.Where(id => session[IsBuried].One(id) is null).ToList();
            foreach (var id in missing)
                CaseRows.Destroy(session, id, time.GetUtcNow());
            return missing.Count;
        }, cancel).ConfigureAwait(false);
        if (again > 0)
            log.DestroyedAgain(again);
    }

    /// <summary>Brings the file up to date.</summary>
    public async Task Write(CancellationToken cancel)
    {
        var count = (long)readers.Read(session => session[Count].One())!;
        if (count == written || (count == 0 && !System.IO.File.Exists(File)))
            return;
        cancel.ThrowIfCancellationRequested();
        var ids = Read().Union(readers.Read(session => session[All].All(row => row.GetString(0))), StringComparer.Ordinal);
        await Task.Run(() => OwnerFile.Put(File, Encoding.ASCII.GetBytes(string.Concat(ids.Select(id => id + "\n")))), cancel).ConfigureAwait(false);
        written = count;
    }

    /// <summary>What is no id was not written by this program.</summary>
    private List<string> Read() => System.IO.File.Exists(File)
        ? [.. System.IO.File.ReadAllLines(File).Where(line => line.Length == 32 && line.All(char.IsAsciiHexDigitLower))]
        : [];
}
