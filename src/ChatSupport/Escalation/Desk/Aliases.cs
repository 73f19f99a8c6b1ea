using System.Security.Cryptography;

namespace ChatSupport.Escalation.Desk;

/// <summary>Makes up what somebody is called in a chat: a colour and a thing, said and shown the same way to whoever reads little.</summary>
internal static class Aliases
{
    private static readonly (string Sign, string Km, string En)[] colours =
    [
        ("🔴", "ក្រហម", "Red"), ("🟠", "ទឹកក្រូច", "Orange"), ("🟡", "លឿង", "Yellow"), ("🟢", "បៃតង", "Green"),
        ("🔵", "ខៀវ", "Blue"), ("🟣", "ស្វាយ", "Violet"), ("🟤", "ត្នោត", "Brown"), ("⚪", "ស", "White"),
    ];

    private static readonly (string Km, string En)[] things =
    [
        ("ផ្កាឈូក", "Lotus"), ("រលក", "Wave"), ("ព្រះចន្ទ", "Moon"), ("ផ្កាយ", "Star"), ("ភ្នំ", "Hill"), ("ទន្លេ", "River"), ("ពពក", "Cloud"), ("ភ្លៀង", "Rain"),
        ("ដូង", "Coconut"), ("ស្វាយ", "Mango"), ("ចេក", "Banana"), ("មេអំបៅ", "Butterfly"), ("ដំរី", "Elephant"), ("ត្រី", "Fish"), ("បក្សី", "Bird"), ("ខ្យល់", "Wind"),
    ];

    /// <summary>Any of them: who has the same one in another chat is not the same person.</summary>
    public static Alias Draw()
    {
        var colour = colours[RandomNumberGenerator.GetInt32(colours.Length)];
        var thing = things[RandomNumberGenerator.GetInt32(things.Length)];
        return new Alias(colour.Sign, $"{thing.Km} {colour.Km}", $"{colour.En} {thing.En}");
    }
}
