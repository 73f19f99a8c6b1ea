using ChatSupport.Conversations;
using ChatSupport.Savings.Groups;
using ChatSupport.Storage;
using ChatSupport.Storage.Encryption;

namespace ChatSupport.Savings.Seats;

/// <summary>Tells members of a meeting in two days, and of a month that is over: once each, as a neutral line behind which the rest opens on her tap. The hours
/// in which nothing arrives unasked hold as for everything.</summary>
internal sealed class SeatReminders(StoreWriter writer, StoreReaders readers, GroupRows groups, FieldCipher cipher, TurnSeals turns, Outbox outbox, TimeProvider time)
{
    private const int DaysBefore = 2;

    /// <summary>Tells whoever is to be told now.</summary>
    /// <exception cref="StoreUnavailableException">The same may be done again.</exception>
    public async Task Run(CancellationToken cancel)
    {
        foreach (var seat in readers.Read(SeatRows.Seats))
            await Tell(seat.Conversation, cancel).ConfigureAwait(false);
    }

    private Task<Letters> Tell(string conversation, CancellationToken cancel) => writer.Write(session =>
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        var letters = new Letters(turns, session, now);
        if (SeatRows.Seat(session, conversation) is { } seat && groups.Member(session, seat.Member) is { LeftAt: null } member)
        {
            var (today, wishes) = (PhnomPenh.DayOf(now), SeatWishes.Of(session, cipher, seat.Member));
            if (wishes.Remind != RemindHow.Off && MeetingDay.Of(session, member.Group, today) is { } day && day <= today.AddDays(DaysBefore) && day > today
                && SeatRows.Text(day) is var text && seat.RemindedOf != text)
            {
                SeatRows.NoteReminded(session, conversation, text);
                letters.Add(conversation, new OutboundBody.Post(new InboundEvent.News(SavingsActions.MeetingIsNear, "")));
            }
            if (wishes.Feedback && SeatRows.Text(today.AddMonths(-1))[..7] is var month && seat.ToldOf != month)
            {
                SeatRows.NoteTold(session, conversation, month);
                if (seat.ToldOf is not null) // what was over before she wished for it is not news
                    letters.Add(conversation, new OutboundBody.Post(new InboundEvent.News(SavingsActions.MonthIsOver, "")));
            }
        }
        return letters;
    }, cancel, onDisk: written =>
    {
        foreach (var post in written.Posts)
            outbox.Post(post);
    });
}

/// <summary>Looks every quarter of an hour whether somebody is to be told of something.</summary>
internal sealed class SeatClock(SeatReminders reminders, TimeProvider time, ILogger<SeatClock> log) : BackgroundService
{
    private static readonly TimeSpan every = TimeSpan.FromMinutes(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await reminders.Run(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                log.RemindersFailed(fault);
            }
            await Task.Delay(every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
