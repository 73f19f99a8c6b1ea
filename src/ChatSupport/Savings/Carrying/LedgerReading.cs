using System.Globalization;
using System.Text.Json;
using ChatSupport.Savings.Entries;

namespace ChatSupport.Savings.Carrying;

/// <summary>Reads an export line by line and follows its hashes.</summary>
internal sealed class LedgerReading
{
    private const int MostProblems = 20;

    private readonly Dictionary<LedgerTable, (long Number, byte[] Hash)> ends = LedgerTable.All.ToDictionary(table => table, _ => (0L, LedgerChain.Beginning));
    private readonly List<string> problems = [];
    private long number;
    private int rank;
    private bool isOver;

    /// <summary>Everything that is wrong with an export, a sentence each with its line; empty for a sound one.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IReadOnlyList<string> Problems(string file, CancellationToken cancel)
    {
        var reading = new LedgerReading();
        foreach (var line in File.ReadLines(file))
        {
            cancel.ThrowIfCancellationRequested();
            reading.Take(line);
            if (reading.problems.Count >= MostProblems)
                return reading.problems;
        }
        if (!reading.isOver)
            reading.Problem("The end of the file is missing: it was cut off, or the export was broken off.");
        return reading.problems;
    }

    /// <summary>The lines of an export that was found to be sound.</summary>
    public static IEnumerable<LedgerLine> Lines(string file) => File.ReadLines(file).Select(line => JsonSerializer.Deserialize<LedgerLine>(line, LedgerLine.Options)!);

    private void Take(string text)
    {
        number++;
        LedgerLine? line = null;
        try
        {
            line = JsonSerializer.Deserialize<LedgerLine>(text, LedgerLine.Options);
        }
        catch (JsonException e)
        {
            Problem($"It is not a line of an export: {e.Message}");
        }
        if (line is null)
            return;
        if (isOver)
            Problem("There is something behind the end.");
        else if (line.Parts != 1)
            Problem("A line holds exactly one group, member, account, hold, end or entry.");
        else if ((number == 1) != (line.Savings is not null))
            Problem("The first line, and no other, says of which form the file is.");
        else if (line.Savings is { } form && form != LedgerLine.Form)
            Problem(string.Create(CultureInfo.InvariantCulture, $"The file has the form {form}; this version reads {LedgerLine.Form}."));
        else
            Follow(line);
    }

    private void Follow(LedgerLine line)
    {
        if (line.Rank < rank)
            Problem("It stands in the wrong place: accounts come first, then holds, ends and entries.");
        rank = line.Rank;
        switch (line)
        {
            case { Account: { } account }:
                Follow(LedgerTable.Accounts, account.Number, account.Bytes(), account.Hash);
                break;
            case { Hold: { } hold }:
                Follow(LedgerTable.Holds, hold.Number, hold.Bytes(), hold.Hash);
                break;
            case { End: { } end }:
                Follow(LedgerTable.Ends, end.Number, end.Bytes(), end.Hash);
                break;
            case { Entry: { } entry }:
                if (!entry.PrevHash.AsSpan().SequenceEqual(ends[LedgerTable.Entries].Hash))
                    Problem("It does not follow the entry before it.");
                Follow(LedgerTable.Entries, entry.Seq, entry.Bytes(), entry.Hash);
                break;
            case { Lines: { } lines }:
                isOver = true;
                if (lines != number - 1)
                    Problem(string.Create(CultureInfo.InvariantCulture, $"It says that {lines} lines are before it, but {number - 1} are: lines were removed or put in."));
                break;
        }
    }

    private void Follow(LedgerTable table, long row, LedgerBytes bytes, byte[] hash)
    {
        var (last, before) = ends[table];
        if (row != last + 1)
            Problem(string.Create(CultureInfo.InvariantCulture, $"{table.Row} {last + 1} is expected here, but {row} is found."));
        else if (!bytes.HashBehind(before).AsSpan().SequenceEqual(hash))
            Problem(string.Create(CultureInfo.InvariantCulture, $"{table.Row} {row} is not what was exported: its hash does not fit."));
        ends[table] = (row, hash);
    }

    private void Problem(string sentence) => problems.Add(string.Create(CultureInfo.InvariantCulture, $"Line {number}: {sentence}"));
}
