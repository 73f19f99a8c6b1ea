using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Sealing.Age;
using CsCheck;

namespace ChatSupport.Tests.Reports.Sealing.Age;

public sealed class SealingAFile : IDisposable
{
    private readonly AgeIdentity dara = AgeIdentity.New();
    private readonly AgeIdentity sokha = AgeIdentity.New();

    /// <summary>Around the ends of chunks, where mistakes would be.</summary>
    private static Gen<int> Sizes { get; } = Gen.OneOf(
        Gen.Int[0, 3_000],
        Gen.Select(Gen.Int[0, 3], Gen.Int[-2, 2], (chunks, more) => Math.Max(0, (chunks * Payload.Chunk) + more)),
        Gen.Select(Gen.Int[0, 2], Gen.Int[-18, 18], (chunks, more) => Math.Max(0, (chunks * Payload.SealedChunk) + more)));

    public void Dispose()
    {
        dara.Dispose();
        sokha.Dispose();
    }

    [Fact]
    public Task It_opens_to_each_recipient_in_memory_and_as_a_stream() => Sizes.SampleAsync(async size =>
    {
        var plain = Some.Bytes(size);
        foreach (var file in new[] { AgeFile.Seal(plain, [dara.Recipient, sokha.Recipient]), await Streamed(plain, 10_007) })
        {
            Assert.Equal(plain, AgeFile.Open(file, dara));
            Assert.Equal(plain, AgeFile.Open(file, sokha));
            Assert.Equal(plain, await Opened(file, sokha));
        }
    }, iter: 100, threads: 1);

    [Fact]
    public async Task It_opens_to_nobody_else()
    {
        using var stranger = AgeIdentity.New();
        var file = AgeFile.Seal(Some.Bytes(100), [dara.Recipient]);

        Assert.Throws<CannotBeOpenedException>(() => AgeFile.Open(file, stranger));
        Assert.Throws<CannotBeOpenedException>(() => AgeFile.Open(file));
        await Assert.ThrowsAsync<CannotBeOpenedException>(() => Opened(file, stranger));
    }

    [Fact]
    public void Any_of_several_keys_opens_it() => Assert.Equal([1, 2, 3], AgeFile.Open(AgeFile.Seal([1, 2, 3], [sokha.Recipient]), dara, sokha));

    [Fact]
    public async Task To_nobody_it_is_not_sealed_at_all()
    {
        Assert.Throws<ArgumentException>(() => AgeFile.Seal([1], []));
        await Assert.ThrowsAsync<ArgumentException>(() => AgeWriter.Begin(Stream.Null, [], TestContext.Current.CancellationToken));
    }

