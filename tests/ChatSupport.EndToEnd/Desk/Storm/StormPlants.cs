using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ChatSupport.BotApi;

namespace ChatSupport.EndToEnd.Desk.Storm;

/// <summary>Puts every kind of fault into a storm that is over, as a program with faults would have made it, to see that the judge sees it.</summary>
internal sealed class StormPlants(BotApiServer api, IReadOnlyList<StormWorker> workers, IReadOnlyList<StormHelper> helpers)
{
    /// <summary>Puts them in.</summary>
    /// <returns>What the judge has to say of each.</returns>
    public async Task<IReadOnlyList<string>> Put(CancellationToken cancel)
    {
        using var bot = new HttpClient { BaseAddress = new Uri($"{api.Url}/bot{api.Token}/") };
        var threads = Threads().DistinctBy(thread => thread.Helper).ToList();
        Assert.True(threads.Count > 1, "Only one helper wrote into a topic that is still there.");
        var (helper, topic, worker) = threads[0];
        var (otherHelper, otherTopic, otherWorker) = threads[1];
        var (she, other) = (workers[worker], workers[otherWorker]);
        var (first, second, answer) = (other.Said.ElementAt(5), other.Said.ElementAt(2), helpers[otherHelper].Said.Last(said => said.Topic == otherTopic).Mark);
        await Send(bot, helpers[helper].She.Id, first, await NewTopic(bot, helpers[helper].She.Id, cancel), cancel);
        foreach (var mark in new[] { first, first, second })
            await Send(bot, helpers[helper].She.Id, mark, topic, cancel);
        await Send(bot, she.She.Id, answer, null, cancel);
        await Send(bot, other.She.Id, she.She.Person.FirstName, null, cancel);
        she.Says(); // nobody is there any more who could bring it
        she.Changed[first] = "newer words";
        return
        [
            $"In one topic of helper {helper} stand words of",
            $"{first} came to helper {helper} while",
            $"{first} was brought to helper {helper} again without need.",
            $"helper {helper} saw {first} {second}.",
            $"{answer} was for w{otherWorker:00} and reached worker {worker}.",
            $"A call for one chat holds \"{she.She.Person.FirstName}\" of another's.",
            $"{she.Said.Last()} reached no helper.",
            $"Helper {helper} sees only old words of {first}",
        ];
    }

    /// <summary>The topics that are still there, in which their helper wrote and their worker stands.</summary>
    private IEnumerable<(int Helper, int Topic, int Worker)> Threads()
    {
        foreach (var (at, helper) in helpers.Index())
        {
            foreach (var topic in helper.Topics.Where(topic => helper.Said.Any(said => said.Topic == topic)))
            {
                var words = string.Join(' ', helper.She.Screen.Where(message => message.FromBot && message.Topic == topic).Select(message => message.Text));
                var whose = workers.Index().Where(worker => worker.Item.Said.Any(mark => words.Contains(mark, StringComparison.Ordinal))).Select(worker => worker.Index).ToList();
                if (whose is [var only])
                    yield return (at, topic, only);
            }
        }
    }

    private static async Task<int> NewTopic(HttpClient bot, long chat, CancellationToken cancel)
    {
        using var answer = await bot.PostAsJsonAsync("createForumTopic", new Dictionary<string, object?> { ["chat_id"] = chat, ["name"] = "of nobody" }, cancel);
        var made = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>(cancel);
        return made!["result"]!["message_thread_id"]!.GetValue<int>();
    }

    private static async Task Send(HttpClient bot, long chat, string text, int? topic, CancellationToken cancel)
    {
        using var answer = await bot.PostAsJsonAsync("sendMessage", new Dictionary<string, object?> { ["chat_id"] = chat, ["text"] = text, ["message_thread_id"] = topic }, cancel);
        answer.EnsureSuccessStatusCode();
    }
}
