using System.Data.Common;
using System.Globalization;
using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Holds;

namespace ChatSupport.Savings.Entries;

/// <summary>Reads and writes rows of the ledger's tables. Reading is strict: a word that merely looks like the right one is not taken for it.</summary>
internal static class LedgerRows
{
    public const string AccountColumns = "number, kind, owner, pocket, currency, opened_by, opened_at, hash, seal";
    public const string EntryColumns = "seq, id, request, kind, dr, cr, amount, occurred_on, recorded_at, reason, maker, confirmer, reverses, hold, link, dr_balance, cr_balance, prev_hash, hash, seal";
    public const string HoldColumns = "number, id, request, account, amount, behind, maker, placed_at, expires_at, hash, seal";
    public const string EndColumns = "number, what, target, behind, reason, ended_by, at, hash, seal";

    public const string AddAccount = $"INSERT INTO savings_accounts ({AccountColumns}, side, guarded) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    public const string AddEntry = $"INSERT INTO savings_entries ({EntryColumns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)";
    public const string AddHold = $"INSERT INTO savings_holds ({HoldColumns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    public const string AddEnd = $"INSERT INTO savings_ends ({EndColumns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

    /// <exception cref="InvalidDataException">A value is none that this program writes.</exception>
    public static LedgerAccount Account(DbDataReader row) => new()
    {
        Number = row.GetInt64(0),
        Kind = Word<AccountKind>(row, 1),
        Owner = row.GetString(2),
        Pocket = Word<Pocket>(row, 3),
        Currency = CurrencyFacts.Find(row.GetString(4)) ?? throw new InvalidDataException($"'{row.GetString(4)}' is no currency."),
        By = row.GetString(5),
        OpenedAt = Moment(row, 6),
        Hash = (byte[])row.GetValue(7),
        Seal = (byte[])row.GetValue(8),
    };

    /// <inheritdoc cref="Account"/>
    public static LedgerEntry Entry(DbDataReader row) => new()
    {
        Seq = row.GetInt64(0),
        Id = row.GetString(1),
        Request = (byte[])row.GetValue(2),
        Kind = Word<EntryKind>(row, 3),
        Dr = row.GetInt64(4),
        Cr = row.GetInt64(5),
        Amount = row.GetInt64(6),
        OccurredOn = Day(row.GetString(7)),
        RecordedAt = Moment(row, 8),
        Reason = row.GetString(9),
        Maker = row.GetString(10),
        Confirmer = Text(row, 11),
        Reverses = Number(row, 12),
        Hold = Number(row, 13),
        Link = Text(row, 14),
        DrBalance = row.GetInt64(15),
        CrBalance = row.GetInt64(16),
        PrevHash = (byte[])row.GetValue(17),
        Hash = (byte[])row.GetValue(18),
        Seal = (byte[])row.GetValue(19),
    };

    /// <inheritdoc cref="Account"/>
    public static LedgerHold Hold(DbDataReader row) => new()
    {
        Number = row.GetInt64(0),
        Id = row.GetString(1),
        Request = (byte[])row.GetValue(2),
        Account = row.GetInt64(3),
        Amount = row.GetInt64(4),
        Behind = row.GetInt64(5),
        Maker = row.GetString(6),
        PlacedAt = Moment(row, 7),
        ExpiresAt = Moment(row, 8),
        Hash = (byte[])row.GetValue(9),
        Seal = (byte[])row.GetValue(10),
    };

    /// <inheritdoc cref="Account"/>
    public static LedgerEnd End(DbDataReader row) => new()
    {
        Number = row.GetInt64(0),
        What = Word<EndOf>(row, 1),
        Target = row.GetInt64(2),
        Behind = row.GetInt64(3),
        Reason = row.GetString(4),
        By = row.GetString(5),
        At = Moment(row, 6),
        Hash = (byte[])row.GetValue(7),
        Seal = (byte[])row.GetValue(8),
    };

    public static ReadOnlySpan<object?> Values(LedgerAccount one) => new object?[]
    {
        one.Number, one.Kind.ToString(), one.Owner, one.Pocket.ToString(), CurrencyFacts.Of(one.Currency).Code, one.By, one.OpenedAt.ToUnixTimeMilliseconds(), one.Hash, one.Seal,
        AccountKinds.SideOf(one.Kind), AccountKinds.IsGuarded(one.Kind) ? 1 : 0,
    };

    public static ReadOnlySpan<object?> Values(LedgerEntry one) => new object?[]
    {
        one.Seq, one.Id, one.Request, one.Kind.ToString(), one.Dr, one.Cr, one.Amount, LedgerEntry.DayText(one.OccurredOn), one.RecordedAt.ToUnixTimeMilliseconds(), one.Reason,
        one.Maker, one.Confirmer, one.Reverses, one.Hold, one.Link, one.DrBalance, one.CrBalance, one.PrevHash, one.Hash, one.Seal,
    };

    public static ReadOnlySpan<object?> Values(LedgerHold one) => new object?[]
    {
        one.Number, one.Id, one.Request, one.Account, one.Amount, one.Behind, one.Maker, one.PlacedAt.ToUnixTimeMilliseconds(), one.ExpiresAt.ToUnixTimeMilliseconds(), one.Hash, one.Seal,
    };

    public static ReadOnlySpan<object?> Values(LedgerEnd one) => new object?[]
    {
        one.Number, one.What.ToString(), one.Target, one.Behind, one.Reason, one.By, one.At.ToUnixTimeMilliseconds(), one.Hash, one.Seal,
    };

    /// <summary>A name of an enumeration, and nothing else that could be read as one.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static T Word<T>(string text) where T : struct, Enum =>
        Enum.TryParse<T>(text, out var value) && value.ToString() == text ? value : throw new InvalidDataException($"'{text}' is no {typeof(T).Name}.");

    /// <summary>A day as it is stored.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static DateOnly Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && LedgerEntry.DayText(day) == text
        ? day
        : throw new InvalidDataException($"'{text}' is no day.");

    /// <summary>A moment of so many milliseconds.</summary>
    /// <exception cref="InvalidDataException">There is no such moment.</exception>
    public static DateTimeOffset Moment(long millis) => millis >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() && millis <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
        ? DateTimeOffset.FromUnixTimeMilliseconds(millis)
        : throw new InvalidDataException($"{millis} is no moment.");

    private static DateTimeOffset Moment(DbDataReader row, int at) => Moment(row.GetInt64(at));

    private static T Word<T>(DbDataReader row, int at) where T : struct, Enum => Word<T>(row.GetString(at));

    private static string? Text(DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);

    private static long? Number(DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetInt64(at);
}
