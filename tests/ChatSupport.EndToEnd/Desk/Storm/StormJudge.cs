using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatSupport.BotApi.Crashes;
using ChatSupport.BotApi.People;

namespace ChatSupport.EndToEnd.Desk.Storm;

/// <summary>Looks at every call that arrived in every chat: what was lost, given to the wrong person, doubled, out of order, or told too much.</summary>
internal sealed partial class StormJudge(IReadOnlyList<StormWorker> workers, IReadOnlyList<StormHelper> helpers, IReadOnlyList<LifeTime> lives)
{
    private const string Earlier = "What was said before:";

    private readonly List<string> faults = [];
    private readonly List<Shown> shown = [];
    private readonly Dictionary<string, Calls> calls = new(StringComparer.Ordinal);

    /// <summary>What is wrong, a sentence each; empty for nothing.</summary>
    public IReadOnlyList<string> Judge()
    {
        foreach (var (she, who) in workers.Select((worker, at) => (worker.She, $"worker {at}")).Concat(helpers.Select((helper, at) => (helper.She, $"helper {at}"))))
            shown.AddRange(she.History.SelectMany(call => Read(call, who)));
        Lost();
        WrongPerson();
        Order();
        Doubled();
        Owners();
        Changes();
        Known();
        return faults;
    }

    /// <summary>How many messages were brought again after a kill or a cut.</summary>
    public int Repeated { get; private set; }

    private void Lost()
    {
        foreach (var mark in workers.SelectMany(worker => worker.Said).Except(shown.Where(one => one.Who.StartsWith('h')).Select(one => one.Mark)))
            faults.Add($"{mark} reached no helper.");
        foreach (var (helper, at) in helpers.Select((helper, at) => (helper, at)))
        {
            // What she wrote into a topic that is still hers arrived; of a chat that went on to another she is told, or its topic is gone.
            var open = helper.Topics;
            var arrived = shown.Where(one => one.Who.StartsWith('w')).Select(one => one.Mark).ToHashSet(StringComparer.Ordinal);
            var told = helper.She.History.Count(call => call.Succeeded && Text(call) is { } text && (text.Contains("was not sent", StringComparison.Ordinal) || text.Contains("did not arrive", StringComparison.Ordinal)));
            var missing = helper.Said.Where(one => open.Contains(one.Topic) && !arrived.Contains(one.Mark)).ToList();
            if (missing.Count > told)
                faults.Add($"Of helper {at}: {string.Join(' ', missing.Select(one => one.Mark))} reached nobody, and she was told {told} times.");
        }
    }

    private void WrongPerson()
    {
        var threads = shown.Where(one => one.Who.StartsWith('h') && one.Topic is not null).GroupBy(one => (one.Who, one.Topic)).ToDictionary(
            thread => thread.Key, thread => thread.Where(one => one.Mark[0] == 'w').Select(one => one.Mark[..3]).Distinct().ToList());
        foreach (var (thread, whose) in threads.Where(thread => thread.Value.Count > 1))
            faults.Add($"In one topic of {thread.Who} stand words of {string.Join(" and ", whose)}.");
        foreach (var one in shown.Where(one => one.Who.StartsWith('h') && one.Topic is null))
            faults.Add($"{one.Mark} stands outside of any topic of {one.Who}.");
        foreach (var one in shown.Where(one => one.Who.StartsWith('w')))
        {
            var (mark, topic) = helpers.SelectMany(helper => helper.Said).FirstOrDefault(said => said.Mark == one.Mark);
            var whose = mark is null ? null : threads.GetValueOrDefault(($"helper {int.Parse(mark[1..3], CultureInfo.InvariantCulture)}", topic));
            if (mark is null)
                faults.Add($"{one.Mark} of another worker reached {one.Who}.");
            else if (whose is [var person] && one.Who != $"worker {int.Parse(person[1..], CultureInfo.InvariantCulture)}")
                faults.Add($"{mark} was for {person} and reached {one.Who}.");
        }
    }

