using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;
using Microsoft.Data.Sqlite;

namespace ChatSupport.Tests.Savings;

/// <summary>Whoever has a tool for the database, but leaves its triggers, changes nothing that is entered and enters nothing that must not be.</summary>
public sealed class WhatTheDatabaseRefuses
{
    // A sound next entry: 100 riel from the float into savings, as somebody would write it by hand. Each case changes one thing.
    private const string Columns = "seq, id, request, kind, dr, cr, amount, occurred_on, recorded_at, reason, maker, confirmer, reverses, hold, link, dr_balance, cr_balance, prev_hash, hash, seal";

    private static readonly Dictionary<string, string> sound = new(StringComparer.Ordinal)
    {
        ["seq"] = "(SELECT max(seq) + 1 FROM savings_entries)",
        ["id"] = "'by-hand'",
        ["request"] = "zeroblob(32)",
        ["kind"] = "'Deposit'",
        ["dr"] = "$cash",
        ["cr"] = "$savings",
        ["amount"] = "100",
        ["occurred_on"] = "'2026-11-24'",
        ["recorded_at"] = "$now",
        ["reason"] = "''",
        ["maker"] = "'x'",
        ["confirmer"] = "NULL",
        ["reverses"] = "NULL",
        ["hold"] = "NULL",
        ["link"] = "NULL",
        ["dr_balance"] = "$balance + 100",
        ["cr_balance"] = "$balance + 100",
        ["prev_hash"] = "(SELECT hash FROM savings_entries ORDER BY seq DESC LIMIT 1)",
        ["hash"] = "zeroblob(32)",
        ["seal"] = "zeroblob(32)",
    };

    [Theory]
    [InlineData("UPDATE savings_entries SET amount = amount + 1")]
    [InlineData("UPDATE savings_entries SET maker = 'x' WHERE seq = 1")]
    [InlineData("UPDATE OR REPLACE savings_entries SET seq = 2 WHERE seq = 1")]
    [InlineData("DELETE FROM savings_entries")]
    [InlineData("DELETE FROM savings_entries WHERE seq = (SELECT max(seq) FROM savings_entries)")]
    [InlineData("INSERT OR REPLACE INTO savings_entries SELECT * FROM savings_entries WHERE seq = 1")]
    [InlineData("REPLACE INTO savings_entries SELECT * FROM savings_entries WHERE seq = 1")]
    [InlineData("INSERT INTO savings_entries SELECT * FROM savings_entries WHERE seq = 1 ON CONFLICT DO UPDATE SET amount = 9")]
    [InlineData("UPDATE savings_accounts SET owner = 'me' WHERE number = 1")]
    [InlineData("DELETE FROM savings_accounts WHERE number = 1")]
    [InlineData("INSERT OR REPLACE INTO savings_accounts SELECT * FROM savings_accounts WHERE number = 1")]
    [InlineData("INSERT OR REPLACE INTO savings_accounts SELECT (SELECT max(number) + 1 FROM savings_accounts), kind, owner, pocket, currency, opened_by, opened_at, hash, seal, guarded, side FROM savings_accounts WHERE number = 1")]
    [InlineData("UPDATE savings_holds SET expires_at = 0")]
    [InlineData("DELETE FROM savings_holds")]
    [InlineData("INSERT OR REPLACE INTO savings_holds SELECT (SELECT max(number) + 1 FROM savings_holds), id, request, account, amount, behind, maker, placed_at, expires_at, hash, seal FROM savings_holds WHERE number = 1")]
    [InlineData("UPDATE savings_ends SET reason = 'x'")]
    [InlineData("DELETE FROM savings_ends")]
    [InlineData("INSERT OR REPLACE INTO savings_ends SELECT (SELECT max(number) + 1 FROM savings_ends), what, target, behind, reason, ended_by, at, hash, seal FROM savings_ends WHERE number = 1")]
    [InlineData("INSERT INTO savings_accounts (number, kind, owner, pocket, currency, opened_by, opened_at, hash, seal, side, guarded) VALUES ((SELECT max(number) + 1 FROM savings_accounts), 'NgoSafe', '', 'None', 'KHR', 'x', 0, zeroblob(32), zeroblob(32), 1, 0)")]
    public async Task Nothing_that_stands_is_changed_or_removed(string sql)
    {
        await using var host = new SavingsHost();
        await Fill(host);

        var refused = Assert.Throws<SqliteException>(() => host.Raw($"PRAGMA recursive_triggers=OFF; {sql}"));

        Assert.Equal(19, refused.SqliteErrorCode); // a constraint
        Assert.Empty(host.Verify());
    }

