using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Holds;
using ChatSupport.Staff.Accounts;
using ChatSupport.Storage;
using Microsoft.Extensions.Options;

namespace ChatSupport.Savings;

/// <summary>The door of the ledger: members' savings as double entry, which is added to, read, and never changed. Every call that writes may be made again with the same
/// id, also after a crash, and is entered once. What it answers is on disk.</summary>
internal sealed class Ledger(
    StoreWriter writer, StoreReaders readers, LedgerChain chain, LedgerHeads heads, AccountRows staff, IOptions<SavingsOptions> options, TimeProvider time)
{
    /// <summary>Makes an entry.</summary>
    /// <param name="wish">What is to be entered. A withdrawal is made by <see cref="PayOut"/> alone, a reversal by <see cref="Reverse"/>.</param>
    /// <param name="cancel">Gives up waiting for a place; once the write has one, it is seen through.</param>
    /// <exception cref="StoreUnavailableException">Nothing was written; the same may be asked again.</exception>
    public Task<EntryOutcome> Post(EntryWish wish, CancellationToken cancel) => Write(pen => Posting.Post(pen, wish), cancel);

    /// <summary>Takes an entry back by its opposite, once, for a reason.</summary>
    /// <inheritdoc cref="Post"/>
    public Task<EntryOutcome> Reverse(ReversalWish wish, CancellationToken cancel) => Write(pen => Posting.Reverse(pen, wish), cancel);

    /// <summary>Keeps money back for a withdrawal.</summary>
    /// <inheritdoc cref="Post"/>
    public Task<HoldOutcome> Place(HoldWish wish, CancellationToken cancel) => Write(pen => Holding.Place(pen, wish), cancel);

    /// <summary>Gives money that was kept back, whole.</summary>
    /// <inheritdoc cref="Post"/>
    public Task<EntryOutcome> PayOut(PayOutWish wish, CancellationToken cancel) => Write(pen => Posting.PayOut(pen, wish), cancel);

    /// <inheritdoc cref="Holding.Release"/>
    /// <exception cref="StoreUnavailableException">Nothing was written; the same may be asked again.</exception>
    public Task<LedgerRefusal?> Release(long hold, string by, string reason, CancellationToken cancel) => Write(pen => Holding.Release(pen, hold, by, reason), cancel);

    /// <inheritdoc cref="Opening.Open"/>
    /// <exception cref="StoreUnavailableException">Nothing was written; the same may be asked again.</exception>
    public Task<AccountOutcome> Open(AccountWish wish, CancellationToken cancel) => Write(pen => Opening.Open(pen, wish), cancel);

    /// <inheritdoc cref="Opening.Close"/>
    /// <exception cref="StoreUnavailableException">Nothing was written; the same may be asked again.</exception>
    public Task<CloseOutcome> Close(long account, string by, string reason, CancellationToken cancel) => Write(pen => Opening.Close(pen, account, by, reason), cancel);

    /// <summary>What an account holds now.</summary>
    /// <param name="account">Its number.</param>
    /// <returns>Null where there is no such account.</returns>
    /// <exception cref="StoreUnavailableException">The database cannot be read now.</exception>
    public Standing? Balance(long account) => Read(pen => pen.Standing(account));

    /// <summary>The lines of an account, newest first.</summary>
    /// <param name="account">Its number.</param>
    /// <param name="before">Goes on behind the page that ended with this position; null for the first page.</param>
    /// <param name="count">How many at most.</param>
    /// <exception cref="StoreUnavailableException">The database cannot be read now.</exception>
    public IReadOnlyList<StatementLine> Statement(long account, long? before, int count) => Read(pen => pen.Statement(account, before ?? long.MaxValue, count));

    /// <summary>Looks at the ledger as it is committed now. What is written by this is lost: the connection cannot.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be read now.</exception>
    public T Read<T>(Func<LedgerPen, T> look) => readers.Read(session => look(In(session)));

    /// <summary>Does several things in one transaction: all or none.</summary>
    /// <param name="act">Runs on the writer's thread, perhaps twice: the last time counts.</param>
    /// <param name="cancel">As <see cref="Post"/>.</param>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public Task<T> Write<T>(Func<LedgerPen, T> act, CancellationToken cancel) => writer.Write(session => act(In(session)), cancel);

    /// <summary>The ledger within a transaction of somebody else, such as that of a turn.</summary>
    public LedgerPen In(StoreSession session) =>
        new(session, chain, heads, staff, options.Value, DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds()));
}

/// <summary>What an account holds.</summary>
/// <param name="Balance">All of it.</param>
/// <param name="Held">What is kept back for withdrawals.</param>
internal sealed record Standing(Money Balance, Money Held)
{
    /// <summary>What can be asked for.</summary>
    public Money Available => Balance - Held;
}
