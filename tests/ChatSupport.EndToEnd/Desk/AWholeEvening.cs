using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatSupport.EndToEnd.Desk;

/// <summary>An evening at the desk as everybody sees it: a worker in the web chat on her phone, one in Telegram, two helpers in Telegram,
/// a supervisor and an administrator in the console. Nothing in it is played: real processes, real HTTP, a real browser.</summary>
public sealed class AWholeEvening
{
    private const string Wait = "យើងកំពុងហៅអ្នកជួយម្នាក់";
    private const string HeadInKhmer = "អ្វីដែលអ្នកសរសេរនៅទីនេះ ទៅដល់នាងតែម្នាក់";

    [Fact]
    public async Task Two_workers_find_two_helpers_and_a_supervisor_keeps_the_desk()
    {
        await using var cast = await Cast.Gather();
        await SheAsksForAPerson(cast);
        await OneTakesItAndTheOtherSeesThat(cast);
        await TheyTalk(cast);
        await TheHelperCannotGoOnAndAnotherDoes(cast);
        await ANumberIsHeld(cast);
        await AnotherIsInDanger(cast);
        await TheSupervisorTakesItOverAndGivesItBack(cast);
        var web = await cast.AllInTheWebChat();
        await BothEnd(cast);
        await TheHelperRests(cast);
        await WhatIsKeptIsReadForAReason(cast);

        await cast.KnowsNobody(web);
        Assert.DoesNotContain("អតិថិជនវាយខ្ញុំ", cast.World.Program.Output, StringComparison.Ordinal);
        cast.Phone.IsAtPeace();
        foreach (var desk in new[] { cast.Dara, cast.Sokha })
        {
            Assert.Empty(desk.Complaints);
            desk.AskedNobodyElse();
        }
    }