    [Theory]
    [InlineData("seq", "99")]
    [InlineData("seq", "1")]
    [InlineData("id", "(SELECT id FROM savings_entries WHERE seq = 1)")]
    [InlineData("prev_hash", "zeroblob(32)")]
    [InlineData("cr", "$cash")]
    [InlineData("cr", "$dollars")]
    [InlineData("cr", "$closed")]
    [InlineData("cr", "99")]
    [InlineData("amount", "0")]
    [InlineData("amount", "-100")]
    [InlineData("amount", "99.5")]
    [InlineData("amount", "x'313030'")]
    [InlineData("amount", "1000000000001")]
    [InlineData("kind", "'Gift'")]
    [InlineData("kind", "'Withdrawal'")]
    [InlineData("kind", "'Reversal'")]
    [InlineData("kind", "'Handover'")] // nobody confirmed
    [InlineData("maker", "''")]
    [InlineData("confirmer", "'x'")]
    [InlineData("reverses", "1")]
    [InlineData("hold", "1")]
    [InlineData("dr_balance", "$balance + 101")]
    [InlineData("cr_balance", "$balance + 99")]
    [InlineData("occurred_on", "'24 November'")]
    [InlineData("hash", "x'00'")]
    public async Task Nothing_is_entered_that_breaks_a_rule(string column, string value)
    {
        await using var host = new SavingsHost();
        var filled = await Fill(host);

        Assert.Equal(19, Assert.Throws<SqliteException>(() => Enter(host, filled, (column, value))).SqliteErrorCode);
        Assert.Equal(19, Assert.Throws<SqliteException>(() => Enter(host, filled, "INSERT OR REPLACE", (column, value))).SqliteErrorCode);
        Assert.Empty(host.Verify());
    }

    [Fact]
    public async Task No_balance_goes_below_zero_or_below_what_is_kept_back()
    {
        await using var host = new SavingsHost();
        var filled = await Fill(host);

        foreach (var amount in (long[])[filled.Balance, filled.Balance - 900, filled.Balance + 100]) // 1,000 of it is kept back
        {
            (string, string)[] entry = [("kind", "'Pocket'"), ("dr", "$savings"), ("cr", "$hidden"), ("amount", $"{amount}"), ("dr_balance", $"{filled.Balance - amount}"), ("cr_balance", $"{amount}")];
            Assert.Contains("below", Assert.Throws<SqliteException>(() => Enter(host, filled, entry)).Message, StringComparison.Ordinal);
        }
        foreach (var (kind, dr, cr) in (ReadOnlySpan<(string, string, string)>)[("Handover", "$other", "$cash"), ("Shortage", "$over", "$cash")])
        {
            var amount = filled.Balance + 100;
            (string, string)[] entry = [("kind", $"'{kind}'"), ("dr", dr), ("cr", cr), ("amount", $"{amount}"), ("dr_balance", $"{amount}"), ("cr_balance", "-100"), ("confirmer", "'y'"), ("reason", "'x'")];
            Assert.Contains("below", Assert.Throws<SqliteException>(() => Enter(host, filled, entry)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_sound_entry_by_hand_is_let_in_and_found_by_verifying()
    {
        await using var host = new SavingsHost();
        var filled = await Fill(host);

        Enter(host, filled);

        Assert.Contains(host.Verify(), finding => finding.ToString().StartsWith($"Entry {filled.Last + 1} is not what was written", StringComparison.Ordinal));
    }

    private static void Enter(SavingsHost host, Filled filled, params (string Column, string Value)[] changes) => Enter(host, filled, "INSERT", changes);

    private static void Enter(SavingsHost host, Filled filled, string verb, params (string Column, string Value)[] changes)
    {
        var values = new Dictionary<string, string>(sound, StringComparer.Ordinal);
        foreach (var (column, value) in changes)
            values[column] = value;
        host.Raw($"{verb} INTO savings_entries ({Columns}) VALUES ({string.Join(", ", Columns.Split(", ").Select(column => values[column]))})",
            ("$cash", filled.Cash), ("$savings", filled.Savings), ("$hidden", filled.Hidden), ("$dollars", filled.Dollars), ("$closed", filled.Closed), ("$other", filled.Other), ("$over", filled.Over),
            ("$balance", filled.Balance), ("$now", host.Time.GetUtcNow().ToUnixTimeMilliseconds()));
    }

    private static async Task<Filled> Fill(SavingsHost host)
    {
        await host.Employ();
        var member = (await host.Group(2))[0];
        var (cash, other, savings, hidden) = (await host.Float(), await host.Float("other"), await host.Savings(member), await host.Savings(member, pocket: Pocket.Private));
        var (dollars, closed, over) = (await host.Savings(member, Currency.Usd), await host.Float("closed"), await host.Open(AccountKind.OverShort));
        await host.Ledger.Close(closed, "x", "", TestContext.Current.CancellationToken);
        await host.Must(host.Deposit(cash, savings, 5_000));
        var hold = await host.Hold(savings, 2_000);
        await host.Ledger.PayOut(new PayOutWish(host.Id(), hold.Number, cash, "payer", "approver"), TestContext.Current.CancellationToken);
        var released = await host.Hold(savings, 500);
        await host.Ledger.Release(released.Number, "x", "", TestContext.Current.CancellationToken);
        await host.Hold(savings, 1_000);
        return new Filled(cash, other, savings, hidden, dollars, closed, over, 3_000, 2);
    }

    private sealed record Filled(long Cash, long Other, long Savings, long Hidden, long Dollars, long Closed, long Over, long Balance, long Last);
}
