using CsCheck;

namespace ChatSupport.Tests.Savings;

/// <summary>Something that somebody does to the ledger. Accounts, entries and holds are named by their place in the list of those there are.</summary>
internal abstract record LedgerCommand
{
    private static readonly Gen<int> account = Gen.Int[0, RandomWorld.AccountCount - 1];
    private static readonly Gen<string> person = Gen.OneOf("leader", "leader", "approver", "officer", "other");
    private static readonly Gen<long> amount = Gen.Frequency((12, Gen.Long[1, 80].Select(n => n * 100)), (1, Gen.Long[-200, 200]), (1, Gen.OneOf(0L, 50L, 12_350L, 5_001L)));

    // Mostly what makes sense, so that money really moves; the rest is anything at all.
    private static readonly Gen<LedgerCommand> sensible = Gen.Frequency(
        (6, Gen.Select(Gen.OneOf(RandomWorld.RielFloats), Gen.OneOf(RandomWorld.RielSavings), amount, (dr, cr, n) => (LedgerCommand)new Post("Deposit", dr, cr, n, false, "leader", null, ""))),
        (2, Gen.Select(amount, n => (LedgerCommand)new Post("Deposit", RandomWorld.DollarFloat, RandomWorld.DollarSavings, n, true, "leader", null, ""))),
        (2, Gen.Select(Gen.OneOf(RandomWorld.RielFloats), amount, (from, n) => (LedgerCommand)new Post("Handover", RandomWorld.Safe, from, n, false, "leader", "approver", ""))),
        (1, Gen.Select(Gen.OneOf(RandomWorld.RielSavings), amount, (to, n) => (LedgerCommand)new Post("Opening", RandomWorld.Opening, to, n, false, "leader", "approver", ""))),
        (1, Gen.Select(Gen.OneOf(RandomWorld.RielSavings), Gen.OneOf(RandomWorld.RielSavings), amount, (dr, cr, n) => (LedgerCommand)new Post("Pocket", dr, cr, n, false, "leader", null, ""))),
        (1, Gen.Select(Gen.OneOf(RandomWorld.RielFloats), amount, (from, n) => (LedgerCommand)new Post("Shortage", RandomWorld.Over, from, n, false, "officer", null, "counted"))),
        (1, Gen.Select(Gen.OneOf(RandomWorld.RielFloats), amount, (to, n) => (LedgerCommand)new Post("Surplus", to, RandomWorld.Over, n, false, "officer", null, "counted"))));

    private static readonly Gen<LedgerCommand> anything = Gen.Select(Gen.OneOf("Deposit", "Handover", "Opening", "Pocket", "Shortage", "Surplus"), account, account, amount, Gen.Bool,
        Gen.Select(person, Gen.OneOf<string?>(null, "approver", "officer"), Gen.OneOf("", "counted")),
        (kind, dr, cr, n, dollars, who) => (LedgerCommand)new Post(kind, dr, cr, n, dollars, who.Item1, who.Item2, who.Item3));

    /// <summary>Any one.</summary>
    public static Gen<LedgerCommand> Any { get; } = Gen.Frequency(
        (30, sensible),
        (8, anything),
        (8, Gen.Select(Gen.Int[0, 30], Gen.OneOf("officer", "officer", "leader"), Gen.OneOf("wrong-amount", "wrong-member", ""), (back, by, why) => (LedgerCommand)new Reverse(back, by, why))),
        (8, Gen.Select(Gen.Frequency((8, Gen.OneOf(RandomWorld.RielSavings)), (1, account)), amount, Gen.OneOf(false, false, false, true), person, (at, n, dollars, who) => (LedgerCommand)new Place(at, n, dollars, who))),
        (8, Gen.Select(Gen.Int[0, 4], Gen.Frequency((8, Gen.OneOf(RandomWorld.RielFloats)), (1, account)), person, person, (back, from, who, by) => (LedgerCommand)new PayOut(back, from, who, by))),
        (3, Gen.Int[0, 4].Select(back => (LedgerCommand)new Release(back))),
        (4, Gen.Long[1, 400].Select(minutes => (LedgerCommand)new Wait(minutes))),
        (1, account.Select(at => (LedgerCommand)new Close(at))),
        (8, Gen.Int[1, 20].Select(back => (LedgerCommand)new Again(back))),
        (4, Gen.Select(Gen.Int[1, 20], sensible, (back, what) => (LedgerCommand)new OldId(back, what))));

    internal sealed record Post(string Kind, int Dr, int Cr, long Amount, bool IsDollars, string Maker, string? Confirmer, string Reason) : LedgerCommand;

    /// <param name="Back">How many entries back.</param>
    /// <param name="By">Who.</param>
    /// <param name="Reason">Why.</param>
    internal sealed record Reverse(int Back, string By, string Reason) : LedgerCommand;

    internal sealed record Place(int Account, long Amount, bool IsDollars, string Maker) : LedgerCommand;

    /// <param name="Back">How many holds back.</param>
    /// <param name="From">Which cash.</param>
    /// <param name="Maker">Who gives it.</param>
    /// <param name="Confirmer">Who approves.</param>
    internal sealed record PayOut(int Back, int From, string Maker, string Confirmer) : LedgerCommand;

    internal sealed record Release(int Back) : LedgerCommand;

    internal sealed record Wait(long Minutes) : LedgerCommand;

    internal sealed record Close(int Account) : LedgerCommand;

    /// <summary>The same wish once more, word for word.</summary>
    /// <param name="Back">How many wishes back.</param>
    internal sealed record Again(int Back) : LedgerCommand;

    /// <summary>Another wish with the id of an earlier one.</summary>
    /// <param name="Back">How many wishes back.</param>
    /// <param name="What">The other wish.</param>
    internal sealed record OldId(int Back, LedgerCommand What) : LedgerCommand;
}
