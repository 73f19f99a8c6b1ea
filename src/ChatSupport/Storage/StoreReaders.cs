using System.Collections.Concurrent;

namespace ChatSupport.Storage;

/// <summary>Reads beside the writer: a few connections that are lent out and kept with their prepared statements.</summary>
internal sealed class StoreReaders(Database database) : IDisposable
{
    private readonly ConcurrentBag<StoreSession> idle = [];

    /// <summary>Reads what is committed now.</summary>
    /// <exception cref="StoreUnavailableException">The file cannot be read now.</exception>
    public T Read<T>(Func<StoreSession, T> read)
    {
        StoreSession? session = null;
        try
        {
            if (!idle.TryTake(out session))
                session = database.OpenForReading();
            var result = read(session);
            idle.Add(session);
            return result;
        }
        catch (Exception e)
        {
            session?.Dispose(); // a failed one may hold an open read, which would keep the log from being emptied
            if (Database.IsUnavailable(e))
                throw new StoreUnavailableException("The database could not be read.", e);
            throw;
        }
    }

    public void Dispose()
    {
        while (idle.TryTake(out var session))
            session.Dispose();
    }
}
