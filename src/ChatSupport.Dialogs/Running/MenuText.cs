using System.Globalization;
using System.Text;
using ChatSupport.Dialogs.Khmer;

namespace ChatSupport.Dialogs.Running;

/// <summary>How a menu is written where a channel shows text and small buttons: the whole labels numbered in the text, the buttons short.</summary>
public static class MenuText
{
    /// <summary>The most clusters of a label on a button.</summary>
    public const int ButtonClusters = 16;

    /// <summary>The notice, the text and the numbered whole choices, parted by empty lines; digits are Khmer in a Khmer menu.</summary>
    public static string Numbered(Reply.Menu menu)
    {
        ArgumentNullException.ThrowIfNull(menu);
        var text = new StringBuilder();
        Part(text, menu.Notice);
        Part(text, menu.Text);
        for (var i = 0; i < menu.Choices.Length; i++)
        {
            if (text.Length > 0)
                text.Append(i == 0 ? "\n\n" : "\n");
            text.Append(Number(i + 1, menu.Language)).Append(' ').Append(menu.Choices[i].Label);
        }

        return text.ToString();
    }

    /// <summary>The buttons' texts in the order of the choices: the number and up to 16 clusters of the label, cut between clusters. Two labels that would look alike after cutting show their ends instead.</summary>
    public static IReadOnlyList<string> ButtonLabels(Reply.Menu menu)
    {
        ArgumentNullException.ThrowIfNull(menu);
        var cut = menu.Choices.Select(choice => Clusters.Cut(choice.Label, ButtonClusters)).ToList();
        var alike = cut.GroupBy(label => label, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        return [.. cut.Select((label, i) =>
            $"{Number(i + 1, menu.Language)} {(alike.Contains(label) ? BothEnds(menu.Choices[i].Label) : label)}")];
    }

    private static string BothEnds(string label)
    {
        var clusters = Clusters.Split(label).ToList();
        return clusters.Count <= ButtonClusters ? label : string.Concat(clusters[..7]) + "…" + string.Concat(clusters[^8..]);
    }

    private static string Number(int number, string language)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture) + ".";
        return language == "km" ? Digits.ToKhmer(digits) : digits;
    }

    private static void Part(StringBuilder text, string? part)
    {
        if (string.IsNullOrEmpty(part))
            return;
        if (text.Length > 0)
            text.Append("\n\n");
        text.Append(part);
    }
}
