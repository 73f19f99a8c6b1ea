using ChatSupport.Storage;

namespace ChatSupport.Savings.Carrying;

/// <summary>A file that only its owner may read, and that is there whole or not at all.</summary>
internal static class WholeFile
{
    private const int Buffer = 1 << 16;

    /// <exception cref="IOException">It exists or cannot be written.</exception>
    public static T Write<T>(string file, Func<Stream, T> write)
    {
        var stream = OwnerFile.Create(file);
        try
        {
            T result;
            using (stream)
            {
                using var buffered = new BufferedStream(stream, Buffer);
                result = write(buffered);
                buffered.Flush();
                stream.Flush(flushToDisk: true);
            }
            return result;
        }
        catch
        {
            File.Delete(file);
            throw;
        }
    }
}
