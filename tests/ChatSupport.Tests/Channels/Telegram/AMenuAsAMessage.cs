using System.Collections.Immutable;
using ChatSupport.Channels.Telegram;
using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Tests.Channels.Telegram;

public sealed class AMenuAsAMessage
{
    private const string Long = "ប្រាក់ឈ្នួលសម្រាប់ម៉ោងបន្ថែមនៅពេលយប់";

    [Fact]
    public void Labels_that_fit_stand_on_their_buttons_only()
    {
        var menu = Menu("សូមជ្រើស", ["សិទ្ធិរបស់ខ្ញុំ", "ជួយបន្ទាន់"]);

        Assert.Equal("សូមជ្រើស", MenuMessage.Text(menu));
        Assert.Equal(["១. សិទ្ធិរបស់ខ្ញុំ", "២. ជួយបន្ទាន់"], Rows(menu).Select(row => row.Single()));
    }

    [Fact]
    public void Where_one_label_does_not_fit_all_stand_whole_and_numbered_in_the_text()
    {
        var menu = Menu("សូមជ្រើស", ["ជួយបន្ទាន់", Long]);

        Assert.Equal($"សូមជ្រើស\n\n១. ជួយបន្ទាន់\n២. {Long}", MenuMessage.Text(menu));
        var button = Rows(menu)[1].Single().Replace("២. ", "", StringComparison.Ordinal);
        Assert.EndsWith("…", button, StringComparison.Ordinal);
        Assert.Equal(MenuText.ButtonClusters, Clusters.Count(button));
        Assert.StartsWith(button[..^1], Long, StringComparison.Ordinal);
        Assert.True(Clusters.IsBoundary(Long, button.Length - 1));
    }

    [Fact]
    public void The_notice_stands_above_and_every_way_out_beneath_two_a_row()
    {
        var menu = Menu("T", ["A"]) with
        {
            Notice = "N",
            Navigation = [new("b1", "Back"), new("n-home", "Home"), new("n-person", "Talk to a person"), new("n-leave", "Leave quickly"), new("l1", "Listen")],
        };

        Assert.Equal("N\n\nT", MenuMessage.Text(menu));
        Assert.Equal([["១. A"], ["Back", "Home"], ["Talk to a person", "Leave quickly"], ["Listen"]], Rows(menu));
    }

    [Fact]
    public void A_button_carries_its_opaque_id_and_nothing_else() =>
        Assert.Equal("c0", MenuMessage.Buttons(Menu("T", ["A"]))!.InlineKeyboard.Single().Single().CallbackData);

    [Fact]
    public void A_text_too_long_for_telegram_loses_its_own_end_never_a_label()
    {
        var text = MenuMessage.Text(Menu(string.Concat(Enumerable.Repeat("ស្រ្តី", 700)), [Long, Long + "ក"]) with { Notice = new string('n', 900) });

        Assert.True(text.Length <= MenuMessage.LongestText, $"{text.Length} units");
        Assert.EndsWith($"១. {Long}\n២. {Long}ក", text, StringComparison.Ordinal);
        Assert.Contains("ស្រ្តី…\n\n", text, StringComparison.Ordinal); // cut between clusters
    }

    [Fact]
    public void A_screen_without_a_word_is_still_a_message() => Assert.Equal("…", MenuMessage.Text(Menu(" ", ["A"])));

    [Theory]
    [InlineData("70", 70, false)]
    [InlineData("70p", 70, true)]
    public void The_id_of_a_message_says_whether_it_is_protected(string text, int id, bool isProtected)
    {
        Assert.True(SentMessage.TryParse(text, out var message));
        Assert.Equal((new SentMessage(id, isProtected), text), (message, message.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("p")]
    [InlineData("-7")]
    [InlineData("menu")]
    public void Another_text_is_no_id_of_a_message(string? text) => Assert.False(SentMessage.TryParse(text, out _));

    private static Reply.Menu Menu(string text, ImmutableArray<string> labels) => new()
    {
        Screen = ScreenId.Of("home"),
        Language = "km",
        Text = text,
        Choices = [.. labels.Select((label, i) => new Button($"c{i}", label))],
    };

    private static List<List<string>> Rows(Reply.Menu menu) =>
        [.. MenuMessage.Buttons(menu)!.InlineKeyboard.Select(row => row.Select(button => button.Text).ToList())];
}
