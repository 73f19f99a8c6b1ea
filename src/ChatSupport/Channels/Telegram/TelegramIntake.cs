using System.Text.Json;
using ChatSupport.Conversations;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace ChatSupport.Channels.Telegram;

/// <summary>Takes one update to its end, whichever way it came.</summary>
internal sealed class TelegramIntake(
    UpdateReader reader, ConversationDoor door, GroupAnswer groups, CommandMenu commands, ILogger<TelegramIntake> log)
{
    /// <summary>Reads an update.</summary>
    /// <returns>Null where its form is not one that the library knows: nothing can be done with it, now or later.</returns>
    public Update? Read(JsonElement update)
    {
        try
        {
            return update.Deserialize<Update>(JsonBotAPI.Options);
        }
        catch (Exception e)
        {
            // Whatever the library throws at it (a lost field: KeyNotFoundException): it would do so the next time too, and keep back what comes after it.
            log.Unreadable(e.GetType().Name);
            return null;
        }
    }

    /// <summary>Takes the update.</summary>
    /// <returns>Once the turn is on disk, or was before, or the update means nothing here: the id of a button press that is to be answered now, or null.</returns>
    /// <exception cref="ConversationUnavailableException">Nothing changed: bring the update again.</exception>
    public async Task<string?> Take(Update update, CancellationToken cancel)
    {
        var meaning = Read(update);
        if (meaning is Meaning.Event happened)
            await door.Receive(happened.Inbound, cancel).ConfigureAwait(false);
        else if (meaning is Meaning.Group group)
            await groups.Turn(group.Chat, cancel).ConfigureAwait(false);
        commands.Look();
        return meaning switch
        {
            Meaning.Event { Press: var press } => press,
            Meaning.LonePress press => press.Id,
            _ => null,
        };
    }

    private Meaning Read(Update update)
    {
        try
        {
            return reader.Read(update);
        }
        catch (Exception e)
        {
            log.Unreadable(e.GetType().Name); // a message that lacks what it must have: it will lack it the next time too
            return Meaning.Nothing;
        }
    }
}
