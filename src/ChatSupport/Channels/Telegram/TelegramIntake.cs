using System.Text.Json;
using ChatSupport.Conversations;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace ChatSupport.Channels.Telegram;

/// <summary>Takes one update to its end, whichever way it came.</summary>
internal sealed class TelegramIntake(
    UpdateReader reader, ConversationDoor door, PressAnswers presses, GroupAnswer groups, CommandMenu commands, ILogger<TelegramIntake> log)
{
    /// <summary>Reads an update.</summary>
    /// <returns>Null where its form is not one that the library knows: nothing can be done with it, now or later.</returns>
    /// <exception cref="JsonException">It is no JSON at all.</exception>
    public Update? Read(JsonElement update)
    {
        try
        {
            return update.Deserialize<Update>(JsonBotAPI.Options);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException or FormatException or ArgumentException)
        {
            log.Unreadable(e.GetType().Name);
            return null;
        }
    }

    /// <summary>Takes the update; a press is answered after the commit.</summary>
    /// <returns>Once the turn is on disk, or was before, or the update means nothing here.</returns>
    /// <exception cref="ConversationUnavailableException">Nothing changed: bring the update again.</exception>
    public async Task Take(Update update, CancellationToken cancel)
    {
        switch (Read(update))
        {
            case Meaning.Event { Inbound: var inbound, Press: var press }:
                await door.Receive(inbound, cancel).ConfigureAwait(false);
                if (press is not null)
                    presses.Answer(press);
                break;
            case Meaning.LonePress press:
                presses.Answer(press.Id);
                break;
            case Meaning.Group group:
                await groups.Turn(group.Chat, cancel).ConfigureAwait(false);
                break;
        }

        commands.Look();
    }

    private Meaning Read(Update update)
    {
        try
        {
            return reader.Read(update);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or NullReferenceException or OverflowException)
        {
            log.Unreadable(e.GetType().Name); // a message that lacks what it must have: it will lack it the next time too
            return Meaning.Nothing;
        }
    }
}