    /// <summary>Her words say that she may need somebody; the limits are said before anything is asked, and the wait is honest.</summary>
    private static async Task SheAsksForAPerson(Cast cast)
    {
        var phone = cast.Phone;
        await phone.Types("អតិថិជនវាយខ្ញុំ");
        await phone.Sees("ខ្ញុំបារម្ភពីអ្នក");
        await phone.Press("ចង់និយាយ", until: "សារទុក ៣០ ថ្ងៃ");
        await phone.Sees("មានតែនាង និងអ្នកគ្រប់គ្រងរបស់នាងទេ ដែលឃើញ");
        await phone.Sees("បើជីវិតមនុស្ស ឬកុមារមានគ្រោះថ្នាក់ យើងអាចសុំគេជួយ ហើយប្រាប់អ្នក");
        await phone.Press(1, until: "តើអ្នកកំពុងគិតចង់ស្លាប់");
        await phone.Press(1, until: "តើអ្នកអាយុក្រោម ១៨ ឆ្នាំទេ");
        await phone.Press(1, until: Wait);
        await phone.Types("ខ្ញុំមិនហ៊ានប្រាប់ថៅកែ");
        await phone.Sees("យើងទុកសារនេះឱ្យអ្នកជួយរបស់អ្នក");

        await cast.Dara.Opens("/console/desk", "Desk");
        var waiting = cast.Dara.Page.Locator("#waiting tbody tr");
        await Expect(waiting).ToHaveCountAsync(1);
        await Expect(waiting).ToContainTextAsync("1 · high");
        await Expect(waiting).ToContainTextAsync("Is offered (2)");
        await Expect(cast.Dara.Page.Locator("#on")).ToHaveTextAsync("On now: 2");
        Assert.DoesNotContain("ថៅកែ", await cast.Dara.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private static async Task OneTakesItAndTheOtherSeesThat(Cast cast)
    {
        var offer = await Evening.Sees(cast.Kunthea, "មានម្នាក់ចង់និយាយជាមួយអ្នកជួយ");
        Assert.DoesNotContain("ថៅកែ", offer.Text, StringComparison.Ordinal);

        var head = await Evening.Takes(cast.Sreymom);
        Assert.Contains("in danger now: no", head.Text, StringComparison.Ordinal);
        await Evening.Sees(cast.Sreymom, "ខ្ញុំមិនហ៊ានប្រាប់ថៅកែ");
        await Evening.Sees(cast.Kunthea, "មានអ្នកជួយម្នាក់ទៀតទទួលហើយ");
        cast.Kunthea.Presses("ខ្ញុំទទួល", offer); // her app may show an old state
        await Evening.SeesNot(cast.Kunthea, HeadInKhmer);
        await cast.Phone.Sees("នៅទីនេះហើយ។ សូមសរសេរ ឬផ្ញើសំឡេង");
        await Expect(cast.Dara.Page.Locator("#open tbody tr")).ToContainTextAsync(Cast.SreymomsName); // by itself
        await Expect(cast.Dara.Page.Locator("#waiting")).ToContainTextAsync("Nobody waits.");
    }

    /// <summary>In words, a changed word, a voice and pictures; and the worker can know that she was read.</summary>
    private static async Task TheyTalk(Cast cast)
    {
        var (phone, helper) = (cast.Phone, cast.Sreymom);
        var topic = (await Evening.Sees(helper, "What you write here")).Topic;
        var wrong = helper.Sends("ខ្ញុំនៅជាមួយអ្ក", topic);
        await phone.Sees("ខ្ញុំនៅជាមួយអ្ក");
        helper.Edits(wrong, "ខ្ញុំនៅជាមួយអ្នក");
        await phone.Sees("✏️ ខ្ញុំនៅជាមួយអ្នក");
        await Expect(phone.Log).Not.ToContainTextAsync("ខ្ញុំនៅជាមួយអ្ក");

        var tools = phone.Page.Locator("#tools");
        await tools.GetByRole(AriaRole.Button, new() { Name = "ថតសំឡេង" }).ClickAsync();
        await Expect(tools.Locator(".state")).ToHaveTextAsync("0:01");
        await tools.Locator(".primary").ClickAsync();
        await tools.Locator(".primary", new() { HasText = "ផ្ញើ" }).ClickAsync();
        await helper.WaitFor(screen => screen.Any(message => message is { FromBot: true, Kind: "voice" } && message.Topic == topic), what: "her voice is there");
        await tools.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "DCIM.jpg", MimeType = "image/jpeg", Buffer = await Picture(phone.Page, "#7aa") });
        await tools.Locator(".primary").ClickAsync();
        await helper.WaitFor(screen => screen.Any(message => message is { FromBot: true, Kind: "photo" } && message.Topic == topic), what: "her picture is there");
        await tools.GetByRole(AriaRole.Button, new() { Name = "ប្រាប់ម្តុំដែលខ្ញុំនៅ" }).ClickAsync();
        await phone.Sees("តើអ្នកចង់ឱ្យអ្នកជួយឃើញទេ?"); // where she is goes to nobody before she was warned
        await phone.Press(0, until: "អ្នកកំពុងជជែកជាមួយ");
        await helper.WaitFor(screen => screen.Any(message => message is { FromBot: true, Kind: "location" } && message.Topic == topic), what: "the place is there");

        await phone.Press("តើនាងអានហើយឬនៅ", until: "សារបានទៅដល់ទូរសព្ទនាង");
        helper.Presses("I have read it");
        await Evening.Sees(helper, "She can see that you have read it");
        await phone.Press("តើនាងអានហើយឬនៅ", until: "👁 នាងបានអានហើយ");
        helper.SendsPhoto(await Picture(phone.Page, "#a54"));
        await phone.LatestAnswer.GetByRole(AriaRole.Button, new() { Name = "មើលរូបថត" }).ClickAsync();
        await Expect(phone.LatestAnswer.GetByRole(AriaRole.Img, new() { Name = "រូបថត" })).ToBeVisibleAsync();
        helper.Sends("តើឥឡូវអ្នកនៅកន្លែងសុវត្ថិភាពទេ?", topic);
        await phone.Sees("តើឥឡូវអ្នកនៅកន្លែងសុវត្ថិភាពទេ");
        await phone.Types("ចាស ខ្ញុំនៅបន្ទប់មិត្ត");
        await Evening.Sees(helper, "ចាស ខ្ញុំនៅបន្ទប់មិត្ត");
        await phone.Photograph("evening-phone");
    }

