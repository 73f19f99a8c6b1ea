using System.Text.Json;
using ChatSupport.Savings.Checking;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Groups;
using ChatSupport.Storage;

namespace ChatSupport.Savings.Carrying;

/// <summary>Writes the ledger, as it is at one moment, with its hashes: a line of JSON for each row. A copy kept elsewhere shows later whether the ledger was put back to
/// an earlier state, and can be brought into an empty database.</summary>
internal sealed class LedgerExport(StoreReaders readers, GroupRows groups)
{
    /// <summary>Writes a file that only its owner may read.</summary>
    /// <param name="file">The new file; must not exist. Nothing is left of it where writing fails.</param>
    /// <param name="withNames">Groups and members too, with what they are called. Without them nobody can be known from the file.</param>
    /// <param name="cancel">Gives up between two lines.</param>
    /// <returns>How many entries it holds.</returns>
    /// <exception cref="IOException">The file exists or cannot be written.</exception>
    /// <exception cref="StoreUnavailableException">The database cannot be read now.</exception>
    /// <exception cref="InvalidDataException">A row is not what this program writes: verify says more.</exception>
    public long Write(string file, bool withNames, CancellationToken cancel) => WholeFile.Write(file, stream => readers.Read(session =>
    {
        session["BEGIN"].Run(); // all of one moment
        try
        {
            return Write(session, stream, withNames, cancel);
        }
        finally
        {
            session.RollBack();
        }
    }));

    private long Write(StoreSession session, Stream stream, bool withNames, CancellationToken cancel)
    {
        var (lines, entries) = (0L, 0L);
        Line(new LedgerLine { Savings = LedgerLine.Form });
        foreach (var group in withNames ? groups.Groups(session) : [])
        {
            Line(new LedgerLine { Group = group });
            foreach (var member in groups.Members(session, group.Id))
                Line(new LedgerLine { Member = member });
        }
        foreach (var account in Rows(session, LedgerTable.Accounts, LedgerRows.AccountColumns, LedgerRows.Account))
            Line(new LedgerLine { Account = account });
        foreach (var hold in Rows(session, LedgerTable.Holds, LedgerRows.HoldColumns, LedgerRows.Hold))
            Line(new LedgerLine { Hold = hold });
        foreach (var end in Rows(session, LedgerTable.Ends, LedgerRows.EndColumns, LedgerRows.End))
            Line(new LedgerLine { End = end });
        foreach (var entry in Rows(session, LedgerTable.Entries, LedgerRows.EntryColumns, LedgerRows.Entry))
        {
            Line(new LedgerLine { Entry = entry });
            entries++;
        }
        Line(new LedgerLine { Lines = lines });
        return entries;

        void Line(LedgerLine line)
        {
            cancel.ThrowIfCancellationRequested();
            JsonSerializer.Serialize(stream, line, LedgerLine.Options);
            stream.WriteByte((byte)'\n');
            lines++;
        }
    }

    /// <summary>The rows of a table.</summary>
    /// <exception cref="InvalidDataException">One is not what this program writes.</exception>
    public static IEnumerable<T> Rows<T>(StoreSession session, LedgerTable table, string columns, Func<System.Data.Common.DbDataReader, T> read) where T : class =>
        SoundRow.All(session, table, columns, read).Select(row => row.Row ?? throw new InvalidDataException($"{table.Row} {row.Number} cannot be read. Run 'chatsupport savings verify'."));
}