    [Fact]
    public void The_same_content_gives_another_file_each_time() =>
        Assert.NotEqual(AgeFile.Seal([1, 2, 3], [dara.Recipient]), AgeFile.Seal([1, 2, 3], [dara.Recipient]));

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(Payload.Chunk)]
    [InlineData(Payload.Chunk + 1)]
    public async Task One_that_was_not_finished_does_not_open(int size)
    {
        using var target = new MemoryStream();
        using (var writer = await AgeWriter.Begin(target, [dara.Recipient], TestContext.Current.CancellationToken))
            await writer.Write(Some.Bytes(size), TestContext.Current.CancellationToken);

        Assert.Throws<CannotBeOpenedException>(() => AgeFile.Open(target.ToArray(), dara));
        await Assert.ThrowsAsync<CannotBeOpenedException>(() => Opened(target.ToArray(), dara));
    }

    [Fact]
    public async Task Every_cut_and_every_byte_more_is_refused()
    {
        var file = AgeFile.Seal(Some.Bytes(20), [dara.Recipient]);
        for (var length = 0; length < file.Length; length++)
        {
            Assert.Throws<CannotBeOpenedException>(() => AgeFile.Open(file.AsSpan(0, length), dara));
            await Assert.ThrowsAsync<CannotBeOpenedException>(() => Opened(file[..length], dara));
        }
        for (var more = 1; more < 40; more++)
            Assert.Throws<CannotBeOpenedException>(() => AgeFile.Open([.. file, .. new byte[more]], dara));
    }

    [Theory]
    [InlineData(2, 0, 1)]
    [InlineData(3, 1, 2)]
    [InlineData(3, 0, 2)]
    public void Chunks_that_changed_places_are_refused(int chunks, int one, int other)
    {
        var file = AgeFile.Seal(Some.Bytes(chunks * Payload.Chunk), [dara.Recipient]);
        var at = file.Length - (chunks * Payload.SealedChunk);
        var swapped = file.ToArray();
        file.AsSpan(at + (one * Payload.SealedChunk), Payload.SealedChunk).CopyTo(swapped.AsSpan(at + (other * Payload.SealedChunk)));
        file.AsSpan(at + (other * Payload.SealedChunk), Payload.SealedChunk).CopyTo(swapped.AsSpan(at + (one * Payload.SealedChunk)));

        Assert.Throws<CannotBeOpenedException>(() => AgeFile.Open(swapped, dara));
    }

    [Fact]
    public void A_payload_under_the_header_of_another_file_is_refused()
    {
        var (one, other) = (AgeFile.Seal([1, 2, 3], [dara.Recipient]), AgeFile.Seal([1, 2, 3], [dara.Recipient]));
        var header = one.Length - Payload.NonceSize - 3 - Payload.Tag;

        Assert.Throws<CannotBeOpenedException>(() => AgeFile.Open([.. one[..header], .. other[header..]], dara));
    }

    [Fact]
    public async Task Ten_megabytes_take_the_memory_of_a_few_chunks()
    {
        using var endless = new Endless(10_000_000);
        await Streamed([], 1); // what is made once
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var writer = await AgeWriter.Begin(Stream.Null, [dara.Recipient], TestContext.Current.CancellationToken);
        var part = new byte[Payload.Chunk];
        while (await endless.ReadAsync(part, TestContext.Current.CancellationToken) is > 0 and var read)
            await writer.Write(part.AsMemory(0, read), TestContext.Current.CancellationToken);
        await writer.Finish(TestContext.Current.CancellationToken);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 600_000);
    }

    [Fact]
    public async Task Ten_megabytes_are_opened_with_the_memory_of_a_few_chunks()
    {
        using var file = new MemoryStream(AgeFile.Seal(new byte[10_000_000], [dara.Recipient]));
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var reader = await AgeReader.Begin(file, [dara], TestContext.Current.CancellationToken);
        var length = 0L;
        for (var part = await reader.Next(TestContext.Current.CancellationToken); !part.IsEmpty; part = await reader.Next(TestContext.Current.CancellationToken))
            length += part.Length;

        Assert.Equal(10_000_000, length);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 800_000);
    }

    private static async Task<byte[]> Opened(byte[] file, AgeIdentity identity)
    {
        using var source = new MemoryStream(file);
        using var plain = new MemoryStream();
        using var reader = await AgeReader.Begin(source, [identity], TestContext.Current.CancellationToken);
        for (var part = await reader.Next(TestContext.Current.CancellationToken); !part.IsEmpty; part = await reader.Next(TestContext.Current.CancellationToken))
            plain.Write(part.Span);
        return plain.ToArray();
    }

    private async Task<byte[]> Streamed(byte[] plain, int step)
    {
        using var target = new MemoryStream();
        using var writer = await AgeWriter.Begin(target, [dara.Recipient, sokha.Recipient], TestContext.Current.CancellationToken);
        for (var at = 0; at < plain.Length; at += step)
            await writer.Write(plain.AsMemory(at, Math.Min(step, plain.Length - at)), TestContext.Current.CancellationToken);
        await writer.Finish(TestContext.Current.CancellationToken);
        return target.ToArray();
    }

    private sealed class Endless(long length) : MemoryStream
    {
        private long left = length;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = (int)Math.Min(left, buffer.Length);
            left -= read;
            return ValueTask.FromResult(read);
        }
    }
}
