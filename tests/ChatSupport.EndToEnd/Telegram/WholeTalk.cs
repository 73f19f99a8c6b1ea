namespace ChatSupport.EndToEnd.Telegram;

public sealed class AWholeTalkByPolling() : WholeTalk(Way.Polling);

public sealed class AWholeTalkByWebhook() : WholeTalk(Way.Webhook);

/// <summary>What the program is for, from the first word to the last: the transcript is in the output of the test.</summary>
public abstract class WholeTalk(Way way)
{
    [Fact]
    public async Task Leads_through_every_menu_by_buttons_digits_words_other_spellings_and_her_location()
    {
        await using var bot = await Bot.Start(way);
        var she = await bot.Welcome();

        await she.Types("១", "សួរបានទាំងអស់");                                  // her rights, by a Khmer digit
        await she.Presses("ការងារ និងប្រាក់ខែ", "ការងារ និងប្រាក់ខែ។ តើរឿងអ្វី?");
        await she.Presses("ម៉ោងធ្វើការ", "៨ ម៉ោង");
        await she.Presses("ថយក្រោយ", "ការងារ និងប្រាក់ខែ។ តើរឿងអ្វី?");
        await she.Types("ខ្ញុំចង់សួរអំពីថែមម៉ោង", "តាមចិត្តអ្នក");                  // a word inside an unspaced sentence
        await she.Types("chbab ka ngea", "សួរបានទាំងអស់");                         // Latin letters
        await she.Presses("ទំព័រដើម", "តើអ្នកចង់ដឹងអំពីអ្វី?");

        await she.Presses("សេវានៅជិតខ្ញុំ", "តើអ្នករកអ្វី?");
        await she.Types("២", "តើអ្នកនៅម្តុំណា?");
        await she.Shares(10.631, 103.501, "ជិតអ្នក");
        await she.Types("១", "កន្លែងនេះមិនមានពិតទេ");
        await she.Worker.WaitFor(screen => screen.Any(message => message is { Kind: "venue", IsProtected: true }));
        await she.Types("/menu", "តើអ្នកចង់ដឹងអំពីអ្វី?");

        await she.Types("ខ្ញុំត្រូវការមេធាវីម្នាក់", "1281");
        await she.Types("metheavy", "1281");
        await she.Types("/back", "តើអ្នកចង់ដឹងអំពីអ្វី?");

        await she.Types("៤", "មិននៅម្នាក់ឯង");
        await she.Presses("ថយក្រោយ", "តើអ្នកចង់ដឹងអំពីអ្វី?");
        await she.Types("ភាពឯកជនរបស់ខ្ញុំ", "ជារឿងរបស់អ្នក");
        await she.Presses("ទំព័រដើម", "តើអ្នកចង់ដឹងអំពីអ្វី?");

        await she.Types("៦", "Please choose a language");
        await she.Presses("English", "What would you like to know?");
        await she.Types("do they have to pay overtime", "Overtime is your choice");
    }
}
