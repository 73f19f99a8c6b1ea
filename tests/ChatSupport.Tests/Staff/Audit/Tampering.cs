using System.Globalization;
using CsCheck;

namespace ChatSupport.Tests.Staff.Audit;

/// <summary>One thing that somebody with the database, but without the keys, does to the log.</summary>
/// <param name="Name">For whom reads a failure.</param>
/// <param name="Sql">How.</param>
/// <param name="At">The entry that must be named; what was there before or after it may be named as well.</param>
internal sealed record Tampering(string Name, string Sql, long At)
{
    private const string Row = "number, at, who, act, subject, detail, mac";

    private static readonly string[] changes =
    [
        "at = at + 1", "at = at - 86400000", "at = at + 0.5", "at = CAST(at AS TEXT) || ' x'",
        "who = who || 'x'", "who = 'system2'", "who = who || char(0) || 'x'", "who = CAST(who AS BLOB)",
        "act = 'x' || act", "act = upper(act)", "act = ''",
        "subject = subject || ' '", "subject = 'other'", "detail = detail || '.'", "detail = 'other'", "detail = CAST(detail AS BLOB)",
        "subject = subject || 'd', detail = substr(detail, 2)", "who = act, act = who",
        "mac = zeroblob(32)", "mac = randomblob(32)", "mac = substr(mac, 1, 31)", "mac = mac || x'00'", "mac = x''", "mac = CAST(hex(mac) AS TEXT)",
        "detail = 'other', mac = randomblob(32)", "detail = 'other', mac = zeroblob(32)",
    ];

    /// <summary>Any single one, of a log of that many entries.</summary>
    public static Gen<Tampering> Of(int entries) => Gen.OneOf(
        Gen.Select(Gen.Int[1, entries], Gen.OneOf(changes), Change),
        Gen.Int[1, entries].Select(Remove),
        Gen.Int[1, entries].Select(RemoveAndCloseUp),
        Gen.Select(Gen.Int[1, entries + 1], Gen.Int[1, entries], Insert),
        Gen.Select(Gen.Int[1, entries + 1], Gen.Int[1, entries], (at, like) => InsertBeyond(entries, at % 5, like)),
        Gen.Select(Gen.Int[1, entries], Gen.Int[-2, 30], (at, by) => Renumber(entries, at, by)),
        Gen.Select(Gen.Int[1, entries], Gen.Int[1, entries]).Where(two => two.Item1 != two.Item2 || entries == 1).Select(two => Swap(two.Item1, two.Item2)));

    private static Tampering Change(int at, string change) => new($"change {at}", Sayf($"UPDATE audit_entries SET {change} WHERE number = {at}"), at);

    private static Tampering Remove(int at) => new($"remove {at}", Sayf($"DELETE FROM audit_entries WHERE number = {at}"), at);

    private static Tampering RemoveAndCloseUp(int at) => new($"remove {at} and close up",
        Sayf($"DELETE FROM audit_entries WHERE number = {at}; UPDATE audit_entries SET number = -number WHERE number > {at}; UPDATE audit_entries SET number = -number - 1 WHERE number < 0"), at);

    private static Tampering Insert(int at, int like) => new($"put a copy of {like} in at {at}",
        Sayf($"CREATE TEMP TABLE one AS SELECT {Row} FROM audit_entries WHERE number = {like}; UPDATE audit_entries SET number = -number WHERE number >= {at}; ")
        + Sayf($"UPDATE audit_entries SET number = 1 - number WHERE number < 0; INSERT INTO audit_entries SELECT {at}, at, who, act, subject, detail, mac FROM one"), at == like ? at + 1 : at); // of two that are the same, the second is one too many

    private static Tampering InsertBeyond(int entries, int past, int like) => new($"put a copy of {like} behind the end",
        Sayf($"INSERT INTO audit_entries SELECT {entries + 1 + past}, at, who, act, subject, detail, mac FROM audit_entries WHERE number = {like}"), entries + 1 + past);

    private static Tampering Renumber(int entries, int at, int by)
    {
        var to = by <= 0 ? by : entries + by;
        return new($"renumber {at} to {to}", Sayf($"UPDATE audit_entries SET number = {to} WHERE number = {at}"), at == entries && by == 1 ? to : at);
    }

    private static Tampering Swap(int one, int other) => one == other
        ? Remove(one)
        : new($"swap {one} and {other}",
            Sayf($"UPDATE audit_entries SET number = -100 WHERE number = {one}; UPDATE audit_entries SET number = {one} WHERE number = {other}; UPDATE audit_entries SET number = {other} WHERE number = -100"), one);

    private static string Sayf(FormattableString sql) => sql.ToString(CultureInfo.InvariantCulture);
}
