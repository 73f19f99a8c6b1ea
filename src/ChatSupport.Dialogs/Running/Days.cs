using System.Globalization;
using ChatSupport.Dialogs.Khmer;

namespace ChatSupport.Dialogs.Running;

/// <summary>Reads a day as people type it, and writes it as variables keep it.</summary>
internal static class Days
{
    private static readonly string[] forms = ["yyyy-M-d", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy/M/d", "d M yyyy"];

    private static readonly string[] khmerMonths =
        ["មករា", "កុម្ភៈ", "មីនា", "មេសា", "ឧសភា", "មិថុនា", "កក្កដា", "សីហា", "កញ្ញា", "តុលា", "វិច្ឆិកា", "ធ្នូ"];

    public static bool TryRead(string text, DateOnly today, out DateOnly day)
    {
        var typed = string.Join(' ', Digits.ToArabic(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        for (var month = 0; month < 12; month++)
            typed = typed.Replace(khmerMonths[month], (month + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return DateOnly.TryParseExact(typed, forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite, out day);
    }

    public static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
