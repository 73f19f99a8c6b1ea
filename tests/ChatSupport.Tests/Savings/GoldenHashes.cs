using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Holds;

namespace ChatSupport.Tests.Savings;

/// <summary>The bytes that are hashed are fixed for ever: an export of today is compared with a ledger of years later. Nothing in the compiler keeps a field from being moved.</summary>
public sealed class GoldenHashes
{
    private static readonly DateTimeOffset moment = DateTimeOffset.FromUnixTimeMilliseconds(1_795_500_000_123);
    private static readonly byte[] before = [.. Enumerable.Range(0, 32).Select(n => (byte)n)];

    [Fact]
    public void Of_an_entry() => Assert.Equal("cd749ddc9fa07a5aa2067929e06444ec5dc8bdd1384936dd5212f239b139d68b", Hex(new LedgerEntry
    {
        Seq = 12,
        Id = "wish-1",
        Request = [.. Enumerable.Repeat((byte)7, 32)],
        Kind = EntryKind.Deposit,
        Dr = 3,
        Cr = 4,
        Amount = 12_500,
        OccurredOn = new DateOnly(2026, 11, 24),
        RecordedAt = moment,
        Reason = "",
        Maker = "leader",
        Confirmer = null,
        Reverses = null,
        Hold = null,
        Link = "sheet-1",
        DrBalance = 1,
        CrBalance = 2,
        PrevHash = before,
        Hash = [],
        Seal = [],
    }.Bytes()));

    [Fact]
    public void Of_a_reversal_with_everything() => Assert.Equal("b2947c1e380b8d748145bc2addac11886a788da230f73f40f00a6eff1829ed27", Hex(new LedgerEntry
    {
        Seq = long.MaxValue,
        Id = "",
        Request = [],
        Kind = EntryKind.Reversal,
        Dr = 1,
        Cr = 2,
        Amount = 1,
        OccurredOn = new DateOnly(2027, 1, 1),
        RecordedAt = DateTimeOffset.UnixEpoch,
        Reason = "ខុស",
        Maker = "a",
        Confirmer = "",
        Reverses = 5,
        Hold = 6,
        Link = null,
        DrBalance = 0,
        CrBalance = 0,
        PrevHash = [],
        Hash = [1],
        Seal = [2],
    }.Bytes()));

    [Fact]
    public void Of_an_account() => Assert.Equal("cb2bae2cbd93c7dbb8117c21b2b6cdd083fc9eb44c7c419c2a89faa4b801ecb1", Hex(new LedgerAccount
    {
        Number = 1,
        Kind = AccountKind.MemberSavings,
        Owner = "m1",
        Pocket = Pocket.Private,
        Currency = Currency.Usd,
        By = "officer",
        OpenedAt = moment,
        Hash = [],
        Seal = [],
    }.Bytes()));

    [Fact]
    public void Of_a_hold() => Assert.Equal("0e92942e1cf494664431a7c51d1c64d74ac925b0e9daba830f8e5b8083735ba8", Hex(new LedgerHold
    {
        Number = 1,
        Id = "hold-1",
        Request = before,
        Account = 1,
        Amount = 500,
        Behind = 12,
        Maker = "leader",
        PlacedAt = moment,
        ExpiresAt = moment.AddDays(7),
        Hash = [],
        Seal = [],
    }.Bytes()));

    [Fact]
    public void Of_an_end() => Assert.Equal("2ae1e54470bc9ff5849c0772519b142c03a19c0b0ed90f8af0ec8d9dc0a7e827", Hex(new LedgerEnd { Number = 1, What = EndOf.Hold, Target = 1, Behind = 12, Reason = "", By = "leader", At = moment, Hash = [], Seal = [] }.Bytes()));

    [Fact]
    public void Of_what_is_asked_for()
    {
        var wish = new EntryWish("id", EntryKind.Deposit, 1, 2, Money.Riel(100), "a") { CentsAreMeant = true };

        Assert.Equal("5ef9f0627b3efbc8032ef118228189c657d79e64674fc497ccc1e397f28ccef7", Convert.ToHexStringLower(wish.Request()));
        Assert.Equal(wish.Request(), (wish with { Id = "other", CentsAreMeant = false }).Request());
        Assert.Equal("502dd8620bf724c22d11ea1b88883eadd96a3b8a4c7f3ca6c9f07a91bb6d87cd", Convert.ToHexStringLower(new ReversalWish("id", 1, "a", "b").Request()));
        Assert.Equal("c8b6e84cf70fc4c9051bea14c8510bcf4aa181f988d3b82d66442fab5a899d81", Convert.ToHexStringLower(new HoldWish("id", 1, Money.Cents(100), "a").Request()));
        Assert.Equal("74a24fb4a506d920fdcc875d342a773df459bac272a21d8f822287206ef832f5", Convert.ToHexStringLower(new PayOutWish("id", 1, 2, "a", "b").Request()));
    }

    [Fact]
    public void No_two_rows_give_the_same_bytes()
    {
        Assert.NotEqual(Hex(new LedgerBytes("x").Text("a").Text("bc")), Hex(new LedgerBytes("x").Text("ab").Text("c")));
        Assert.NotEqual(Hex(new LedgerBytes("x").Text(null)), Hex(new LedgerBytes("x").Text("")));
        Assert.NotEqual(Hex(new LedgerBytes("x").Number(null).Number(1)), Hex(new LedgerBytes("x").Number(1).Number(null)));
        Assert.NotEqual(Hex(new LedgerBytes("x").Text("a")), Hex(new LedgerBytes("x").Bytes("a"u8.ToArray())));
    }

    private static string Hex(LedgerBytes bytes) => Convert.ToHexStringLower(bytes.HashBehind(before));
}
