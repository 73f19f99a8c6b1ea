using System.Text.Json.Nodes;
using ChatSupport.BotApi;
using ChatSupport.BotApi.Chats;
using ChatSupport.BotApi.People;
using ChatSupport.EndToEnd.Staff;
using ChatSupport.EndToEnd.Telegram;
using ChatSupport.EndToEnd.WebPage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatSupport.EndToEnd.Desk;

/// <summary>Everybody of one evening, each with her own phone or browser: the program as a process of its own, a Bot API server of its own, a real browser.
/// All have names of their own, so that it can be looked for them where they must never be.</summary>
internal sealed class Cast : IAsyncDisposable
{
    /// <summary>A number that somebody writes into a chat.</summary>
    public const string Number = "012 345 678";

    /// <summary>A second one.</summary>
    public const string OtherNumber = "098 765 432";

    public const string SreymomsName = "Sreymom Chan";
    public const string KuntheasName = "Kunthea Ros";
    private const string SupervisorsName = "Dara Meas";

    // So long that they stand in no ticket or code by chance.
    private static readonly Person[] persons =
    [
        new(6_100_000_001, "Momosamnang", "en", "momo_kampot", LastName: "Chansokunthea"),
        new(6_100_000_002, "Thearyvatey", "km", "theary_ros", LastName: "Rosvannak"),
        new(6_100_000_003, "Bophachenda", "en", "bopha_phone", LastName: "Sampheap"),
    ];

    private Cast(BotApiServer api, ConsoleWorld world, StaffDesk sokha, StaffDesk dara) => (Api, World, Sokha, Dara) = (api, world, sokha, dara);

    public BotApiServer Api { get; }

    public ConsoleWorld World { get; }

    /// <summary>The administrator.</summary>
    public StaffDesk Sokha { get; }

    /// <summary>The supervisor.</summary>
    public StaffDesk Dara { get; }

    /// <summary>A peer educator whose app speaks English.</summary>
    public Worker Sreymom { get; private set; } = null!;

    /// <summary>A peer educator whose app speaks Khmer.</summary>
    public Worker Kunthea { get; private set; } = null!;

    /// <summary>A worker in Telegram, at home in the bot.</summary>
    public Talk Bopha { get; private set; } = null!;

    /// <summary>The phone of a worker in the web chat, at home in it.</summary>
    public Phone Phone { get; private set; } = null!;

    /// <summary>They all come: the helpers by the links that the supervisor made.</summary>
    public static async Task<Cast> Gather()
    {
        var api = await BotApiServer.Start();
        // A Bot API server of one's own has no limits: nobody waits for the pace of Telegram.
        var world = await ConsoleWorld.Start(
            [.. Bot.Settings(api, Way.Polling, 0), ("ChatSupport:Telegram:PerChatPerSecond", "100"), ("ChatSupport:Telegram:PerSecond", "1000"), ("ChatSupport:WebChat:LeaveTo", WebPageWorld.LeaveTo)]);
        var sokha = await world.Administrator();
        var link = await sokha.Invites(SupervisorsName, "Supervisor");
        var dara = await world.NewDesk();
        await dara.JoinsByPasskey(link);
        var cast = new Cast(api, world, sokha, dara);
        cast.Sreymom = await cast.Joins(SreymomsName, persons[0], "Welcome to the helpers", "I'm on", "We will ask you");
        cast.Kunthea = await cast.Joins(KuntheasName, persons[1], "សូមស្វាគមន៍មកកាន់ក្រុមអ្នកជួយ", "ខ្ញុំធ្វើការ", "យើងនឹងសួរអ្នក");
        cast.Bopha = new Talk(api.Worker(persons[2]));
        await cast.Bopha.Types("/start", "Do you agree?");
        await cast.Bopha.Presses("I agree. Begin", "What would you like to know?");
        cast.Phone = await (await world.NewPhone()).OpenHome();
        return cast;
    }

    /// <summary>Everything that the web chat ever held for the worker, as the server tells it.</summary>
    public async Task<string> AllInTheWebChat()
    {
        var (conversation, token) = await Phone.Kept();
        using var http = new HttpClient { BaseAddress = World.Program.Url };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return await http.GetStringAsync(new Uri($"/v3/directline/conversations/{conversation}/activities", UriKind.Relative), TestContext.Current.CancellationToken);
    }

    /// <summary>Neither names, handles nor ids of the one side ever reached the other, nor another's of the same side.</summary>
    /// <param name="web">Everything that the page of the worker in the web chat ever showed.</param>
    public async Task KnowsNobody(string web)
    {
        var (conversation, _) = await Phone.Kept();
        Worker[] people = [Sreymom, Kunthea, Bopha.Worker];
        for (var at = 0; at < people.Length; at++)
        {
            var others = persons.Where(person => person.Id != people[at].Id).SelectMany(NamesOf).Append(conversation);
            HoldsNone(AllSentTo(people[at]), others, $"what the bot sent to {persons[at].FirstName}");
        }
        HoldsNone(web, persons.SelectMany(NamesOf), "the web chat");
    }

    private static string AllSentTo(Worker who) =>
        string.Join('\n', who.History.Select(call => string.Join(' ', call.Request.Select(field => ((JsonNode?)field.Value)?.ToString()))));

    private static IEnumerable<string> NamesOf(Person person) => [$"{person.Id}", person.FirstName, person.LastName!, person.Username!];

    private static void HoldsNone(string all, IEnumerable<string> names, string where)
    {
        Assert.NotEmpty(all);
        foreach (var name in names.Concat([SreymomsName, KuntheasName, SupervisorsName]))
            Assert.False(all.Contains(name, StringComparison.OrdinalIgnoreCase), $"'{name}' stands in {where}.");
    }

    private async Task<Worker> Joins(string name, Person person, string welcome, string on, string thanks)
    {
        var page = Dara.Page;
        await Dara.Opens("/console/desk/roster", "Roster");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add an educator" }).ClickAsync();
        await page.Locator("#roster-name").FillAsync(name);
        await page.GetByLabel("en", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        var link = await page.Locator("#invitation").InputValueAsync();
        var educator = Api.Worker(person);
        educator.Sends("/start " + link.Split("start=")[1]);
        await Evening.Sees(educator, welcome);
        await educator.WaitFor(screen => screen.Any(message => message.Buttons.Any(button => button.Label == on)), what: "she can say that she is on");
        educator.Presses(on);
        await Evening.Sees(educator, thanks);
        await Expect(page.Locator("#roster tr", new() { HasText = name })).ToContainTextAsync("Is on"); // by itself
        return educator;
    }

    public async ValueTask DisposeAsync()
    {
        if (Phone is not null)
            await Phone.DisposeAsync();
        await Dara.DisposeAsync();
        await Sokha.DisposeAsync();
        await World.DisposeAsync();
        await Api.DisposeAsync();
    }
}
