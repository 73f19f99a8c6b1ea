namespace ChatSupport.Reports.Sealing.Age;

/// <summary>One recipient's part of a header.</summary>
/// <param name="Arguments">What kind it is, and what belongs to that kind. At least one, each of visible ASCII.</param>
/// <param name="Body">For X25519: the wrapped key of the file.</param>
internal sealed record Stanza(IReadOnlyList<string> Arguments, byte[] Body)
{
    /// <summary>What kind it is.</summary>
    public string Kind => Arguments[0];
}
