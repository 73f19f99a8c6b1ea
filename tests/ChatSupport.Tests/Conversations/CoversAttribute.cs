namespace ChatSupport.Tests.Conversations;

/// <summary>Says which state, event, due kind or engine action a fact is about; <see cref="EveryKindHasAFact"/> counts them.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class CoversAttribute(object what) : Attribute
{
    public object What { get; } = what;
}
