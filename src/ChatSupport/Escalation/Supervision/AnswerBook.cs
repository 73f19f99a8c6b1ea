using ChatSupport.Conversations;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Educators;
using ChatSupport.Escalation.Relay;
using ChatSupport.Staff.Roles;
using Microsoft.Extensions.Options;

namespace ChatSupport.Escalation.Supervision;

/// <summary>What the content says, as answers and ready sentences that who answers in the console gives with one click: the same as on a phone.</summary>
internal sealed class AnswerBook(DeskPens pens, StaffGuard guard, Library library, IOptions<ConversationOptions> options, TimeProvider time)
{
    private const int MostFound = 6;

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().ToOffset(options.Value.UtcOffset).DateTime);

    /// <summary>Ready sentences, or with words what these would find, as a worker of hers would read them.</summary>
    /// <returns>None where the chat is not hers.</returns>
    public IReadOnlyList<ReadyAnswer> Find(string? session, string chat, string words)
    {
        var person = guard.Require(session, StaffAct.AnswerChats);
        if (pens.Read(pen => OwnPlace.Of(pen, person) is { } own && pen.Chat(chat) is { IsOpen: true } open && Relaying.MayWrite(open, own) ? open.Language : null) is not { } language)
            return [];
        var interpreter = library.Current;
        words = words.Trim();
        var screens = words.Length == 0 ? AnswerScreens.Ready(interpreter) : AnswerScreens.Find(interpreter, words, language, Today).Take(MostFound);
        return [.. screens.Select(screen => new ReadyAnswer(AnswerScreens.KeyOf(screen), AnswerScreens.TextOf(interpreter, screen, language, Today)))];
    }

    /// <summary>Sends one to the worker, as the content says it by now.</summary>
    public Task<DeskAnswer> Send(string? session, string chat, string answer, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.AnswerChats);
        var interpreter = library.Current;
        return pens.Write(pen => OwnPlace.InChat(pen, person, chat, (open, own) =>
        {
            if (AnswerScreens.Find(AnswerScreens.Ready(interpreter).Concat(AnswerScreens.All(interpreter)), answer) is not { } chosen)
                return DeskAnswer.Not(DeskRefusal.NoAnswer);
            Relaying.FromHelper(pen, open, own, new Said(AnswerScreens.TextOf(interpreter, chosen, open.Language, Today), null, null) { IsContent = true });
            pen.Save(pen.Chat(open.Id)!);
            return DeskAnswer.Done;
        }), cancel);
    }
}

/// <summary>An answer that stands ready.</summary>
/// <param name="Key">What names it.</param>
/// <param name="Text">What the worker would read.</param>
internal sealed record ReadyAnswer(string Key, string Text);
