using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Conversations;

/// <summary>What content can ask of confidential reports. What she types or sends as an answer is sealed as it arrives, and kept in no variable.</summary>
internal static class ReportActions
{
    /// <summary>How reports, her draft and her open report stand: fields that texts can name, none of which says anything of what she said.</summary>
    public const string Now = "report.now";

    /// <summary>Begins a draft (<c>about</c>: <c>me</c>, <c>other</c>, <c>child</c>); one that is there goes on, and is about that from now on.</summary>
    public const string Begin = "report.begin";

    /// <summary>Seals an answer (<c>question</c>; <c>choice</c>: what she chose, or else <c>text</c>: what she typed).</summary>
    public const string Answer = "report.answer";

    /// <summary>Takes all answers to a <c>question</c> back, with what was sent along.</summary>
    public const string Clear = "report.clear";

    /// <summary>Deletes the draft.</summary>
    public const string Discard = "report.discard";

    /// <summary>Shows her what she said, while that can still be opened.</summary>
    public const string Show = "report.show";

    /// <summary>Sends the draft, whole or not at all.</summary>
    public const string Send = "report.send";

    /// <summary>Opens the conversation of a report by its number (<c>code</c>).</summary>
    public const string Open = "report.open";

    /// <summary>Shows the messages of the open report.</summary>
    public const string Read = "report.read";

    /// <summary>Seals a message to who looks after the open report (<c>text</c>), or a recording of her voice.</summary>
    public const string Write = "report.write";

    /// <summary>She may be written to in this chat about the open report (<c>hours</c>, as <see cref="SafeHours"/> reads them).</summary>
    public const string Consent = "report.consent";

    /// <summary>She takes that back.</summary>
    public const string Withdraw = "report.withdraw";

    /// <summary>She wants the open report deleted.</summary>
    public const string Delete = "report.delete";

    /// <summary>The open report is put away: its number is asked for again.</summary>
    public const string Close = "report.close";

    /// <summary>Where the questions lead, one after the other: no answers that she looks for, so they may be further from home.</summary>
    private static readonly string[] questions =
        ["about", "danger", "kind", "what", "more", "since", "where", "check", "shown", "sent", "stop", "kept", "deleted", "gone", "closed"];

    /// <summary>Where her number leads.</summary>
    private static readonly string[] follows = ["mine", "read", "write", "written", "contact", "agreed", "withdrawn", "delete", "deleted", "closed"];

    /// <summary>The dialog of questions.</summary>
    public const string Intake = "report";

    /// <summary>The dialog of a report that was sent.</summary>
    public const string Thread = "thread";

    /// <summary>A screen of the questions.</summary>
    public static ScreenId Asks(string screen) => new(Intake, screen);

    /// <summary>A screen of a report that was sent.</summary>
    public static ScreenId Follows(string screen) => new(Thread, screen);

    /// <summary>The beginning of the ticket of a message that must not stay in her chat: her number, or what she reads once.</summary>
    public const string ShownOnce = "report:";

    /// <summary>A message that must not stay in her chat, nor readable on the disk, and of which there is no second.</summary>
    public static bool IsShownOnce(OutboundBody body) => body is OutboundBody.Line { Ticket: { } ticket } && ticket.StartsWith(ShownOnce, StringComparison.Ordinal);

    /// <summary>It looks like the number of a report: twenty digits, in whatever script and groups.</summary>
    public static bool IsNumber(string text)
    {
        var typed = Digits.ToArabic(text);
        return typed.Count(char.IsAsciiDigit) == 20 && !typed.Any(char.IsLetter);
    }

    /// <summary>Whether what she types or sends here belongs to a report: nobody else is told of it, also not a person she chats with.</summary>
    public static bool TakesIn(ScreenId screen) => screen.Dialog is Intake or Thread;

    public static IReadOnlyList<ActionSpec> All { get; } =
    [
        new(Now, ActionKind.Query, [], VariableKind.Fields),
        new(Begin, ActionKind.Effect, [new("about", true)]) { Opens = [.. questions.Select(Asks), .. follows.Select(Follows), Asks("pictures-gone")] },
        new(Answer, ActionKind.Effect, [new("question", true), new("choice", false), new("text", false)])
        {
            Opens = [Asks("no-pictures"), Asks("not-kept"), Asks("full"), Asks("too-long"), Asks("danger-words")],
        },
        new(Clear, ActionKind.Effect, [new("question", true)]),
        new(Discard, ActionKind.Effect, []),
        new(Show, ActionKind.Effect, []),
        new(Send, ActionKind.Effect, [], Lands: Asks("sent")) { Opens = [Asks("not-sent"), Asks("begin-again"), Asks("nobody-reads"), Follows("unshown")] },
        new(Open, ActionKind.Effect, [new("code", true)], Lands: Follows("mine")) { Opens = [Follows("mine"), Follows("wrong"), Follows("busy"), Follows("answer")] },
        new(Read, ActionKind.Effect, []) { Opens = [Follows("again")] },
        new(Write, ActionKind.Effect, [new("text", true)]) { Opens = [Follows("too-long"), Follows("not-kept"), Follows("danger")] },
        new(Consent, ActionKind.Effect, [new("hours", true)]),
        new(Withdraw, ActionKind.Effect, []),
        new(Delete, ActionKind.Effect, [], Lands: Follows("deleted")) { Opens = [Follows("held")] },
        new(Close, ActionKind.Effect, []),
    ];

    /// <summary>What stands there where content is only tried, or played by a talk.</summary>
    /// <returns>Null where it is none of these.</returns>
    public static Value? Sample(ActionCall call) => call.Name == Now
        ? Value.Fields.Of(
            ("open", new Value.Text("yes")),
            ("draft", new Value.Text("no")),
            ("child", new Value.Text("no")),
            ("readable", new Value.Text("yes")),
            ("answers", new Value.Number(3)),
            ("messages", new Value.Number(2)),
            ("new", new Value.Number(1)),
            ("route", new Value.Text("no")))
        : null;
}
