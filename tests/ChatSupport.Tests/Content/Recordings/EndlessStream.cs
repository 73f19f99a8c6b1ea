namespace ChatSupport.Tests.Content.Recordings;

/// <summary>An upload of as many bytes as anybody asks for. It counts what it gave.</summary>
internal sealed class EndlessStream : MemoryStream
{
    public int Given { get; private set; }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Given += buffer.Length;
        return ValueTask.FromResult(buffer.Length);
    }
}

/// <summary>An upload during which something happens.</summary>
internal sealed class EndingStream(byte[] bytes, Func<Task> meanwhile) : MemoryStream(bytes)
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = Read(buffer.Span);
        if (read == 0)
            await meanwhile();
        return read;
    }
}
