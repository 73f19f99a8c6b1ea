using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChatSupport.Storage;

namespace ChatSupport.Savings.Entries;

/// <summary>The newest row of each table as it was noted outside of the database.</summary>
/// <param name="Rows">In the order of <see cref="LedgerTable.All"/>; empty where what was noted cannot be read.</param>
internal sealed record LedgerHead(ImmutableArray<ChainEnd> Rows)
{
    /// <summary>What stands in the file is no head.</summary>
    public bool IsBroken => Rows.IsEmpty;

    /// <summary>The head of a ledger without a row.</summary>
    public static LedgerHead Beginning { get; } = new([.. LedgerTable.All.Select(_ => new ChainEnd(0, Convert.ToHexStringLower(LedgerChain.Beginning)))]);

    /// <summary>The newest rows that a session sees. The hash of a damaged one is empty.</summary>
    public static LedgerHead Of(StoreSession session) => new([.. LedgerTable.All.Select(table =>
        session[$"SELECT {table.Key}, hash FROM {table.Name} ORDER BY {table.Key} DESC LIMIT 1"].All(row => new ChainEnd(row.GetInt64(0), row.GetValue(1) is byte[] hash ? Convert.ToHexStringLower(hash) : "")) is [var last]
            ? last
            : new ChainEnd(0, Convert.ToHexStringLower(LedgerChain.Beginning)))]);

    /// <summary>The tables in which a session does not see the row of the head.</summary>
    public IReadOnlyList<LedgerTable> NotIn(StoreSession session) => [.. LedgerTable.All.Where((table, at) => Rows[at].Number > 0
        && !(session[$"SELECT hash FROM {table.Name} WHERE {table.Key} = $1"].One(Rows[at].Number) is byte[] hash && Convert.ToHexStringLower(hash) == Rows[at].Hash))];

    /// <summary>Whether it is further in any table.</summary>
    public bool IsBeyond(LedgerHead other) => Rows.Zip(other.Rows).Any(both => both.First.Number > both.Second.Number);

    /// <summary>A line for each table, and one by which a torn head is known.</summary>
    public override string ToString()
    {
        var rows = string.Concat(Rows.Select((row, at) => string.Create(CultureInfo.InvariantCulture, $"{LedgerTable.All[at].Name} {row.Number} {row.Hash}\n")));
        return $"{rows}{CheckOf(rows)}\n";
    }

    /// <summary>Reads what <see cref="ToString"/> writes; anything else is broken.</summary>
    public static LedgerHead Read(string text)
    {
        var lines = text.Length > 1000 ? [] : text.TrimEnd().Split('\n');
        if (lines.Length != LedgerTable.All.Count + 1 || CheckOf(string.Concat(lines.SkipLast(1).Select(line => line + "\n"))) != lines[^1])
            return new([]);
        var rows = LedgerTable.All.Select((table, at) => ReadRow(lines[at], table.Name)).ToList();
        return new(rows.TrueForAll(row => row is not null) ? [.. rows.OfType<ChainEnd>()] : []);
    }

    private static string CheckOf(string rows) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(rows)).AsSpan(0, 8));

    private static ChainEnd? ReadRow(string line, string table) => line.Split(' ') is [var name, var number, { Length: 2 * LedgerChain.Size } hash] && name == table
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var known)
            ? new ChainEnd(known, hash)
            : null;
}

/// <summary>The newest row of a table.</summary>
/// <param name="Number">Its number; 0 for none.</param>
/// <param name="Hash">Its hash, in hexadecimal digits.</param>
internal sealed record ChainEnd(long Number, string Hash);

/// <summary>The file <c>savings.head</c> beside the database. Without it nobody could tell that the newest rows were removed.</summary>
/// <remarks>It may lag behind the database (a crash between commit and file), but is never ahead of it. It is written in its place, one sector of a disk, and not waited for:
/// an entry waits for the disk once, and a power cut leaves the old head or the new one.</remarks>
internal sealed class LedgerHeadFile(Database database)
{
    private const int Size = 512;
    private const int Attempts = 5;

    /// <summary>The file.</summary>
    public string File { get; } = Path.Combine(Path.GetDirectoryName(database.File)!, "savings.head");

    /// <summary>Reads it.</summary>
    /// <returns>Null where there is none.</returns>
    /// <exception cref="IOException">It cannot be read now.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public LedgerHead? Read()
    {
        try
        {
            var head = ReadOnce();
            for (var attempt = 1; head.IsBroken && attempt < Attempts; attempt++)
                head = ReadOnce(); // another process was writing it
            return head;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Puts a head in its place. Where another process has put a later one there since, that one stays.</summary>
    /// <param name="head">What is committed.</param>
    /// <param name="mayGoBack">The ledger is known not to go on where the file says.</param>
    public void Write(LedgerHead head, bool mayGoBack)
    {
        if (!mayGoBack && Read() is { IsBroken: false } now && !head.IsBeyond(now))
            return;
        var content = Encoding.ASCII.GetBytes(head.ToString().PadRight(Size - 1) + "\n");
        if (!System.IO.File.Exists(File))
        {
            OwnerFile.Put(File, content);
            return;
        }
        using var stream = new FileStream(File, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        stream.Write(content);
    }

    private LedgerHead ReadOnce()
    {
        using var stream = new FileStream(File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var content = new byte[Size * 2];
        var read = stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
        return LedgerHead.Read(Encoding.ASCII.GetString(content.AsSpan(0, read)));
    }
}
