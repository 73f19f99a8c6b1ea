using ChatSupport.Conversations;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Relay;
using ChatSupport.Storage;

namespace ChatSupport.Tests.Escalation;

/// <summary>The invariants, looked at from what phones showed and from what is kept.</summary>
internal sealed class DeskCheck
{
    private readonly DeskWorld world;
    private readonly DeskPlay play;
    private readonly List<Outbound> sent;
    private readonly Dictionary<string, List<DeskLine>> lines;
    private readonly Dictionary<string, DeskChat> chats;
    private readonly Dictionary<string, Educator> educators;

    public DeskCheck(DeskWorld world, DeskPlay play)
    {
        (this.world, this.play) = (world, play);
        sent = [.. world.Phones.Sent.Skip(play.From)];
        chats = play.Chats.Keys.Select(id => world.Desk.Read(pen => pen.Chat(id))).OfType<DeskChat>().ToDictionary(chat => chat.Id);
        lines = chats.Keys.ToDictionary(id => id, world.Lines);
        educators = world.Desk.Read(pen => pen.Educators()).ToDictionary(one => one.Id);
    }

    public void Run()
    {
        foreach (var chat in chats.Values)
        {
            HasATimerOrAHuman(chat);
            foreach (var line in lines[chat.Id].Where(line => line.From != LineFrom.Note))
                IsNotLost(chat, line);
            KeepsOrder(chat, LineFrom.Worker);
            KeepsOrder(chat, LineFrom.Helper);
        }
        foreach (var (mark, said) in play.Said)
        {
            ReachesNobodyElse(mark, said.By, said.IsWorker);
            NoChangeOvertakes(mark);
            IsShownOnceButForLostAnswers(mark);
        }
        NamesNobody();
        NothingStaysWhereItMustNot();
        Assert.DoesNotContain(world.Host.Get<ChatSupport.Tests.Conversations.TestLog>().Lines, line =>
            line.Contains("failed; she was told", StringComparison.Ordinal) || line.Contains("could not be told of", StringComparison.Ordinal) || line.Contains("What is due at the desk", StringComparison.Ordinal));
    }

    /// <summary>I7.</summary>
    private void HasATimerOrAHuman(DeskChat chat)
    {
        if (!chat.IsOpen)
            return;
        var next = DeskTimers.Next(chat, world.Desk.Options);
        Assert.True(next is not null || chat.Owner is not null, $"Nobody and nothing looks after chat {chat.Id}: {chat.State}.");
        Assert.True(next is null || next.At > world.Time.GetUtcNow(), $"What was due was not done: {next}.");
        Assert.True(chat.Owner is null || educators[chat.Owner] is { LeftAt: null, Away: false, Conversation: not null }, "Who has it cannot be reached.");
    }

    /// <summary>I1.</summary>
    private void IsNotLost(DeskChat chat, DeskLine line)
    {
        var isOver = !chat.IsOpen;
        switch (line.State)
        {
            case LineState.Delivered:
                Assert.True(sent.Exists(one => one.Conversation == line.To && Text(one).Contains(MarkIn(line) ?? "", StringComparison.Ordinal)), $"{line.Text} is said to have arrived.");
                break;
            case LineState.Sending:
                Assert.Fail($"{line.Text} is on its way for ever ({chat.State}).");
                break;
            case LineState.Waiting when line.From == LineFrom.Worker && isOver:
                Assert.True(chat.Outcome is DeskOutcome.ByWorker or DeskOutcome.Erased || chat.Rating is not null, $"{line.Text} was never read, and the chat is over: {chat.Outcome}.");
                break;
            case LineState.Waiting when line.From == LineFrom.Worker:
                Assert.True(chat.Owner is null || chat.AgainAt is not null, $"{line.Text} waits, though {chat.Owner} has the chat ({chat.State}).");
                break;
            case LineState.Waiting:
                Assert.True(!isOver && chat.Reach != Reach.Open, $"{line.Text} waits for nothing ({chat.State}, {chat.Reach}).");
                Assert.Equal(chat.Owner ?? chat.Supervisor, line.Educator);
                break;
        }
    }

    /// <summary>I3.</summary>
    private void KeepsOrder(DeskChat chat, LineFrom from)
    {
        foreach (var phone in sent.GroupBy(one => one.Conversation))
        {
            var first = new List<(long Number, int At)>();
            var all = phone.ToList();
            foreach (var line in lines[chat.Id].Where(line => line.From == from && line.State == LineState.Delivered && line.HeldFor is null && MarkIn(line) is { } mark && !play.Refused.Contains(mark)
                && !Held(line)))
            {
                var at = all.FindIndex(one => one.Body is OutboundBody.Line { Ticket: { } ticket } && ticket == Deliveries.TicketOf(line));
                if (at >= 0)
                    first.Add((line.Number, at));
            }
            Assert.Equal(first.Select(one => one.Number), first.OrderBy(one => one.At).Select(one => one.Number));
        }
    }

