namespace ChatSupport.EndToEnd;

/// <summary>What takes the machine for itself (floods, storms, whole searches) runs alone, after the rest: beside talks in a browser it would only slow both.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
