using System.Diagnostics.CodeAnalysis;
using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Running;

/// <summary>Reads what she typed as the answer to a question.</summary>
internal static class Answers
{
    private const int LongestPlace = 100;
    private const int LongestCode = 32;

    /// <summary>Whether the text answers the question; places and media that are shared instead of typed do not come through here.</summary>
    public static bool TryRead(Ask ask, string text, DateOnly today, [NotNullWhen(true)] out Value? answer)
    {
        var typed = text.Trim();
        answer = ask.Kind switch
        {
            AskKind.Text => Fits(ask, Clusters.Count(typed), 1, int.MaxValue) ? new Value.Text(typed) : null,
            AskKind.Number => Number(ask, typed),
            AskKind.Date => Days.TryRead(typed, today, out var day) ? new Value.Text(Days.Write(day)) : null,
            AskKind.Place => typed.Length > 0 && Clusters.Count(typed) <= LongestPlace ? new Value.Text(Digits.ToArabic(typed)) : null,
            AskKind.Code => Code(ask, typed),
            AskKind.Pin => Pin(typed),
            AskKind.Choice or AskKind.Photo or AskKind.Voice => null,
            _ => null,
        };
        return answer is not null;
    }

    /// <summary>A shared spot as a value; null where the numbers are none of this earth.</summary>
    public static Value? Spot(Input.Location spot) =>
        double.IsFinite(spot.Latitude) && double.IsFinite(spot.Longitude) && Math.Abs(spot.Latitude) <= 90 && Math.Abs(spot.Longitude) <= 180
            ? Value.Fields.Of(
                ("latitude", new Value.Number(Math.Round((decimal)spot.Latitude, 7))),
                ("longitude", new Value.Number(Math.Round((decimal)spot.Longitude, 7))))
            : null;

    private static Value.Number? Number(Ask ask, string typed) =>
        Digits.TryParse(typed, out var number) && Fits(ask, number, decimal.MinValue, decimal.MaxValue) ? new Value.Number(number) : null;

    private static Value.Text? Code(Ask ask, string typed)
    {
        var code = string.Concat(Digits.ToArabic(typed).Where(c => c is not (' ' or '-' or '\u200B'))).ToUpperInvariant();
        return code.All(char.IsAsciiLetterOrDigit) && Fits(ask, code.Length, 2, LongestCode) ? new Value.Text(code) : null;
    }

    private static Value.Text? Pin(string typed)
    {
        var pin = Digits.ToArabic(typed);
        return pin.Length is >= 4 and <= 8 && pin.All(char.IsAsciiDigit) ? new Value.Text(pin) : null;
    }

    private static bool Fits(Ask ask, decimal measure, decimal least, decimal most) =>
        measure >= (ask.Min ?? least) && measure <= (ask.Max ?? most) && measure >= least;
}
