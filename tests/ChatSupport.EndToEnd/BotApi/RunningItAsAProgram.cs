using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Telegram.Bot;

namespace ChatSupport.EndToEnd.BotApi;

public sealed class RunningItAsAProgram
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_says_where_it_is_is_driven_over_http_and_stops_when_asked()
    {
        using var program = Start("--port", "0", "--token", "42:secret", "--seed", "5");
        var url = await program.StandardOutput.ReadLineAsync(Cancel);
        using var http = new HttpClient { BaseAddress = new Uri(url!) };
        var id = (await Control(http, "workers", new { language_code = "km" }))["id"]!.GetValue<long>();
        await Control(http, $"workers/{id}/sends", new { text = "hello" });
        var bot = new TelegramBotClient(new TelegramBotClientOptions("42:secret", url));

        var update = Assert.Single(await bot.GetUpdates(cancellationToken: Cancel));
        await bot.SendMessage(update.Message!.Chat.Id, "heard", cancellationToken: Cancel);

        Assert.Equal("heard", (await Control(http, $"workers/{id}/wait", new { text = "heard" }))["text"]!.ToString());
        Assert.Equal(1, (await Control(http, "calls", new { }))["sendMessage"]!.GetValue<int>());
        Assert.Contains("There is no worker 7", (await Control(http, "workers/7/sends", new { text = "x" }))["error"]!.ToString(), StringComparison.Ordinal);
        using var kill = Process.Start("kill", ["-TERM", $"{program.Id}"]);
        await program.WaitForExitAsync(Cancel);
        Assert.Equal(0, program.ExitCode);
    }

    [Fact]
    public async Task An_option_that_it_does_not_know_ends_it_with_a_sentence()
    {
        using var program = Start("--prot", "9200");
        var error = await program.StandardError.ReadToEndAsync(Cancel);
        await program.WaitForExitAsync(Cancel);

        Assert.Equal(2, program.ExitCode);
        Assert.StartsWith("'--prot 9200' is not understood. Use: --port NUMBER", error, StringComparison.Ordinal);
    }

    private static Process Start(params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ChatSupport.BotApi.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    private static async Task<JsonNode> Control(HttpClient http, string path, object body)
    {
        using var response = await http.PostAsJsonAsync($"/control/{path}", body, Cancel);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!;
    }
}
