using ChatSupport.Storage;

namespace ChatSupport.Conversations;

/// <summary>Sends the messages of one conversation, one after another, until none is left.</summary>
/// <param name="outbox">Where they wait.</param>
/// <param name="lane">The conversation.</param>
/// <param name="way">The channel with its pace.</param>
/// <param name="desk">What all lanes share.</param>
internal sealed class SenderLane(Outbox outbox, OutboxLane lane, SenderWay way, SenderDesk desk)
{
    private static readonly TimeSpan GivenUpAfter = TimeSpan.FromHours(24);
    private static readonly TimeSpan TriedFor = TimeSpan.FromHours(1);
    private static readonly TimeSpan LineGivenUpAfter = TimeSpan.FromMinutes(15); // whoever wrote it is told, and can write again
    private const int MostMoves = 3;
    private const int MostTriesForOldMenu = 3;

    public async Task Run(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested && outbox.TryNext(lane, out var item))
        {
            try
            {
                await Send(item, stopping).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return; // its row stays for the next start
            }
            catch (StoreUnavailableException)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), desk.Time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                continue;
            }
            catch (Exception e)
            {
                desk.Log.LaneFailed(item.Id, e);
                await Pause(item, SenderDesk.LongestPause, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                continue;
            }
            outbox.Done(lane);
        }
    }

    private Task Send(OutboxItem item, CancellationToken stopping)
    {
        if (item.Body is OutboundBody.Post post)
            return desk.Bring(lane.Conversation, item, post.News, stopping);
        if (!lane.KnowsMenu || lane.Address is null)
            ReadFacts();
        if (lane.Address is null)
            return desk.Marks.Failed(lane.Conversation, item, "no address is known");
        return item.Body is OutboundBody.Erase erase ? Erase(item, erase, stopping) : Show(item, stopping);
    }

    private async Task Show(OutboxItem item, CancellationToken stopping)
    {
        var isMenu = item.Body is OutboundBody.Show { Reply: Dialogs.Running.Reply.Menu };
        var edits = item.Body switch
        {
            OutboundBody.Show { Reply: Dialogs.Running.Reply.Menu, Replaces: true } => lane.Menu,
            OutboundBody.Line line => line.Edits,
            _ => null,
        };
        if (await Carry(item, item.Body, edits, stopping).ConfigureAwait(false) is not { } arrived)
            return;
        var newMenu = isMenu && arrived.MessageId is not null && arrived.MessageId != lane.Menu ? arrived.MessageId : null;
        await desk.Marks.Sent(lane.Conversation, item, arrived.MessageId, newMenu, arrived.InNewThread).ConfigureAwait(false);
        if (newMenu is null)
            return;
        var older = lane.Menu;
        lane.Menu = newMenu;
        if (older is not null)
            await TakeAway(older, item, stopping).ConfigureAwait(false);
    }

    private async Task Erase(OutboxItem item, OutboundBody.Erase erase, CancellationToken stopping)
    {
        IReadOnlyList<string> ids = erase.Messages;
        var upTo = 0L;
        if (erase.Everything && way.Channel.Pace.EraseWithin is { } within)
        {
            (var standing, upTo) = desk.Rows.ReadStanding(lane.Conversation, desk.Time.GetUtcNow() - within);
            ids = [.. ids.Union(standing, StringComparer.Ordinal).Union(lane.Menu is { } menu ? [menu] : [], StringComparer.Ordinal)]; // a menu may be older: at least its words go
        }
        if (way.Channel.Pace.EraseWithin is null)
            ids = [];
        var whole = erase.Everything && way.Channel.Pace.ErasesWhole;
        if ((ids.Count > 0 || whole) && await Carry(item, erase with { Messages = [.. ids] }, null, stopping).ConfigureAwait(false) is null)
            return;
        var menuToo = lane.Menu is not null && (whole || ids.Contains(lane.Menu, StringComparer.Ordinal));
        await desk.Marks.Erased(lane.Conversation, item, ids, upTo, menuToo).ConfigureAwait(false);
        if (menuToo)
            lane.Menu = null;
    }

    /// <summary>Brings a message to the channel, however long it takes.</summary>
    /// <returns>Null where it will never arrive, which is then written down.</returns>
    private async Task<SendOutcome.Sent?> Carry(OutboxItem item, OutboundBody body, string? edits, CancellationToken stopping)
    {
        var (tries, moves) = (0, 0);
        var began = desk.Time.GetTimestamp();
        while (!lane.IsDropped(item))
        {
            switch (await Try(item, body, edits, stopping).ConfigureAwait(false))
            {
                case SendOutcome.Sent sent:
                    return sent;
                case SendOutcome.EditGone when body is OutboundBody.Line { OnlyEdits: true } or OutboundBody.Show { OnlyEdits: true }:
                    return new SendOutcome.Sent(null);
                case SendOutcome.EditGone when edits is not null:
                    edits = null;
                    break;
                case SendOutcome.Moved moved when moves++ < MostMoves:
                    await desk.Marks.Moved(lane.Conversation, moved.Address).ConfigureAwait(false);
                    lane.Address = moved.Address;
                    break;
                case SendOutcome.Wait wait when !IsTooOld(item, began):
                    await Hold(item, wait, stopping).ConfigureAwait(false);
                    break;
                case SendOutcome.TryAgain when !IsTooOld(item, began):
                    await Pause(item, SenderDesk.PauseAfter(tries++), stopping).ConfigureAwait(false);
                    break;
                case SendOutcome.Unreachable:
                    await DropAll(item, stopping).ConfigureAwait(false);
                    return null;
                case var final:
                    await GiveUp(item, final).ConfigureAwait(false);
                    return null;
            }
        }
        return null; // she left meanwhile; its row is gone already
    }

    private Task<SendOutcome> Try(OutboxItem item, OutboundBody body, string? edits, CancellationToken stopping) => way.Send(new Outbound
    {
        Id = item.Id,
        Conversation = lane.Conversation,
        Address = lane.Address!,
        Body = body,
        Edits = edits,
        Silent = body.Silent,
    }, stopping);

    private async Task Hold(OutboxItem item, SendOutcome.Wait wait, CancellationToken stopping)
    {
        way.Held(wait);
        if (!wait.Everybody)
            await Pause(item, wait.For, stopping).ConfigureAwait(false);
    }

    /// <summary>Waits, but not where she leaves meanwhile: her chat is emptied as soon as the channel can be reached.</summary>
    private async Task Pause(OutboxItem item, TimeSpan pause, CancellationToken stopping)
    {
        var dropped = lane.Dropped;
        if (lane.IsDropped(item))
            return;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        await Task.WhenAny(Task.Delay(pause, desk.Time, over.Token), dropped).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        stopping.ThrowIfCancellationRequested();
    }

    /// <summary>Tells the conversation first and drops then: a crash between the two asks the channel again and loses nothing.</summary>
    private async Task DropAll(OutboxItem item, CancellationToken stopping)
    {
        var last = outbox.LastOf(lane);
        await desk.TellUnreachable(lane.Conversation, item, stopping).ConfigureAwait(false);
        await desk.Marks.Dropped(lane.Conversation, last).ConfigureAwait(false);
        outbox.Drop(lane, last);
    }

    private Task GiveUp(OutboxItem item, SendOutcome outcome)
    {
        var channel = way.Channel.Channel;
        var why = outcome switch
        {
            SendOutcome.Refused refused => refused.Why,
            SendOutcome.TryAgain failed => failed.Why,
            SendOutcome.Wait => "the channel kept asking to wait",
            SendOutcome.Moved => "the address kept moving",
            _ => $"unexpected answer {outcome.GetType().Name}",
        };
        if (outcome is SendOutcome.TryAgain or SendOutcome.Wait)
        {
            desk.Log.GivenUp(item.Id, (desk.Time.GetUtcNow() - item.At).TotalHours, channel, why);
            desk.Figures.Sent(channel, "given_up");
        }
        else
        {
            desk.Log.Refused(item.Id, channel, why);
        }
        return desk.Marks.Failed(lane.Conversation, item, why);
    }

    /// <summary>Takes the older menu away, so that one menu is in the chat. Not worth more than a few tries: leaving quickly still finds it.</summary>
    private async Task TakeAway(string menu, OutboxItem item, CancellationToken stopping)
    {
        if (way.Channel.Pace.EraseWithin is null)
            return;
        for (var tries = 0; tries < MostTriesForOldMenu; tries++)
        {
            switch (await Try(item, new OutboundBody.Erase([menu], Everything: false), null, stopping).ConfigureAwait(false))
            {
                case SendOutcome.Sent:
                    await desk.Marks.MenuGone(lane.Conversation, menu).ConfigureAwait(false);
                    return;
                case SendOutcome.Wait wait:
                    await Hold(item, wait, stopping).ConfigureAwait(false);
                    break;
                case SendOutcome.TryAgain:
                    await Pause(item, SenderDesk.PauseAfter(tries), stopping).ConfigureAwait(false);
                    break;
                default:
                    return;
            }
        }
    }

    private void ReadFacts()
    {
        var (address, menu) = desk.Rows.ReadFacts(lane.Conversation);
        lane.Address ??= address;
        if (!lane.KnowsMenu)
            lane.Menu = menu;
        lane.KnowsMenu = true;
    }

    /// <summary>Old by the clock, and tried for a while in passing time: a clock that is set forward must not lose anything.</summary>
    private bool IsTooOld(OutboxItem item, long began) =>
        item.Body is OutboundBody.Line && !ReportActions.IsShownOnce(item.Body) // there is no second number of a report
            ? desk.Time.GetUtcNow() - item.At > LineGivenUpAfter && desk.Time.GetElapsedTime(began) > LineGivenUpAfter / 2
            : desk.Time.GetUtcNow() - item.At > GivenUpAfter && desk.Time.GetElapsedTime(began) > TriedFor;
}