    private static async Task TheHelperCannotGoOnAndAnotherDoes(Cast cast)
    {
        cast.Sreymom.Presses("I can't take this");

        await Evening.Sees(cast.Sreymom, "That is all right. We ask another helper.");
        await Evening.SeesNot(cast.Sreymom, "ចាស ខ្ញុំនៅបន្ទប់មិត្ត"); // nothing of it stays with her
        await Evening.SeesNot(cast.Sreymom, "What you write here");
        await cast.Phone.Sees("អ្នកជួយរបស់អ្នកត្រូវទៅ។ យើងកំពុងហៅម្នាក់ទៀត");
        await cast.Kunthea.WaitFor(screen => screen.Any(message => message.Buttons.Any(button => button.Label == "ខ្ញុំទទួល")), what: "she is asked");
        cast.Kunthea.Presses("ខ្ញុំទទួល");
        var head = await Evening.Sees(cast.Kunthea, HeadInKhmer);
        var earlier = await Evening.Sees(cast.Kunthea, "អ្វីដែលបាននិយាយមុននេះ");
        Assert.Contains("ខ្ញុំមិនហ៊ានប្រាប់ថៅកែ", earlier.Text, StringComparison.Ordinal);
        await Evening.Sees(cast.Kunthea, "ចាស ខ្ញុំនៅបន្ទប់មិត្ត"); // it was not answered
        await cast.Phone.Sees("នៅទីនេះហើយ។ សូមសរសេរ ឬផ្ញើសំឡេង");
        cast.Kunthea.Sends("សួស្តី ខ្ញុំបន្តជាមួយអ្នក", head.Topic);
        await cast.Phone.Sees("សួស្តី ខ្ញុំបន្តជាមួយអ្នក");
    }

    /// <summary>One number goes on because a supervisor lets it, another never does.</summary>
    private static async Task ANumberIsHeld(Cast cast)
    {
        var (phone, helper, page) = (cast.Phone, cast.Kunthea, cast.Dara.Page);
        var topic = (await Evening.Sees(helper, HeadInKhmer)).Topic;
        await phone.Types($"លេខមីងខ្ញុំ {Cast.Number}");
        await phone.Sees("លេខទូរសព្ទ និងឈ្មោះក្នុងកម្មវិធីផ្សេង មិនទាន់ផ្ញើទេ");
        helper.Sends($"ហៅខ្ញុំ {Cast.OtherNumber}", topic);
        await Evening.Sees(helper, "អ្នកគ្រប់គ្រងសម្រេចថាផ្ញើឬអត់");
        await Evening.SeesNot(helper, Cast.Number);

        await cast.Dara.Opens("/console", "What needs you now");
        await Expect(page.Locator("main")).ToContainTextAsync("2 messages are held until you decide");
        await cast.Dara.Opens("/console/desk/held", "Held");
        var (hers, helpers) = (page.Locator("#held tbody tr", new() { HasText = "the worker" }), page.Locator("#held tbody tr", new() { HasText = Cast.KuntheasName }));
        await Expect(page.Locator("#held")).Not.ToContainTextAsync(Cast.Number); // masked until he looks
        await hers.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(hers.Locator(".said")).ToHaveTextAsync($"លេខមីងខ្ញុំ {Cast.Number}");
        await cast.Dara.Shows("evening-held");
        await hers.GetByRole(AriaRole.Button, new() { Name = "Let it go on" }).ClickAsync();
        await Evening.Sees(helper, $"លេខមីងខ្ញុំ {Cast.Number}");
        await helpers.GetByRole(AriaRole.Button, new() { Name = "Keep it back" }).ClickAsync();
        await Evening.Sees(helper, "អ្នកគ្រប់គ្រងមិនបានបញ្ជូនសាររបស់អ្នកទេ");
        await Expect(page.Locator("#held")).ToContainTextAsync("Nothing is held.");
    }

    /// <summary>She asks as others do; once the chat goes on she says that she is in danger, and the supervisor's page tells it by itself.</summary>
    private static async Task AnotherIsInDanger(Cast cast)
    {
        await cast.Dara.Opens("/console/desk", "Desk");
        await cast.Bopha.Presses("Talk to a person", "It is kept encrypted for 30 days");
        await cast.Bopha.Presses("🟢 No", "thinking of dying");
        await cast.Bopha.Presses("⏭ Skip", "under 18");
        await cast.Bopha.Presses("🟢 No", "We are calling a helper");
        var head = await Evening.Takes(cast.Sreymom);
        Assert.Contains("She did not answer: please ask gently.", head.Text, StringComparison.Ordinal);
        cast.Sreymom.Sends("What is going on?", head.Topic);
        await Evening.Sees(cast.Bopha.Worker, "What is going on?");
        cast.Bopha.Worker.Sends("he waits outside");
        await Evening.Sees(cast.Sreymom, "he waits outside");

        await cast.Bopha.Presses("🔴 I am in danger", "We have told helpers and a supervisor at once");
        await Evening.Sees(cast.Sreymom, "It is more urgent now. 0 · danger now");
        var row = cast.Dara.Page.Locator("#open tbody tr", new() { HasText = Cast.SreymomsName });
        await Expect(row).ToContainTextAsync("0 · danger now"); // by itself
        await Expect(cast.Dara.Page.Locator("#open tbody tr")).ToHaveCountAsync(2);
        await Expect(cast.Dara.Page.Locator("#open tbody tr").First).ToContainTextAsync("0 · danger now"); // before all others
        await cast.Dara.Shows("evening-desk");
        await row.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
    }