    /// <summary>In each chat and each direction what is shown for the first time is in the order in which it was said.</summary>
    private void Order()
    {
        foreach (var thread in shown.Where(one => !WasErased(one)).GroupBy(one => (one.Who, one.Topic, By: one.Mark[..3])))
        {
            var first = thread.Select(one => one.Mark).Distinct().ToList();
            if (!first.SequenceEqual(first.Order(StringComparer.Ordinal)))
                faults.Add($"{thread.Key.Who} saw {string.Join(' ', first)}.");
        }
    }

    /// <summary>A line is brought once to one place; again there only where a kill or a cut hid whether it arrived, or it was deleted meanwhile.</summary>
    private void Doubled()
    {
        foreach (var line in shown.Where(one => one is { IsEarlier: false, IsEdit: false }).GroupBy(one => (one.Mark, one.Who, one.Topic)))
        {
            foreach (var (before, after) in line.Zip(line.Skip(1)))
            {
                if (before.Call.Fault is { HidesAnswer: true } || Life(before.Call) < Life(after.Call))
                    Repeated++;
                else if (!after.IsChange && !WasErased(before))
                    faults.Add($"{before.Mark} was brought to {before.Who} again without need.");
            }
        }
    }

    /// <summary>One helper has a chat at a time: before its lines come to another, the head of the chat does. What was underway when a chat moved had left before.</summary>
    private void Owners()
    {
        foreach (var chat in shown.Where(one => one is { IsEdit: false } && one.Who.StartsWith('h') && one.Mark[0] == 'w').GroupBy(one => one.Mark[..3]))
        {
            var since = new Dictionary<string, RecordedCall>(StringComparer.Ordinal);
            string? owner = null;
            foreach (var one in chat.OrderBy(one => one.Call.Came))
            {
                if (owner is not null && owner != one.Who && !HasHead(one, since.GetValueOrDefault(one.Who)?.Came))
                    faults.Add($"{one.Mark} came to {one.Who} while {owner} had the chat: {Way(chat.Key, one.Call)}");
                owner = one.Who;
                since[one.Who] = one.Call;
            }
        }
    }

    /// <summary>Who sees a message that was changed sees its newest words as well. Where the app hid whether it has the older ones, they may stand beside them.</summary>
    private void Changes()
    {
        var screens = helpers.Select((helper, at) => (Open(helper), at)).ToList();
        foreach (var (mark, newest) in workers.SelectMany(worker => worker.Changed))
        {
            foreach (var (all, at) in screens)
            {
                var screen = all.Where(message => message.Text.Contains(mark, StringComparison.Ordinal)).ToList();
                if (screen.Count > 0 && !screen.Any(message => message.Text.Contains(newest, StringComparison.Ordinal)))
                    faults.Add($"Helper {at} sees only old words of {mark}: {screen[^1].Text}; {Story(mark)}");
            }
        }
    }

    /// <summary>What stands in the topics of hers that are still there.</summary>
    private static List<ScreenMessage> Open(StormHelper helper)
    {
        var topics = helper.Topics;
        return [.. helper.She.Screen.Where(message => message is { FromBot: true, Topic: { } topic } && topics.Contains(topic))];
    }

    private string Story(string mark) => string.Join(" | ", shown.Where(one => one.Mark == mark).OrderBy(one => one.Call.At).Select(one =>
        $"{one.Who} {one.Topic} {one.Call.Method} {(one.IsEarlier ? "earlier" : Text(one.Call))} {one.Call.Fault?.GetType().Name} life {Life(one.Call)}"));

