using ChatSupport.Conversations;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace ChatSupport.Channels.Telegram;

/// <summary>Fetches what somebody sent in Telegram, for another channel to send on.</summary>
internal sealed class TelegramMedia(TelegramBot bot, FileReferences files) : IMediaSource
{
    private const long LargestFile = 20 * 1024 * 1024; // more is not given to bots

    public string Channel => UpdateReader.Channel;

    public async Task<SentMedia?> Read(string conversation, string media, CancellationToken cancel)
    {
        if (files.Open(conversation, media) is not { } id)
            return null;
        try
        {
            var file = await bot.Quick.GetFile(id, cancel).ConfigureAwait(false);
            if (file is not { FilePath: { } path } || file.FileSize > LargestFile)
                return null;
            using var bytes = new MemoryStream();
            await bot.Patient.DownloadFile(path, bytes, cancel).ConfigureAwait(false);
            return new SentMedia(KindOf(path), bytes.ToArray());
        }
        catch (ApiRequestException answer) when (answer.ErrorCode is 400 or 404)
        {
            return null;
        }
    }

    private static string KindOf(string path)
    {
        if (path.EndsWith(".jpg", StringComparison.OrdinalIgnoreCase))
            return "image/jpeg";
        return path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) ? "application/pdf" : "audio/ogg";
    }
}