    private static async Task TheSupervisorTakesItOverAndGivesItBack(Cast cast)
    {
        var page = cast.Dara.Page;
        var acts = page.Locator("#acts");
        await acts.GetByRole(AriaRole.Button, new() { Name = "Join it" }).ClickAsync();
        await Evening.Sees(cast.Sreymom, "A supervisor joined this chat. It is still yours.");
        var row = page.Locator("#open tbody tr", new() { HasText = Cast.SreymomsName });
        await Expect(row).ToContainTextAsync("joined by");
        await row.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await page.Locator("#whisper").FillAsync("Ask whether the door is locked");
        await acts.GetByRole(AriaRole.Button, new() { Name = "Whisper" }).ClickAsync();
        await Evening.Sees(cast.Sreymom, "A supervisor says to you alone:\nAsk whether the door is locked");

        await acts.GetByRole(AriaRole.Link, new() { Name = "To the chat" }).ClickAsync();
        await Expect(cast.Dara.Title).ToHaveTextAsync("My chats");
        var talk = page.Locator(".desk-talk");
        await Expect(talk).ToContainTextAsync("he waits outside");
        await page.GetByLabel("Write to her").FillAsync("I am here as well");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await Evening.Sees(cast.Bopha.Worker, "I am here as well");
        cast.Bopha.Worker.Sends("the door is locked");
        await Expect(talk).ToContainTextAsync("the door is locked"); // by itself
        await Expect(page.Locator("[data-chat]")).ToContainTextAsync("At first she answered: danger now: no"); // what she says now is the level above
        await Expect(talk.Locator(".note")).ToContainTextAsync("to its helper alone");
        await cast.Dara.Shows("evening-mine");
        await Evening.SeesNot(cast.Bopha.Worker, "Ask whether");

        await Chooses(cast, Cast.SreymomsName);
        await acts.GetByRole(AriaRole.Button, new() { Name = "Take it over" }).ClickAsync();
        await Evening.Sees(cast.Sreymom, "A supervisor goes on with this chat. Thank you.");
        await Evening.SeesNot(cast.Sreymom, "the door is locked");
        await Chooses(cast, "Dara Meas");
        await cast.Dara.Selects("Give it to", Cast.SreymomsName);
        await acts.GetByRole(AriaRole.Button, new() { Name = "Give", Exact = true }).ClickAsync();
        var head = await Evening.Takes(cast.Sreymom);
        Assert.Contains("0 · danger now", head.Text, StringComparison.Ordinal);
        await Evening.Sees(cast.Sreymom, "the door is locked");
        cast.Sreymom.Sends("I stay with you", head.Topic);
        await Evening.Sees(cast.Bopha.Worker, "I stay with you");
    }

    private static async Task BothEnd(Cast cast)
    {
        cast.Kunthea.Presses("បញ្ចប់");
        await Evening.Sees(cast.Kunthea, "ការជជែកចប់ដោយរបៀបណា?");
        cast.Kunthea.Presses("បានជួយ");
        await cast.Phone.Sees("តើអ្នកមានអារម្មណ៍ថា គេបានស្តាប់អ្នកទេ");
        await cast.Phone.Photograph("evening-rating");
        await cast.Phone.Press("បានស្តាប់ខ្ញុំ", until: "អរគុណ។ អ្នកអាចមកម្តងទៀត");
        foreach (var gone in new[] { "សួស្តី ខ្ញុំបន្តជាមួយអ្នក", "ចាស ខ្ញុំនៅបន្ទប់មិត្ត", Cast.Number })
        {
            await Evening.SeesNot(cast.Kunthea, gone);
            await Expect(cast.Phone.Log).Not.ToContainTextAsync(gone);
        }

        cast.Sreymom.Presses("End");
        await Evening.Sees(cast.Sreymom, "How did the chat end?");
        cast.Sreymom.Presses("Sent on to a service");
        await Evening.Sees(cast.Bopha.Worker, "Did you feel heard?");
        await cast.Bopha.Presses("😐 A little", "Thank you. You can come again");
        await Evening.SeesNot(cast.Bopha.Worker, "I stay with you");
    }

