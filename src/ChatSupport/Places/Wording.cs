using ChatSupport.Dialogs.Model;

namespace ChatSupport.Places;

/// <summary>The small texts of <c>places/wording.yaml</c>, by name: opening states and days of the week.</summary>
internal sealed class Wording(IReadOnlyDictionary<string, Texts> texts)
{
    public const string OpenAlways = "open-always";
    public const string OpenUntil = "open-until";
    public const string OpenUntilDay = "open-until-day";
    public const string OpensToday = "opens-today";
    public const string OpensTomorrow = "opens-tomorrow";
    public const string OpensOn = "opens-on";
    public const string Closed = "closed";
    public const string HoursUnknown = "hours-unknown";

    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>Every text that the file must hold.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [OpenAlways, OpenUntil, OpenUntilDay, OpensToday, OpensTomorrow, OpensOn, Closed, HoursUnknown, .. Days];

    /// <summary>The text with its blanks <c>{day}</c> and <c>{time}</c> filled in; "" where the file lacks it.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="language">Her language tag.</param>
    /// <param name="moment">A moment in Phnom Penh time.</param>
    public string Say(string name, string language, DateTimeOffset moment = default) =>
        In(name, language)
            .Replace("{day}", In(Days[(int)moment.DayOfWeek], language), StringComparison.Ordinal)
            .Replace("{time}", ClockText.For(moment, language), StringComparison.Ordinal);

    private string In(string name, string language) => texts.TryGetValue(name, out var text) ? text.In(language) : "";
}
