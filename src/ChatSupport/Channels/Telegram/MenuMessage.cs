using System.Collections.Immutable;
using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Running;
using Telegram.Bot.Types.ReplyMarkups;

namespace ChatSupport.Channels.Telegram;

/// <summary>A menu as one Telegram message: plain text, and buttons beneath it. Nothing in the text is ever markup.</summary>
internal static class MenuMessage
{
    /// <summary>The longest text of a message, in UTF-16 units.</summary>
    public const int LongestText = 4096;

    private const int NavigationPerRow = 2;
    private const int PairedClusters = 16;

    /// <summary>The notice, the text and, where a label does not fit on its button, the numbered whole labels.</summary>
    public static string Text(Reply.Menu menu)
    {
        var fits = menu.Choices.All(choice => Clusters.Count(choice.Label) <= MenuText.ButtonClusters);
        var shown = fits ? menu with { Choices = [] } : menu;
        var text = MenuText.Numbered(shown);
        var over = text.Length - LongestText;
        if (over > 0 && menu.Text.Length > over)
            text = MenuText.Numbered(shown with { Text = Cut(menu.Text, menu.Text.Length - over) }); // the labels stay whole
        return Fitting(text);
    }

    /// <summary>The keys as they are; one choice a row; back, home, a person, leaving and listening two a row beneath.</summary>
    public static InlineKeyboardMarkup? Buttons(Reply.Menu menu, ImmutableArray<ImmutableArray<Button>> keys = default)
    {
        var labels = MenuText.ButtonLabels(menu);
        List<List<InlineKeyboardButton>> rows =
        [
            .. (keys.IsDefault ? [] : keys).Select(row => row.Select(key => Button(key.Label, key.Id)).ToList()),
            .. menu.Choices.Select((choice, i) => new List<InlineKeyboardButton> { Button(labels[i], choice.Id) }),
        ];
        var room = 0; // how many more buttons the last row takes
        foreach (var button in menu.Navigation)
        {
            var isWide = Clusters.Count(button.Label) > PairedClusters;
            if (room == 0 || isWide)
            {
                rows.Add([]);
                room = isWide ? 1 : NavigationPerRow;
            }

            rows[^1].Add(Button(Clusters.Cut(button.Label, MenuText.ButtonClusters * 2), button.Id));
            room--;
        }

        return rows.Count == 0 ? null : new InlineKeyboardMarkup(rows);
    }

    /// <summary>A text that Telegram takes: not empty and not too long, cut between clusters.</summary>
    public static string Fitting(string text) => string.IsNullOrWhiteSpace(text) ? "…" : text.Length <= LongestText ? text : Cut(text, LongestText);

    private static InlineKeyboardButton Button(string label, string id) =>
        InlineKeyboardButton.WithCallbackData(string.IsNullOrWhiteSpace(label) ? "…" : label, id);

    private static string Cut(string text, int units)
    {
        var end = 0;
        foreach (var cluster in Clusters.Split(text))
        {
            if (end + cluster.Length > units - 1)
                break;
            end += cluster.Length;
        }

        return text[..end] + "…";
    }
}
