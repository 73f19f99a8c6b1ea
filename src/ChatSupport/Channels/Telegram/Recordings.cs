using System.Collections.Concurrent;
using System.Security.Cryptography;
using ChatSupport.Conversations;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace ChatSupport.Channels.Telegram;

/// <summary>Sends recordings of screens as voice notes. The bytes travel once; afterwards Telegram is only told which ones.</summary>
internal sealed class Recordings(TelegramBot bot, ReadRecording read, ILogger<Recordings> log)
{
    private const string NeutralName = "voice.ogg"; // the name of a file may not say what she listened to

    private readonly ConcurrentDictionary<string, string> fileIds = new(StringComparer.Ordinal); // by hash of the bytes: a new recording is another one

    public async Task<SendOutcome> Send(long chat, string media, bool silent, CancellationToken cancel)
    {
        if (await read(media, cancel).ConfigureAwait(false) is not { } bytes)
        {
            log.NoRecording(media);
            return new SendOutcome.Refused("there is no such recording");
        }

        var hash = Convert.ToHexString(SHA256.HashData(bytes));
        if (fileIds.TryGetValue(hash, out var known))
        {
            try
            {
                return Sent(await Send(chat, InputFile.FromFileId(known), silent, cancel).ConfigureAwait(false));
            }
            catch (ApiRequestException answer) when (answer.ErrorCode == 400 && ApiTrouble.Says(answer, "file"))
            {
                fileIds.TryRemove(hash, out _); // Telegram forgot it
            }
        }

        using var stream = new MemoryStream(bytes, writable: false);
        var message = await Send(chat, InputFile.FromStream(stream, NeutralName), silent, cancel).ConfigureAwait(false);
        if (message.Voice?.FileId is { } fileId)
            fileIds[hash] = fileId;
        return Sent(message);
    }

    private Task<Message> Send(long chat, InputFile voice, bool silent, CancellationToken cancel) =>
        bot.Patient.SendVoice(chat, voice, disableNotification: silent, protectContent: true, cancellationToken: cancel);

    private static SendOutcome.Sent Sent(Message message) => new(new SentMessage(message.Id, Protected: true).ToString());
}
