namespace ChatSupport.Escalation.Educators;

/// <summary>What the desk tells an educator's conversation.</summary>
internal static class EducatorNews
{
    /// <summary>She does not answer from here any more: her phone was lost, she answers from another, or she left.</summary>
    public const string Gone = "desk-gone";
}
