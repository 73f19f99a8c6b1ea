using ChatSupport.Places.Editing;

namespace ChatSupport.Tests.Places.Editing;

public sealed class LookingForEntries
{
    private static readonly Shelf shelf = Shelf.Read("", ShippedPlaces.Files, Some.Today);

    [Theory]
    [InlineData("sample lawyer", "sample-lawyer")]
    [InlineData("មន្ទីរពេទ្យទី២", "sample-clinic-2")]
    [InlineData("000 000 003", "sample-clinic-3")]
    [InlineData("000000003", "sample-clinic-3")]
    [InlineData("Kam Penh", "sample-clinic-4")] // another spelling of its commune
    [InlineData("កំពេញ", "sample-clinic-4")]
    [InlineData("1281", "bar-association-1281")]
    public void Words_of_either_language_find_an_entry(string words, string id) => Assert.Equal([id], Ids(new PlaceFilter(words)));

    [Fact]
    public void Filters_hold_together()
    {
        Assert.Equal(["sample-lawyer"], Ids(new PlaceFilter(Kind: "legal", Status: "sample")));
        Assert.Equal(["bar-association-1281"], Ids(new PlaceFilter(Kind: "legal", Status: "verified")));
        Assert.Equal(["referral-hospital-art", "referral-hospital-testing"], Ids(new PlaceFilter(What: "places", IsDue: true)));
        Assert.All(new PlaceFilter(What: "numbers", IsDue: true).Of(shelf), entry => Assert.False(entry.IsVerified));
        Assert.Empty(Ids(new PlaceFilter("no such words at all")));
        Assert.Equal(shelf.Entries.Count, Ids(new PlaceFilter("  ")).Count);
    }

    private static List<string> Ids(PlaceFilter filter) => [.. filter.Of(shelf).Select(entry => entry.Text.Id)];
}
