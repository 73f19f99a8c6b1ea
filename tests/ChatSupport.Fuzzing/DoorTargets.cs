using System.Text;
using System.Text.Json;
using ChatSupport.Channels.DirectLine;
using ChatSupport.Channels.Telegram;
using ChatSupport.Conversations;
using ChatSupport.Storage.Encryption;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ChatSupport.Fuzzing;

/// <summary>The parts of the doors that read bodies, without the server around them: a fuzzer calls them some thousand times a second.</summary>
internal sealed class DoorTargets
{
    private readonly TelegramIntake intake;
    private readonly UpdateReader reader;

    public DoorTargets()
    {
        var key = new byte[32];
        var options = new TelegramOptions { Token = "700000001:AAEmulatedBotTokenForTestsOnly00000" };
        reader = new UpdateReader(new TelegramBot(Options.Create(options)), new ConversationKeys(key), new FileReferences(new FieldCipher(key)), new Albums(), (_, _) => null, TimeProvider.System);
        intake = new TelegramIntake(reader, null!, null!, null!, NullLogger<TelegramIntake>.Instance); // only reads
    }

    /// <summary>An update of Telegram, from its bytes to what it means.</summary>
    public void Webhook(byte[] body)
    {
        JsonDocument update;
        try
        {
            update = JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return; // the door refuses it
        }
        using (update)
        {
            if (update.RootElement.ValueKind == JsonValueKind.Object && intake.Read(update.RootElement) is { } read)
                Mean(read);
        }
    }

    private void Mean(Telegram.Bot.Types.Update update)
    {
        try
        {
            _ = reader.Read(update);
        }
        catch (Exception e) when (e is NullReferenceException or ArgumentException or InvalidOperationException)
        {
            // A message that lacks what it must have: the intake leaves it alone. Anything else would be new.
        }
    }

    /// <summary>An activity of Direct Line, from its bytes to what it means.</summary>
    public static void Activity(byte[] body)
    {
        IncomingActivity? activity;
        try
        {
            activity = JsonSerializer.Deserialize<IncomingActivity>(body, Wire.Options);
            _ = JsonSerializer.Deserialize<StartRequest>(body, Wire.Options);
        }
        catch (JsonException)
        {
            return; // the door refuses it
        }
        if (activity is null)
            return;
        _ = ActivityReader.Read(activity);
        _ = (activity.ClientId, activity.ClientTimestamp, activity.UserId, activity.InPlace, activity.Location, activity.PressedValue);
    }

    /// <summary>An upload of Direct Line.</summary>
    public static void Upload(byte[] body)
    {
        var call = new DefaultHttpContext();
        call.Request.ContentType = $"multipart/form-data; boundary={DoorSamples.Boundary}";
        call.Request.Body = new MemoryStream(body);
        try
        {
            var read = UploadBody.Read(call, CancellationToken.None).GetAwaiter().GetResult();
            foreach (var file in read.Files)
                _ = FileKind.Of(file.Bytes, file.Declared);
        }
        catch (Exception e) when (e is BadHttpRequestException or JsonException)
        {
            // The door refuses it.
        }
    }

    /// <summary>Bytes as a text; what is no UTF-8 becomes half letters, as a client may send them.</summary>
    public static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes).Replace('\uFFFD', '\uD800');
}
