using System.Globalization;
using ChatSupport.Staff.Sheets;
using ChatSupport.Storage;

namespace ChatSupport.Staff.Audit;

/// <summary>Writes entries as a table for a spreadsheet: CSV (RFC 4180). It holds the proofs, so that a copy kept elsewhere shows later whether the log was put back to an earlier state.</summary>
internal static class AuditExport
{
    /// <summary>Writes a file that only its owner may read.</summary>
    /// <param name="file">The new file; must not exist. Nothing is left of it where writing fails.</param>
    /// <param name="entries">What it shall hold.</param>
    /// <param name="cancel">Gives up between two entries.</param>
    /// <returns>How many entries it holds.</returns>
    /// <exception cref="IOException">The file exists or cannot be written.</exception>
    public static async Task<int> Write(string file, IEnumerable<AuditEntry> entries, CancellationToken cancel)
    {
        var stream = OwnerFile.Create(file);
        try
        {
            await using (stream)
                return await Write(stream, entries, cancel);
        }
        catch
        {
            File.Delete(file);
            throw;
        }
    }

    /// <summary>Writes into a stream, which stays open.</summary>
    /// <returns>How many entries.</returns>
    public static async Task<int> Write(Stream stream, IEnumerable<AuditEntry> entries, CancellationToken cancel)
    {
        await using var writer = new StreamWriter(stream, CsvTable.Encoding, leaveOpen: true);
        await writer.WriteAsync("number,at,who,act,subject,detail,mac\r\n".AsMemory(), cancel);
        var count = 0;
        foreach (var entry in entries)
        {
            await writer.WriteAsync(Line(entry).AsMemory(), cancel);
            count++;
        }
        return count;
    }

    private static string Line(AuditEntry entry) => CsvTable.Line(
    [
        entry.Number.ToString(CultureInfo.InvariantCulture),
        entry.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        entry.Who, entry.Act, entry.Subject, entry.Detail, Convert.ToHexStringLower(entry.Mac),
    ]);
}
