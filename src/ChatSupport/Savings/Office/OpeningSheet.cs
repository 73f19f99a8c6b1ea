using System.Globalization;
using ChatSupport.Dialogs.Khmer;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Groups;
using ChatSupport.Staff.Sheets;

namespace ChatSupport.Savings.Office;

/// <summary>Reads what paper books say from a spreadsheet or CSV: a row for each book with group, number, riel and dollars. Everything that is wrong is found at once.</summary>
internal sealed class OpeningSheet
{
    /// <summary>The largest file that is looked at, in bytes.</summary>
    public const int MostBytes = 2 * 1024 * 1024;

    /// <summary>The most books in one file.</summary>
    public const int MostRows = 2_000;

    /// <summary>What stands in the top row, in any order.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["group", "book", "riel", "dollars"];

    private readonly Func<string, SavingsGroup?> groupOf;
    private readonly Func<string, string, SavingsMember?> memberOf;
    private readonly Func<string, Currency, bool> hasOpening;
    private readonly Func<string, Currency, bool> isClosed;
    private readonly Func<Money, LedgerRefusal?> wrong;
    private readonly List<OpeningProblem> problems = [];
    private readonly List<OpeningRow> rows = [];

    private OpeningSheet(OfficePen pen)
    {
        var groups = pen.Groups().Where(group => group.RetiredAt is null).ToLookup(group => StrictKey.Of(group.Name), StringComparer.OrdinalIgnoreCase);
        groupOf = name => groups[StrictKey.Of(name)].ToList() is [var one] ? one : null;
        memberOf = pen.Member;
        hasOpening = (member, currency) => Openings.IsEntered(pen, member, currency);
        isClosed = (member, currency) => Openings.IsClosed(pen, member, currency);
        wrong = money => Entries.Posting.WrongAmount(pen.Ledger, money, inNotes: false, centsAreMeant: true);
    }

    /// <summary>Reads and checks a file. Whatever it holds, the answer is rows or problems, never an exception.</summary>
    public static OpeningPlan Read(byte[] bytes, OfficePen pen)
    {
        if (bytes.Length > MostBytes)
            return OpeningPlan.Refuse(OpeningProblem.TooLarge);
        var isXlsx = bytes is [(byte)'P', (byte)'K', ..] or [0xD0, 0xCF, 0x11, 0xE0, ..];
        if ((isXlsx ? FromXlsx(bytes) : CsvRows.Read(bytes, MostRows + 2)) is not { } read)
            return OpeningPlan.Refuse(OpeningProblem.Unreadable);
        if (read.Count > MostRows + 1)
            return OpeningPlan.Refuse(OpeningProblem.TooLarge);
        if (read.Count < 2)
            return OpeningPlan.Refuse(OpeningProblem.Empty);
        var sheet = new OpeningSheet(pen);
        if (sheet.Places(read[0].Cells) is { } places)
        {
            foreach (var (row, cells) in read.Skip(1))
                sheet.Take(row, [.. places.Select(at => at < cells.Count ? cells[at].Trim() : "")]);
        }
        return sheet.problems.Count > 0 ? new OpeningPlan([.. sheet.problems.OrderBy(problem => problem.Row)], []) : new OpeningPlan([], sheet.rows);
    }

    private static List<(int Row, IReadOnlyList<string> Cells)>? FromXlsx(byte[] bytes)
    {
        if (XlsxBook.Read(bytes, "books", MostRows + 2, out _) is not { } read)
            return null;
        return [.. read.Select(row => (row.Row, (IReadOnlyList<string>)[.. Enumerable.Range(0, row.Cells.Count == 0 ? 0 : row.Cells.Keys.Max() + 1).Select(at => Text(row.Cells.GetValueOrDefault(at)))]))];
    }

    /// <summary>A number stands as the file writes it; anything else that is no text must not be taken for nothing.</summary>
    private static string Text(XlsxCell cell) => cell.Number is { } number ? Plain(number) : cell.Odd is null ? cell.Text ?? "" : "?";

    private static string Plain(string number) => double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < 1e13
        ? Math.Round(value, 6).ToString("0.######", CultureInfo.InvariantCulture) // a spreadsheet writes 0.3 as 0.30000000000000004
        : number;

    private List<int>? Places(IReadOnlyList<string> top)
    {
        var names = top.Select(name => name.Trim().ToLowerInvariant()).ToList();
        var places = new List<int>();
        foreach (var column in Columns)
        {
            var found = names.Select((name, at) => (name, at)).Where(one => one.name == column).Select(one => one.at).ToList();
            if (found.Count == 1)
                places.Add(found[0]);
            else
                problems.Add(new OpeningProblem(1, column, "", found.Count == 0 ? OpeningProblem.NoColumn : OpeningProblem.ColumnTwice));
        }
        return places.Count == Columns.Count ? places : null;
    }

