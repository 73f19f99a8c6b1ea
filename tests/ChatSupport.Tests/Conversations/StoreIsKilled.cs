using ChatSupport.Conversations;

namespace ChatSupport.Tests.Conversations;

/// <summary>The files as they lie at one instant are what a killed program, or a machine without power, leaves behind.</summary>
public sealed class StoreIsKilled
{
    [Fact]
    public async Task Every_acknowledged_turn_is_there_and_each_conversation_repeats_one_message_at_most()
    {
        var left = Directory.CreateTempSubdirectory("chatsupport-killed-").FullName;
        var keys = Enumerable.Range(0, 12).Select(_ => Some.Key()).ToList();
        var acknowledged = keys.ToDictionary(key => key, _ => 0);
        List<(string Conversation, string Text)> before = [], meanwhile = []; // the copy takes a while: others go on arriving
        var atTheKill = new Dictionary<string, int>();
        var sends = 0;
        var channel = new TestChannel();
        await using (var host = SenderFixture.Host(channel))
        {
            channel.Answer = _ =>
            {
                if (Interlocked.Increment(ref sends) == 100)
                {
                    lock (acknowledged)
                    {
                        atTheKill = new(acknowledged);
                        before = [.. channel.Arrived];
                        CopyAll(Path.Combine(host.Folder, "data"), Path.Combine(left, "data"));
                        meanwhile = [.. channel.Arrived];
                    }
                }
                return null;
            };
            await host.Start<Sender>();
            await Task.WhenAll(keys.Select(key => Task.Run(async () =>
            {
                for (var n = 1; n <= 20; n++)
                {
                    await host.Commit(Some.Inbound(key), Some.Turn(n, Some.Line($"{n}")));
                    lock (acknowledged)
                        acknowledged[key] = n;
                }
            })));
            await host.Until(() => Volatile.Read(ref sends) >= 100, "a hundred messages were not sent");
        }

        var after = new TestChannel();
        await using (var host = SenderFixture.Host(after, folder: left))
        {
            await host.Start<Sender>();
            await host.Until(() => host.Count("outbox") == 0, "the outbox was not emptied");
            foreach (var key in keys)
            {
                var version = (int)((await host.Load(key))?.State.Version ?? 0);
                Assert.True(version >= atTheKill[key], "an acknowledged turn was lost");
                var later = after.TextsOf(key).Select(text => int.Parse(text, null)).ToList();
                Assert.Equal(later.Order(), later);
                Assert.Empty(Enumerable.Range(1, version).Except(Of(meanwhile, key)).Except(later));
                Assert.InRange(Of(before, key).Intersect(later).Count(), 0, 1);
            }
        }
        Directory.Delete(left, recursive: true);
    }

    private static IEnumerable<int> Of(List<(string Conversation, string Text)> arrived, string key) =>
        arrived.Where(a => a.Conversation == key).Select(a => int.Parse(a.Text, null));

    private static void CopyAll(string from, string to)
    {
        Directory.CreateDirectory(Path.Combine(to, "keys"));
        foreach (var name in new[] { "keys/field.key", "keys/lookup.key", "chatsupport.db", "chatsupport.db-wal" })
        {
            using var source = new FileStream(Path.Combine(from, name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new FileStream(Path.Combine(to, name), FileMode.CreateNew);
            source.CopyTo(copy);
        }
        if (!OperatingSystem.IsWindows())
        {
            foreach (var key in Directory.EnumerateFiles(Path.Combine(to, "keys")))
                File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
