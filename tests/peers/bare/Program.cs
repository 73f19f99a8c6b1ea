using System.Globalization;
using ChatSupport.Peers.Bare;

// The limit that the benchmark compares with: a webhook that keeps the rows of a turn in a group commit and makes one call of the Bot API, and nothing else.
// No cipher, no grains, no dialogs, no pace, no order within a chat, no reading back after a start.
// bare PORT FILE, with API_URL in the environment.
using var store = new GroupStore(args[1]);
using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, ActivityHeadersPropagator = null })
{
    BaseAddress = new Uri(Environment.GetEnvironmentVariable("API_URL")!),
};
var talk = new Talk(store, http);

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false)
    .UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{args[0]}"));
var app = builder.Build();
app.MapPost("/telegram/webhook", (HttpContext call) => talk.Take(call));
await app.RunAsync();