    private void Take(int row, string[] cells)
    {
        var before = problems.Count;
        var (group, member) = (groupOf(cells[0]), (SavingsMember?)null);
        if (group is null)
            problems.Add(new OpeningProblem(row, Columns[0], Shown(cells[0]), OpeningProblem.NoGroup));
        else if ((member = memberOf(group.Id, cells[1])) is null)
            problems.Add(new OpeningProblem(row, Columns[1], Shown(cells[1]), OpeningProblem.NoBook));
        else if (member.LeftAt is not null)
            problems.Add(new OpeningProblem(row, Columns[1], Shown(cells[1]), OfficeRefusal.HasLeft));
        else if (rows.Exists(other => other.Member == member.Id))
            problems.Add(new OpeningProblem(row, Columns[1], Shown(cells[1]), OpeningProblem.BookTwice));
        var amounts = new[] { Amount(row, Columns[2], cells[2], Currency.Khr, member), Amount(row, Columns[3], cells[3], Currency.Usd, member) };
        if (problems.Count == before && amounts.All(amount => amount == 0))
            problems.Add(new OpeningProblem(row, "", "", OpeningProblem.Nothing));
        if (member is not null)
            rows.Add(new OpeningRow(row, member.Id, group!.Name, member.Book, amounts[0], amounts[1]));
    }

    private long Amount(int row, string column, string text, Currency currency, SavingsMember? member)
    {
        if (text.Length == 0)
            return 0;
        var (minor, refusal) = OfficeText.InBook(text, currency);
        if (minor is not { } amount)
            problems.Add(new OpeningProblem(row, column, Shown(text), refusal!));
        else if (amount == 0)
            return 0;
        else if (wrong(new Money(amount, currency)) is { } why)
            problems.Add(new OpeningProblem(row, column, Shown(text), OfficeRefusal.Of(why)));
        else if (member is not null && isClosed(member.Id, currency))
            problems.Add(new OpeningProblem(row, column, Shown(text), OfficeRefusal.Of(LedgerRefusal.AccountIsClosed)));
        else if (member is not null && hasOpening(member.Id, currency))
            problems.Add(new OpeningProblem(row, column, Shown(text), OfficeRefusal.OpeningIsThere));
        return minor ?? 0;
    }

    private static string Shown(string cell) => Clusters.Cut(cell, 40);
}

/// <summary>Something that stands against a sheet.</summary>
/// <param name="Row">The row in the file; 0 for the whole file.</param>
/// <param name="Column">The column by its name; empty for the whole row.</param>
/// <param name="Cell">What stands there.</param>
/// <param name="Found">What is wrong with it and what to do, in English; translated where it is shown.</param>
internal sealed record OpeningProblem(int Row, string Column, string Cell, string Found)
{
    public const string Unreadable = "It cannot be read. Save it as .xlsx without a password, or as CSV in UTF-8.";
    public const string TooLarge = "It is larger than 2 MB or 2,000 rows. Bring fewer books at a time.";
    public const string Empty = "There is no book in it: a top row with the names of the columns, then a row for each book.";
    public const string NoColumn = "This column is missing in the top row.";
    public const string ColumnTwice = "This column stands twice.";
    public const string NoGroup = "No group, or more than one, is called so.";
    public const string NoBook = "Nobody of this group has this book. Add her first.";
    public const string BookTwice = "This book stands above already.";
    public const string Nothing = "The book has nothing. Leave this row out.";

    public OpeningProblem(string found) : this(0, "", "", found)
    {
    }
}

/// <summary>A book of a sheet.</summary>
/// <param name="Row">The row in the file.</param>
/// <param name="Member">Opaque id.</param>
/// <param name="Group">What her group is called.</param>
/// <param name="Book">The number of the book.</param>
/// <param name="Riel">What it says.</param>
/// <param name="Cents">What it says in dollars.</param>
internal sealed record OpeningRow(int Row, string Member, string Group, string Book, long Riel, long Cents);

/// <summary>What a sheet would bring: problems, and nothing is kept before all are mended; else rows.</summary>
internal sealed record OpeningPlan(IReadOnlyList<OpeningProblem> Problems, IReadOnlyList<OpeningRow> Rows)
{
    public Money Riel => Money.Riel(Rows.Sum(row => row.Riel));

    public Money Dollars => Money.Cents(Rows.Sum(row => row.Cents));

    public static OpeningPlan Refuse(string found) => new([new OpeningProblem(found)], []);

    /// <summary>Whether another plan brings exactly the same.</summary>
    public bool IsSame(OpeningPlan other) => Problems.Count == 0 && other.Problems.Count == 0 && Rows.SequenceEqual(other.Rows);
}
