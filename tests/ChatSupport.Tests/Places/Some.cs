using System.Text;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Running;
using ChatSupport.Places;

namespace ChatSupport.Tests.Places;

/// <summary>Values whose details do not matter to the test.</summary>
internal static class Some
{
    public static readonly Mark Mark = new("places/some.yaml", 1, 1);

    /// <summary>Tuesday 24 November 2026, noon in Phnom Penh.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, OpeningHours.PhnomPenh);

    public static readonly DateOnly Today = new(2026, 11, 24);

    public static Texts Texts(string text) => new([new Written("km", text), new Written("en", text)]);

    public static Place Place(string id, string? commune = null, GeoPoint? location = null, OpeningHours? hours = null, params string[] kinds) => new()
    {
        Id = id,
        Kinds = kinds.Length == 0 ? ["health"] : kinds,
        Name = Texts(id),
        Verified = true,
        Commune = commune,
        Location = location,
        Hours = hours,
        Mark = Mark,
    };

    public static Commune Commune(string code, string name = "") => new()
    {
        Code = code,
        Kind = code.Length == 4 ? CommuneKind.District : CommuneKind.Commune,
        Name = Texts(name.Length == 0 ? "commune " + code : name),
        Mark = Mark,
    };

    public static OpeningHours Hours(string days, string times)
    {
        Assert.True(HoursText.TryReadDays(days, out var which));
        Assert.True(HoursText.TryReadStretches(times, out var stretches));
        return new OpeningHours(which.SelectMany(day => stretches.Select(time => new OpenStretch(day, time.From, time.To))));
    }

    public static ContentFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    public static ActionCall Call(string name, params (string Name, string Value)[] with) =>
        new(name, with.ToDictionary(pair => pair.Name, pair => pair.Value));

    public static IReadOnlyList<Value.Fields> Items(Value? value) =>
        [.. Assert.IsType<Value.List>(value).Items.Select(Assert.IsType<Value.Fields>)];

    public static string? Text(Value? record, string name) => Assert.IsType<Value.Fields>(record).Items.GetValueOrDefault(name) switch
    {
        Value.Text text => text.Content,
        Value.Number number => number.Amount.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => null,
    };
}
