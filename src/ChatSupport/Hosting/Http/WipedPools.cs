using System.Buffers;
using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections;

namespace ChatSupport.Hosting.Http;

/// <summary>The memory that requests come in and answers go out through. The usual one is used again and again without being emptied: what a worker wrote would stand
/// there until somebody else writes as much.</summary>
internal sealed class WipedPools : IMemoryPoolFactory<byte>
{
    public MemoryPool<byte> Create(MemoryPoolOptions? options = null) => new WipedPool();
}

/// <summary>Blocks of four kilobytes, emptied as they come back.</summary>
internal sealed class WipedPool : MemoryPool<byte>
{
    private const int BlockSize = 4096;
    private const int MostKept = 2_048; // blocks: what a storm took beyond them is given back

    private readonly ConcurrentStack<Block> free = new();
    private int kept;
    private volatile bool isOver;

    public override int MaxBufferSize => BlockSize;

    public override IMemoryOwner<byte> Rent(int minBufferSize = -1)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minBufferSize, BlockSize);
        if (!free.TryPop(out var block))
            return new Block(this);
        Interlocked.Decrement(ref kept);
        block.Begin();
        return block;
    }

    protected override void Dispose(bool disposing)
    {
        isOver = true;
        free.Clear();
    }

    private void TakeBack(Block block)
    {
        if (isOver || Interlocked.Increment(ref kept) > MostKept)
            Interlocked.Decrement(ref kept);
        else
            free.Push(block);
    }

    private sealed class Block(WipedPool pool) : IMemoryOwner<byte>
    {
        private readonly byte[] bytes = GC.AllocateArray<byte>(BlockSize, pinned: true); // the system writes into it
        private int isOut = 1;

        public Memory<byte> Memory => bytes;

        public void Begin() => Volatile.Write(ref isOut, 1);

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isOut, 0) == 0)
                return;
            Array.Clear(bytes);
            pool.TakeBack(this);
        }
    }
}
