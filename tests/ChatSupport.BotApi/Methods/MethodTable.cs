using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ChatSupport.BotApi.Chats;
using ChatSupport.BotApi.Wire;

namespace ChatSupport.BotApi.Methods;

/// <summary>A method: reads the call, changes the world, gives the result. Runs under the gate and waits for nothing.</summary>
/// <exception cref="RefusedException">The call is refused; nothing was changed.</exception>
internal delegate JsonNode Method(World world, Call call);

/// <summary>Every method that needs no waiting, by name. The case of a name's letters does not matter.</summary>
internal static class MethodTable
{
    private static readonly Dictionary<string, (string Name, Method Run)> Methods = new Method[]
    {
        Profile.GetMe,
        Profile.SetMyCommands, Profile.GetMyCommands, Profile.DeleteMyCommands,
        Profile.SetMyName, Profile.GetMyName, Profile.SetMyDescription, Profile.GetMyDescription,
        Profile.SetMyShortDescription, Profile.GetMyShortDescription, Profile.SetChatMenuButton, Profile.GetChatMenuButton,
        Sending.SendMessage, Sending.SendLocation, Sending.SendVenue, Sending.SendContact, Sending.SendChatAction,
        SendingFiles.SendVoice, SendingFiles.SendPhoto, SendingFiles.SendDocument, SendingFiles.GetFile,
        Editing.EditMessageText, Editing.EditMessageCaption, Editing.EditMessageMedia, Editing.EditMessageReplyMarkup,
        Deleting.DeleteMessage, Deleting.DeleteMessages,
        Pressing.AnswerCallbackQuery,
        Webhooks.SetWebhook, Webhooks.DeleteWebhook, Webhooks.GetWebhookInfo,
        Topics.CreateForumTopic, Topics.EditForumTopic, Topics.CloseForumTopic, Topics.ReopenForumTopic, Topics.DeleteForumTopic,
        Copying.CopyMessage, Copying.CopyMessages, Copying.ForwardMessage, Copying.ForwardMessages,
        Reacting.SetMessageReaction, Membership.GetChat, Membership.LeaveChat,
    }.Select(method => (Name: Spelled(method.Method.Name), Run: method)).ToDictionary(one => one.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every name, in the spelling of the Bot API; <c>getUpdates</c>, which waits, is not among them.</summary>
    public static IEnumerable<string> Names => Methods.Keys;

    public static bool TryFind(string name, [NotNullWhen(true)] out Method? run)
    {
        var found = Methods.TryGetValue(name, out var entry);
        run = entry.Run;
        return found;
    }

    /// <summary>The method's name as the Bot API spells it; an unknown one as it was asked for.</summary>
    public static string Spelling(string name) =>
        Methods.TryGetValue(name, out var entry) ? entry.Name : string.Equals(name, "getUpdates", StringComparison.OrdinalIgnoreCase) ? "getUpdates" : name;

    private static string Spelled(string method) => char.ToLowerInvariant(method[0]) + method[1..];
}