    /// <summary>I4 to I6: only who had the chat, or whose it is, ever saw it.</summary>
    private void ReachesNobodyElse(string mark, Somebody by, bool isWorker)
    {
        var ids = lines.Where(chat => chat.Value.Exists(line => MarkIn(line) == mark)).Select(chat => chat.Key).ToList();
        var may = new HashSet<string>(StringComparer.Ordinal) { by.Key };
        foreach (var id in ids)
        {
            may.UnionWith(Owners(id));
            if (!isWorker)
                may.Add(play.Chats[id].Key);
        }
        if (isWorker && ids.Count == 0)
            return; // erased, and what had been shown then cannot be told from here
        if (isWorker)
            may.ExceptWith(play.Workers.Where(worker => worker != by).Select(worker => worker.Key));
        foreach (var one in sent.Where(one => Text(one).Contains(mark, StringComparison.Ordinal) && ids.Count > 0))
            Assert.True(may.Contains(one.Conversation), $"{mark} of {by.Key} reached {one.Conversation}.");
    }

    private void NoChangeOvertakes(string mark)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in sent.Where(one => Text(one).Contains(mark, StringComparison.Ordinal)))
        {
            if (one.Body is OutboundBody.Line { Ticket: { } ticket } && ticket.StartsWith("change:", StringComparison.Ordinal))
                Assert.True(seen.Contains(one.Conversation), $"A change of {mark} came before it.");
            seen.Add(one.Conversation);
        }
    }

    /// <summary>I9.</summary>
    private void IsShownOnceButForLostAnswers(string mark)
    {
        foreach (var rows in sent.Where(one => one.Body is OutboundBody.Line { Ticket: { } ticket } && ticket.StartsWith("line:", StringComparison.Ordinal) && Text(one).Contains(mark, StringComparison.Ordinal)).GroupBy(one => one.Id))
            Assert.True(rows.Count() <= 1 + play.Lost.GetValueOrDefault(mark), $"{mark} was sent {rows.Count()} times.");
    }

    /// <summary>I8.</summary>
    private void NamesNobody()
    {
        var keys = world.Phones.Sent.Select(one => one.Conversation).ToHashSet(StringComparer.Ordinal);
        foreach (var one in sent)
        {
            var all = $"{Text(one)} {(one.Body is OutboundBody.Line line ? string.Join(' ', line.Buttons.SelectMany(row => row).Select(button => button.Id + button.Label)) + line.Thread + line.Ticket : "")}";
            Assert.DoesNotContain("name-", all, StringComparison.Ordinal);
            Assert.DoesNotContain("address-of", all, StringComparison.Ordinal);
            Assert.DoesNotContain("test:", all, StringComparison.Ordinal);
            Assert.DoesNotContain("said", all.Replace("What was said", "", StringComparison.Ordinal).Replace("had said", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    /// <summary>What stands on a helper's phone is of chats that she has; what was erased stands nowhere.</summary>
    private void NothingStaysWhereItMustNot()
    {
        foreach (var helper in play.Helpers.Distinct())
        {
            if (educators[helper.Educator!].Away)
                continue; // nothing can be deleted there now
            foreach (var (mark, said) in play.Said.Where(said => said.Value.IsWorker && helper.Count(said.Key) > 0))
            {
                var of = lines.Where(chat => chat.Value.Exists(line => MarkIn(line) == mark)).Select(chat => chats[chat.Key]).ToList();
                Assert.True(play.Lost.ContainsKey(mark) || of.Exists(chat => chat.Owner == helper.Educator), $"{mark} stands on a phone that has no part in it: {string.Join(", ", of.Select(chat => $"{chat.State} {chat.Owner}"))}.");
            }
        }
    }

    private static bool Held(DeskLine line) => line.Text.Contains("345 678", StringComparison.Ordinal) || line.Text.Contains("765 432", StringComparison.Ordinal) || !line.Earlier.IsEmpty;

    private IEnumerable<string> Owners(string chat) =>
        world.Host.Get<StoreReaders>().Read(session => session["SELECT DISTINCT who FROM desk_events WHERE chat = $1 AND kind = 'claimed'"].All(row => row.GetString(0), chat))
            .Select(id => play.Helpers.Append(play.Supervisor).FirstOrDefault(helper => helper.Educator == id)?.Key).OfType<string>();

    private string? MarkIn(DeskLine line) => play.Said.Keys.FirstOrDefault(mark => line.Text.Contains(mark, StringComparison.Ordinal));

    private static string Text(Outbound one) => one.Body is OutboundBody.Line line ? line.Text : "";
}
