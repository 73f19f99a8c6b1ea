using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Storage;

namespace ChatSupport.Reports.Intake;

/// <summary>Fetches what she sent along, and takes only what it may be: a picture without what the camera wrote into it, a recording of a voice, or a PDF
/// as it is, which nothing here opens.</summary>
internal sealed class SentFiles(IEnumerable<IMediaSource> sources, Database database, TimeProvider time, ILogger<SentFiles> log)
{
    /// <summary>The most bytes of one.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    private const long SpareBytes = 256L * 1024 * 1024; // words of everybody come before anybody's files

    private static readonly TimeSpan patience = TimeSpan.FromSeconds(20);

    /// <summary>Fetches it.</summary>
    /// <returns>Null where it is gone, too large, or of another kind than its bytes may be.</returns>
    public async Task<SentMedia?> Take(string conversation, Input input, CancellationToken cancel)
    {
        var media = input switch
        {
            Input.Photo photo => photo.Media,
            Input.Voice voice => voice.Media,
            Input.Unreadable document => document.Media,
            _ => null,
        };
        if (media is null || !HasRoom() || await Fetch(conversation, media, cancel) is not { Bytes: { Length: > 0 and <= MostBytes } bytes } sent)
            return null;
        if (input is Input.Unreadable)
            return IsPdf(bytes) ? new SentMedia("application/pdf", bytes) : null;
        if (input is Input.Voice)
            return KindOfVoice(bytes, sent.ContentType) is { } kind ? new SentMedia(kind, bytes) : null;
        return CleanPicture.Of(bytes) is { } picture ? new SentMedia(picture[0] == 0xFF ? "image/jpeg" : "image/png", picture) : null;
    }

    private bool HasRoom()
    {
        try
        {
            return new DriveInfo(Path.GetDirectoryName(database.File)!).AvailableFreeSpace >= SpareBytes;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return true; // nobody knows; the database itself says what it cannot write
        }
    }

    private async Task<SentMedia?> Fetch(string conversation, string media, CancellationToken cancel)
    {
        var channel = conversation.Split(':')[0];
        if (sources.FirstOrDefault(one => one.Channel == channel) is not { } source)
            return null;
        using var limit = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            return await source.Read(conversation, media, either.Token).WaitAsync(either.Token);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            log.FileNotFetched(channel, fault.GetType().Name);
            return null;
        }
    }

    /// <summary>It begins and ends as a PDF does, whatever its name says. What is in it nobody looks at here.</summary>
    private static bool IsPdf(ReadOnlySpan<byte> bytes)
    {
        const int tail = 1024; // where its end mark stands
        return bytes.StartsWith("%PDF-"u8) && bytes[Math.Max(0, bytes.Length - tail)..].IndexOf("%%EOF"u8) >= 0;
    }

    /// <summary>What it is by its bytes, where its channel calls it a sound as well.</summary>
    private static string? KindOfVoice(ReadOnlySpan<byte> bytes, string said) => !said.StartsWith("audio/", StringComparison.Ordinal) ? null : bytes switch
    {
        [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => "audio/ogg",
        [0x1A, 0x45, 0xDF, 0xA3, ..] => "audio/webm",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => "audio/mp4",
        _ => null,
    };
}
