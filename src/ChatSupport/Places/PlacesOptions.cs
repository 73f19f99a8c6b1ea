namespace ChatSupport.Places;

/// <summary>Settings under <c>ChatSupport:Places</c>.</summary>
internal sealed class PlacesOptions
{
    public const string Section = "ChatSupport:Places";

    /// <summary>Lets a production start although the content holds unverified or sample entries. They stay hidden from workers
    /// all the same: the setting only says that staff know of them. Default false.</summary>
    public bool AllowUnverified { get; init; }
}