    /// <summary>What of a chat came to whom around a call: its lines and its heads.</summary>
    private string Way(string chat, RecordedCall around) => string.Join(" | ", helpers.SelectMany((helper, at) => helper.She.History.Select(call => (at, call)))
        .Where(one => one.call.At >= around.At.AddSeconds(-20) && one.call.At <= around.At.AddSeconds(5))
        .Where(one => Text(one.call) is { } text && (text.Contains(chat, StringComparison.Ordinal) || text.Contains("goes to her alone", StringComparison.Ordinal)))
        .OrderBy(one => one.call.At).Select(one => $"{one.call.At:ss.fff} helper {one.at} {TopicOf(one.call)} {one.call.Method} {one.call.Fault?.GetType().Name} life {Life(one.call)}: {Text(one.call)!.ReplaceLineEndings(" ")}"));

    private Worker Phone(string who) => who.Split(' ') is ["helper", var helper]
        ? helpers[int.Parse(helper, CultureInfo.InvariantCulture)].She : workers[int.Parse(who.Split(' ')[1], CultureInfo.InvariantCulture)].She;

    private bool HasHead(Shown one, DateTimeOffset? since) =>
        Of(one.Who).Heads.Any(head => head.Topic == one.Topic && !(head.Came < since) && head.Came <= one.Call.Came);

    private bool WasErased(Shown one) => MessageOf(one.Call) is { } id && Of(one.Who).Erased.Contains(id);

    /// <summary>What stands in the calls for somebody: read once, as there are thousands.</summary>
    private Calls Of(string who)
    {
        if (calls.TryGetValue(who, out var known))
            return known;
        var history = Phone(who).History.Where(call => call.Succeeded).ToList();
        return calls[who] = new Calls(
            [.. history.Where(call => Text(call)?.Contains("goes to her alone", StringComparison.Ordinal) == true).Select(call => (TopicOf(call), call.Came))],
            [.. history.Where(call => call.Method is "deleteMessages" or "deleteMessage").SelectMany(call => Number().Matches(call.Request.ToJsonString())).Select(number => number.Value)]);
    }

    /// <summary>Nothing by which one side could know the other is in any call for it.</summary>
    private void Known()
    {
        var everybody = workers.Select(worker => worker.She).Concat(helpers.Select(helper => helper.She)).ToList();
        foreach (var one in everybody)
        {
            var asked = string.Join('\n', one.History.Select(call => Regex.Unescape(call.Request.ToJsonString())));
            foreach (var other in everybody.Where(other => other != one))
            {
                foreach (var word in new[] { other.Person.FirstName, other.Person.Username!, other.Id.ToString(CultureInfo.InvariantCulture) })
                {
                    if (asked.Contains(word, StringComparison.Ordinal))
                        faults.Add($"A call for one chat holds \"{word}\" of another's.");
                }
            }
        }
    }

    private int Life(RecordedCall call) => lives.Count(life => life.Began <= call.At);

    private static string? Text(RecordedCall call) => call.Request["text"]?.ToString();

    private static IEnumerable<Shown> Read(RecordedCall call, string who)
    {
        if (!call.Succeeded || call.Method is not ("sendMessage" or "editMessageText") || Text(call) is not { } text)
            yield break;
        foreach (Match mark in Mark().Matches(text))
            yield return new Shown(mark.Value, who, TopicOf(call), call, text.Contains(Earlier, StringComparison.Ordinal), call.Method == "editMessageText", text.Contains('✏'));
    }

    private static string? MessageOf(RecordedCall call) => JsonNode.Parse(call.Response)?["result"]?["message_id"]?.ToString();

    private static int? TopicOf(RecordedCall call) => JsonNode.Parse(call.Response)?["result"]?["message_thread_id"]?.GetValue<int>();

    [GeneratedRegex("[wh][0-9]{2}n[0-9]{2}z")]
    private static partial Regex Mark();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();

    /// <summary>Heads of chats, and numbers of messages that were deleted.</summary>
    private sealed record Calls(List<(int? Topic, DateTimeOffset Came)> Heads, HashSet<string> Erased);

    /// <summary>A mark that was shown.</summary>
    private sealed record Shown(string Mark, string Who, int? Topic, RecordedCall Call, bool IsEarlier, bool IsEdit, bool IsChange);
}
