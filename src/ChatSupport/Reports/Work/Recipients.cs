namespace ChatSupport.Reports.Work;

/// <summary>Kinds of helpers outside whom a case can be told to. Kinds, not names: which office it is stands sealed in the notes.</summary>
internal static class Recipients
{
    public static IReadOnlyList<string> All { get; } = ["health", "legal", "shelter", "social-affairs", "womens-affairs", "police", "village-chief", "employer"];
}
