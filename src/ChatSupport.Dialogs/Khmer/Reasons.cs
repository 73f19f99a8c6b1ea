using System.Globalization;

namespace ChatSupport.Dialogs.Khmer;

/// <summary>The sentences that tell an author why something matched.</summary>
internal static class Reasons
{
    public static string Slip(Term term, double distance) => string.Create(CultureInfo.InvariantCulture,
        $"The message is {distance:0.00} away from '{term.Text}', and up to {ClusterDistance.Slip:0.00} counts as a slip of the finger.");

    public static string SlipInside(Term term, double distance) => string.Create(CultureInfo.InvariantCulture,
        $"A part of the message is {distance:0.00} away from '{term.Text}'.");

    public static string Stands(Term term, bool whole) => whole
        ? $"The whole message is the keyword '{term.Text}'."
        : $"The keyword '{term.Text}' stands in the message.";

    public static string Together(Term term, Term second) =>
        $"The short keywords '{term.Text}' and '{second.Text}' of this topic stand in the message together.";

    public static string Sounds(Term term) => term.IsRomanised
        ? $"Words of the message sound like '{term.Text}'."
        : $"Words of the message are '{term.Text}' but for accents or blanks.";

    public static string OneLetter(Term term) => $"Words of the message are one letter away from '{term.Text}'.";

    public static string Alike(Term term, string what) => $"'{term.Text}' {what}.";
}
