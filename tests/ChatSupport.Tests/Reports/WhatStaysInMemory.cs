using System.Text;
using ChatSupport.Channels.Telegram;
using ChatSupport.Hosting.Http;
using ChatSupport.Reports;
using Microsoft.Extensions.Time.Testing;

namespace ChatSupport.Tests.Reports;

/// <summary>What holds on to words is emptied. That nothing is left of them is looked at in the memory of the real process; here it is each part by itself.</summary>
public sealed class WhatStaysInMemory
{
    [Fact]
    public void A_block_of_a_connection_is_empty_when_it_is_used_again()
    {
        using var pool = new WipedPools().Create();
        var first = pool.Rent();
        "what she wrote"u8.CopyTo(first.Memory.Span);
        var memory = first.Memory;
        first.Dispose();
        first.Dispose(); // twice gives it back once

        using var second = pool.Rent();
        using var third = pool.Rent();

        Assert.True(second.Memory.Span.IndexOfAnyExcept((byte)0) < 0);
        Assert.True(memory.Span.IndexOfAnyExcept((byte)0) < 0);
        third.Memory.Span.Fill(1);
        Assert.True(second.Memory.Span.IndexOfAnyExcept((byte)0) < 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => pool.Rent(pool.MaxBufferSize + 1));
    }

    [Fact]
    public async Task An_answer_leaves_nothing_of_the_one_before_it_in_the_buffer_of_its_connection()
    {
        var inner = new Answers("a long answer with her words", "short", "second part");
        await using var connection = new CleanBuffer(inner);
        var buffer = new byte[64];

        await connection.WriteAsync("ask"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.Equal(28, await connection.ReadAsync(buffer, TestContext.Current.CancellationToken));
        await connection.WriteAsync("ask"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.Equal(0, await connection.ReadAsync(Memory<byte>.Empty, TestContext.Current.CancellationToken)); // only waits
        var read = await connection.ReadAsync(buffer, TestContext.Current.CancellationToken);

        Assert.Equal("short", Encoding.ASCII.GetString(buffer).TrimEnd('\0'));
        var rest = await connection.ReadAsync(buffer.AsMemory(read, 20), TestContext.Current.CancellationToken); // a further part empties nothing behind it: it may not be its own
        Assert.Equal("shortsecond part", Encoding.ASCII.GetString(buffer, 0, read + rest));
    }

    [Fact]
    public void Twenty_seconds_after_the_last_of_hers_it_is_emptied_and_again_where_she_went_on()
    {
        var time = new FakeTimeProvider();
        var letGo = 0;
        using var memory = new FreedMemory([() => letGo++], time);

        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, memory.Times);
        memory.Soon();
        time.Advance(TimeSpan.FromSeconds(15));
        memory.Soon();
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(1, memory.Times);
        time.Advance(FreedMemory.After);
        Assert.Equal(2, memory.Times);
        time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(2, memory.Times);
        Assert.Equal(2, letGo);
    }

    /// <summary>A connection whose other side gives one answer after the other.</summary>
    private sealed class Answers(params string[] texts) : MemoryStream
    {
        private int next;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (buffer.IsEmpty)
                return ValueTask.FromResult(0);
            var bytes = Encoding.ASCII.GetBytes(texts[next++]);
            bytes.CopyTo(buffer);
            return ValueTask.FromResult(bytes.Length);
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
    }
}
