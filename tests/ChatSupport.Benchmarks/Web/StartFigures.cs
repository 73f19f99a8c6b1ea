using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace ChatSupport.Benchmarks.Web;

/// <summary>From the start of the program, with a new database, to the first answer that a worker has, over real HTTP. Less than 2.5 seconds are required.</summary>
internal static class StartFigures
{
    private const int Rounds = 5;
    private static readonly TimeSpan between = TimeSpan.FromMilliseconds(10);

    /// <summary>Measures and prints, a line a round.</summary>
    /// <param name="program">The program's <c>chatsupport.dll</c>, such as one that was published; null for the one built beside this.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> Print(string? program)
    {
        var seconds = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            await using var served = ServedProgram.Begin(program);
            await FirstAnswer(served.Url);
            seconds.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"start to first answer: {seconds[^1]:0.00} s"));
        }

        seconds.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"median {seconds[Rounds / 2]:0.00} s, least {seconds[0]:0.00} s, most {seconds[^1]:0.00} s"));
        return 0;
    }

    private static async Task FirstAnswer(Uri url)
    {
        using var http = new HttpClient { BaseAddress = new Uri(url, "/v3/directline/"), Timeout = TimeSpan.FromSeconds(20) };
        http.DefaultRequestHeaders.Add("Origin", url.GetLeftPart(UriPartial.Authority));
        http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        await Authorize(http, "tokens/generate");
        var chat = await Authorize(http, "conversations");
        var hers = new { type = "message", from = new { id = "she" }, text = "hello", locale = "en" };
        using (var posted = await http.PostAsJsonAsync($"conversations/{chat}/activities", hers))
            posted.EnsureSuccessStatusCode();

        while (true)
        {
            var seen = await http.GetFromJsonAsync<JsonElement>($"conversations/{chat}/activities");
            if (seen.GetProperty("activities").EnumerateArray().Any(IsAnswer))
                return;
            await Task.Delay(between);
        }
    }

    /// <summary>Asks until the program listens; takes the token of the answer.</summary>
    /// <returns>The conversation's id.</returns>
    private static async Task<string> Authorize(HttpClient http, string path)
    {
        for (var began = Stopwatch.GetTimestamp(); ; await Task.Delay(between))
        {
            try
            {
                using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), content: null);
                var body = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
                http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", body.GetProperty("token").GetString());
                return body.GetProperty("conversationId").GetString()!;
            }
            catch (HttpRequestException e) when (e.StatusCode is null && Stopwatch.GetElapsedTime(began) < TimeSpan.FromMinutes(1))
            {
                // not yet
            }
        }
    }

    private static bool IsAnswer(JsonElement activity) =>
        activity.GetProperty("type").GetString() == "message" && activity.GetProperty("from").GetProperty("id").GetString() == "bot";
}
