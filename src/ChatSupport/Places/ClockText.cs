using System.Globalization;

namespace ChatSupport.Places;

/// <summary>A time of day as it is written in a language: Khmer digits in Khmer, Arabic digits elsewhere.</summary>
internal static class ClockText
{
    public static string For(DateTimeOffset moment, string language)
    {
        var text = moment.ToString("HH':'mm", CultureInfo.InvariantCulture);
        return language == "km" ? string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '០') : c)) : text;
    }
}
