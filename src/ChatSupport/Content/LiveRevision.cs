using ChatSupport.Conversations;

namespace ChatSupport.Content;

/// <summary>Which revision this process runs, and what stands against the content that it should run.</summary>
internal sealed class LiveRevision(Library library)
{
    private readonly Lock gate = new();
    private volatile Finding state = new(0, "", null, null);

    /// <summary>Another one is in place.</summary>
    public event Action? Replaced;

    /// <summary>Its number; 0 before the first.</summary>
    public long Number => state.Number;

    /// <summary>Its fingerprint.</summary>
    public string Fingerprint => state.Fingerprint;

    /// <summary>A revision as it was read, where it is the one in place; null for another.</summary>
    public RevisionReading? ReadingOf(long number) => state is var now && now.Number == number ? now.Reading : null;

    /// <summary>Why newer content is not served, a sentence for the operator; null where all is well.</summary>
    public string? Trouble => state.Trouble;

    /// <summary>Puts a revision in place for the turns that begin from now on. An older one than the one in place is passed over.</summary>
    public void Replace(long number, RevisionReading reading, string? trouble = null)
    {
        lock (gate)
        {
            if (number < state.Number)
                return;
            reading.PutInPlace(library);
            state = new Finding(number, reading.Fingerprint, trouble, reading);
        }
        Replaced?.Invoke();
    }

    /// <summary>Newer content cannot be served; what is in place stays.</summary>
    public void Warn(string trouble)
    {
        lock (gate)
            state = state with { Trouble = trouble };
    }

    private sealed record Finding(long Number, string Fingerprint, string? Trouble, RevisionReading? Reading);
}