    private static async Task TheHelperRests(Cast cast)
    {
        await Evening.Sees(cast.Sreymom, "That chat may have been hard. How are you?");
        cast.Sreymom.Presses("It was hard");
        await Evening.Sees(cast.Sreymom, "Thank you for saying so. Please rest a little.");
        cast.Sreymom.Sends("/menu");
        await cast.Sreymom.WaitFor(screen => screen.Any(message => message.Buttons.Any(button => button.Label == "Pause")), what: "she can pause");
        cast.Sreymom.Presses("Pause");
        await Evening.Sees(cast.Sreymom, "Rest well.");
        await cast.Dara.Opens("/console/desk/roster", "Roster");
        var row = cast.Dara.Page.Locator("#roster tr", new() { HasText = Cast.SreymomsName });
        await Expect(row).ToContainTextAsync("Pauses");
        await Expect(row.Locator("td[data-label='Hard chats in 24 hours']")).ToHaveTextAsync("2");
    }

    private static async Task WhatIsKeptIsReadForAReason(Cast cast)
    {
        const string Why = "A look at how danger was answered";
        var page = cast.Dara.Page;
        await cast.Dara.Opens("/console/desk/chats", "Chats");
        var row = page.Locator("#chats tbody tr", new() { HasText = "I could help" });
        await Expect(row).ToContainTextAsync(Cast.KuntheasName);
        await row.GetByRole(AriaRole.Button, new() { Name = "Transcript" }).ClickAsync();
        var pane = page.Locator("#transcript");
        await Expect(pane).ToContainTextAsync("••••");
        await Expect(pane).Not.ToContainTextAsync("ថៅកែ");
        await pane.GetByRole(AriaRole.Button, new() { Name = "Read it" }).ClickAsync();
        await Expect(pane).ToContainTextAsync("Say why, in ten letters or more.");
        await page.Locator("#why-read").FillAsync(Why);
        await pane.GetByRole(AriaRole.Button, new() { Name = "Read it" }).ClickAsync();
        await Expect(pane).ToContainTextAsync("ខ្ញុំមិនហ៊ានប្រាប់ថៅកែ");
        await Expect(pane.Locator("del")).ToHaveTextAsync("ខ្ញុំនៅជាមួយអ្ក");
        await Expect(pane).ToContainTextAsync("A supervisor kept it back");
        await cast.Dara.Shows("evening-transcript");

        await cast.Sokha.Opens("/console/audit", "Audit log");
        var entry = cast.Sokha.Page.Locator("tbody tr", new() { HasText = "desk.transcript" });
        await Expect(entry).ToContainTextAsync(Why);
        await Expect(entry).ToContainTextAsync("Dara Meas");
        foreach (var act in new[] { "desk.roster-add", "desk.held-view", "desk.held-release", "desk.held-refuse", "desk.join", "desk.whisper", "desk.take-over", "desk.reassign" })
            await Expect(cast.Sokha.Page.Locator("tbody tr", new() { HasText = act }).First).ToBeVisibleAsync();
        await Expect(cast.Sokha.Page.Locator("main")).Not.ToContainTextAsync("the door is locked");

        await cast.Dara.Opens("/console/desk/figures", "Figures of the desk");
        await Expect(page.Locator("main")).ToContainTextAsync("< 5"); // nobody can be seen in so few
        await Expect(page.Locator(".scrolls").Last).ToContainTextAsync(Cast.SreymomsName);
        await cast.Dara.Shows("evening-figures");
    }

    internal static async Task<byte[]> Picture(IPage page, string colour) => Convert.FromBase64String(await page.EvaluateAsync<string>("""
        colour => {
          const canvas = document.createElement("canvas");
          canvas.width = 160; canvas.height = 90;
          const pen = canvas.getContext("2d");
          pen.fillStyle = colour; pen.fillRect(0, 0, 160, 90);
          return canvas.toDataURL("image/jpeg").split(",")[1];
        }
        """, colour));

    /// <summary>The supervisor shows the chat that somebody has.</summary>
    private static async Task Chooses(Cast cast, string helper)
    {
        await cast.Dara.Opens("/console/desk", "Desk");
        await cast.Dara.Page.Locator("#open tbody tr", new() { HasText = helper }).GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
    }
}
