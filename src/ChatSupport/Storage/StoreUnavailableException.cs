namespace ChatSupport.Storage;

/// <summary>The database cannot take or give anything now: full disk, locked or read-only file. Nothing was written; the same may be tried again.</summary>
internal sealed class StoreUnavailableException : Exception
{
    public StoreUnavailableException()
    {
    }

    public StoreUnavailableException(string message) : base(message)
    {
    }

    public StoreUnavailableException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
