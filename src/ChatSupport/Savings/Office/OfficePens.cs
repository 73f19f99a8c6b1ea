using ChatSupport.Savings.Groups;
using ChatSupport.Staff.Audit;
using ChatSupport.Storage;
using ChatSupport.Storage.Encryption;

namespace ChatSupport.Savings.Office;

/// <summary>Gives out <see cref="OfficePen"/>: for a look, or for a write that is committed whole.</summary>
internal sealed class OfficePens(StoreWriter writer, StoreReaders readers, Ledger ledger, GroupRows groups, AuditTrail trail, FieldCipher cipher)
{
    /// <exception cref="StoreUnavailableException">The database cannot be read now.</exception>
    public T Read<T>(Func<OfficePen, T> look) => readers.Read(session => look(In(session)));

    /// <exception cref="StoreUnavailableException">Nothing was written; the same may be asked again.</exception>
    public Task<T> Write<T>(Func<OfficePen, T> act, CancellationToken cancel) => writer.Write(session => act(In(session)), cancel);

    /// <summary>The office within a transaction of somebody else, such as that of a turn.</summary>
    public OfficePen In(StoreSession session) => new(session, ledger.In(session), groups, trail, cipher);
}
