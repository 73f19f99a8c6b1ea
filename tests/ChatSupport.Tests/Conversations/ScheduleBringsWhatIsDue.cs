using ChatSupport.Conversations;
using Microsoft.Extensions.Time.Testing;

namespace ChatSupport.Tests.Conversations;

public sealed class ScheduleBringsWhatIsDue
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task It_arrives_when_it_is_due_and_not_before_and_only_once()
    {
        var grains = new TestGrains();
        await using var host = SenderFixture.Host(new TestChannel(), grains);
        await host.Start<Schedule>();
        var key = Some.Key();
        await Set(host, key, 1, DueKind.SensitiveExpiry, Some.Night.AddMinutes(10));

        await host.Until(() => host.Count("schedule") == 0, "what was due did not arrive", Minute);

        var due = Assert.Single(grains.Received);
        Assert.Equal((key, new InboundEvent.Due(DueKind.SensitiveExpiry)), (due.Conversation, due.Event));
        Assert.True(due.ArrivedAt >= Some.Night.AddMinutes(10));
        Assert.Equal($"due:{key}:SensitiveExpiry:{Some.Night.AddMinutes(10).ToUnixTimeMilliseconds()}", due.Id);
    }

    [Fact]
    public async Task What_was_moved_on_arrives_at_the_later_time()
    {
        var grains = new TestGrains();
        await using var host = SenderFixture.Host(new TestChannel(), grains);
        await host.Start<Schedule>();
        var key = Some.Key();
        await Set(host, key, 1, DueKind.SensitiveExpiry, Some.Night.AddMinutes(10));
        await Set(host, key, 2, DueKind.SensitiveExpiry, Some.Night.AddMinutes(60));

        await host.Until(() => host.Count("schedule") == 0, "what was due did not arrive", Minute);

        Assert.True(Assert.Single(grains.Received).ArrivedAt >= Some.Night.AddMinutes(60));
    }

    [Fact]
    public async Task What_was_moved_forward_arrives_at_the_earlier_time_and_what_was_taken_back_never()
    {
        var grains = new TestGrains();
        await using var host = SenderFixture.Host(new TestChannel(), grains);
        await host.Start<Schedule>();
        var (key, other) = (Some.Key(), Some.Key());
        await Set(host, key, 1, DueKind.PlaceExpiry, Some.Night.AddHours(72));
        await Set(host, key, 2, DueKind.PlaceExpiry, Some.Night.AddMinutes(5));
        await Set(host, other, 1, DueKind.Notice, Some.Night.AddMinutes(5));
        await Set(host, other, 2, DueKind.Notice, null);

        await host.Until(() => host.Count("schedule") == 0, "what was due did not arrive", Minute);

        Assert.InRange(Assert.Single(grains.Received).ArrivedAt, Some.Night.AddMinutes(5), Some.Night.AddMinutes(59));
    }

    [Fact]
    public async Task What_could_not_be_brought_is_tried_again_under_the_same_id()
    {
        var fails = 3;
        var grains = new TestGrains
        {
            Answer = _ => Interlocked.Decrement(ref fails) >= 0 ? throw new ConversationUnavailableException("not now") : Task.FromResult(Receipt.Committed),
        };
        await using var host = SenderFixture.Host(new TestChannel(), grains);
        await host.Start<Schedule>();
        await Set(host, Some.Key(), 1, DueKind.Notice, Some.Night.AddMinutes(1));

        await host.Until(() => host.Count("schedule") == 0, "what was due did not arrive", TimeSpan.FromSeconds(1));

        Assert.Equal(4, grains.Received.Count);
        Assert.Single(grains.Received.Select(inbound => inbound.Id).Distinct());
    }

    [Fact]
    public async Task A_row_that_the_turn_itself_set_anew_stays()
    {
        StoreHost? host = null;
        var grains = new TestGrains();
        grains.Answer = inbound => host!.Commit(inbound, Some.Turn(2) with { Schedule = [new(DueKind.PlaceExpiry, Some.Night.AddHours(72))] });
        await using (host = SenderFixture.Host(new TestChannel(), grains))
        {
            await host.Start<Schedule>();
            await Set(host, Some.Key(), 1, DueKind.PlaceExpiry, Some.Night.AddMinutes(1));
            await host.Until(() => !grains.Received.IsEmpty && host.Count("schedule", $"due_at = {Some.Night.AddHours(72).ToUnixTimeMilliseconds()}") == 1,
                "the row was not set anew", Minute);
            await host.Until(() => host.Count("schedule") == 1, "the new row was removed");
        }
    }

    [Fact]
    public async Task What_became_due_while_nothing_ran_arrives_after_the_start_but_not_for_channels_of_others()
    {
        var folder = Directory.CreateTempSubdirectory("chatsupport-due-").FullName;
        var (mine, other) = (Some.Key("tg"), Some.Key("term"));
        await using (var earlier = SenderFixture.Host(new TestChannel(), folder: folder))
        {
            await Set(earlier, mine, 1, DueKind.Notice, Some.Night.AddMinutes(1));
            await Set(earlier, other, 1, DueKind.Notice, Some.Night.AddMinutes(1));
        }
        var grains = new TestGrains();
        await using (var host = SenderFixture.Host(new TestChannel(), grains, folder, new FakeTimeProvider(Some.Night.AddDays(3))))
        {
            await host.Start<Schedule>();
            await host.Until(() => host.Count("schedule") == 1, "what was due did not arrive");
        }
        Assert.Equal(mine, Assert.Single(grains.Received).Conversation);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_was_kept_for_two_days_goes_and_what_is_younger_stays()
    {
        await using var host = SenderFixture.Host(new TestChannel());
        var (key, foreign) = (Some.Key(), Some.Key("term"));
        for (var n = 1; n <= 1500; n++)
            await host.Commit(Some.Inbound(n % 2 == 0 ? key : foreign, messageId: $"{n}"), Some.Turn((n + 1) / 2, Some.Line()));
        host.Time.Advance(TimeSpan.FromHours(47));
        await host.Commit(Some.Inbound(key, messageId: "young") with { ArrivedAt = host.Time.GetUtcNow() }, Some.Turn(751, Some.Line()));
        await host.Start<Schedule>();

        await host.Until(() => host.Count("inbox") == 1, "the old ids stayed", Minute);
        await host.Until(() => host.Count("messages") == 1 && host.Count("outbox") == 1, "the old messages stayed");
        await host.Until(() => new FileInfo(Path.Combine(host.Folder, "data", "chatsupport.db-wal")).Length == 0, "the log was not emptied");
    }

    private static Task<Receipt> Set(StoreHost host, string key, long version, DueKind kind, DateTimeOffset? at) =>
        host.Commit(Some.Inbound(key), Some.Turn(version) with { Schedule = [new ScheduleChange(kind, at)] });
}
