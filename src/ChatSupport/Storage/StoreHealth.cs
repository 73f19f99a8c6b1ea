namespace ChatSupport.Storage;

/// <summary>Whether the database takes what is written, as the last attempt showed.</summary>
internal sealed class StoreHealth(TimeProvider time)
{
    private volatile Finding last = new(null, DateTimeOffset.MinValue);

    /// <summary>True while writing works.</summary>
    public bool IsWell => last.Trouble is null;

    /// <summary>What stands in the way, a sentence for the operator; null while writing works.</summary>
    public string? Trouble => last.Trouble;

    /// <summary>Since when it has been so.</summary>
    public DateTimeOffset Since => last.Since;

    /// <summary>Writing worked.</summary>
    /// <returns>True where it did not before.</returns>
    public bool Recovered()
    {
        if (IsWell)
            return false;
        last = new Finding(null, time.GetUtcNow());
        return true;
    }

    /// <summary>Writing failed.</summary>
    /// <returns>True where it worked before.</returns>
    public bool Failed(string trouble)
    {
        var first = IsWell;
        last = new Finding(trouble, first ? time.GetUtcNow() : last.Since);
        return first;
    }

    private sealed record Finding(string? Trouble, DateTimeOffset Since);
}
