using ChatSupport.BotApi;
using ChatSupport.BotApi.People;

namespace ChatSupport.EndToEnd.BotApi;

public sealed class HoldingManyChats : BotApiTest
{
    internal override BotApiOptions Options() => new() { Records = false };

    [Fact]
    public async Task Twenty_thousand_people_write_at_once_and_each_gets_her_own_answer()
    {
        const int People = 20_000;
        var workers = new Worker[People];
        Parallel.For(0, People, index =>
        {
            workers[index] = Api.Worker();
            workers[index].Sends($"{index}");
        });

        var answered = 0;
        var ids = new HashSet<long>();
        for (long offset = 0; answered < People;)
        {
            var batch = (await Result("getUpdates", new { offset })).AsArray();
            await Parallel.ForEachAsync(batch, new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = Cancel }, async (update, _) =>
                await Result("sendMessage", new { chat_id = update!["message"]!["chat"]!["id"]!.GetValue<long>(), text = $"heard {update["message"]!["text"]}" }));
            ids.UnionWith(batch.Select(update => update!["update_id"]!.GetValue<long>()));
            offset = ids.Max() + 1;
            answered += batch.Count;
        }

        Assert.Equal(People, ids.Count);
        Assert.All(workers, worker => Assert.Equal($"heard {worker.Screen[0].Text}", worker.LastFromBot!.Text));
        Assert.Empty(Api.Recorded);
    }
}
