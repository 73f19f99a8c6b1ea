using System.Globalization;
using ChatSupport.Storage;

namespace ChatSupport.Staff.Audit;

/// <summary>The newest entry as it was noted outside of the database: number and proof. Number 0: the log was begun, nothing is in it yet.</summary>
internal sealed record AuditHead(long Number, string Mac)
{
    public static AuditHead Of(long number, byte[] mac) => new(number, Convert.ToHexStringLower(mac));

    /// <summary>What an entry about this head calls it.</summary>
    public string Name => $"{Number.ToString(CultureInfo.InvariantCulture)}:{Mac[..Math.Min(16, Mac.Length)]}";
}

/// <summary>The file <c>audit.head</c> beside the database. Without it nobody could tell that the newest entries were removed.</summary>
/// <remarks>It may lag behind the database (a crash between commit and file), but is never ahead of it.</remarks>
internal sealed class AuditHeadFile(Database database)
{
    /// <summary>The file.</summary>
    public string File { get; } = Path.Combine(Path.GetDirectoryName(database.File)!, "audit.head");

    /// <summary>Reads it.</summary>
    /// <returns>Null where there is none; a head with number -1 where it holds anything else.</returns>
    /// <exception cref="IOException">It cannot be read now.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public AuditHead? Read()
    {
        try
        {
            var text = System.IO.File.ReadAllText(File);
            return text.Length <= 100 && text.Trim().Split(' ') is [var number, { Length: 2 * AuditChain.MacSize } mac]
                && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
                    ? new AuditHead(n, mac)
                    : new AuditHead(-1, "");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Puts a head in its place, at once and whole.</summary>
    /// <param name="head">What is committed.</param>
    /// <param name="seen">What was in the file while it was made. Where another process has put a later one there since, that one stays.</param>
    public void Write(AuditHead head, AuditHead? seen)
    {
        var now = Read();
        if (now != seen && now?.Number >= head.Number)
            return;
        OwnerFile.Put(File, System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{head.Number} {head.Mac}\n")));
    }
}
