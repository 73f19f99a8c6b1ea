using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Conversations;

/// <summary>What content can ask of a member's savings.</summary>
internal static class SavingsActions
{
    /// <summary>How this conversation stands to a membership: fields.</summary>
    public const string Seat = "savings.seat";

    /// <summary>Links this conversation, or begins what else the staff's code is for (<c>code</c>).</summary>
    public const string Link = "savings.link";

    /// <summary>She wants to see what she saved: her PIN is asked for.</summary>
    public const string Open = "savings.open";

    /// <summary>She chooses her first PIN.</summary>
    public const string Begin = "savings.begin";

    /// <summary>She wants another PIN.</summary>
    public const string Change = "savings.change";

    /// <summary>Nothing is to be seen any more, at once.</summary>
    public const string Hide = "savings.hide";

    /// <summary>What she saved: fields.</summary>
    public const string Balance = "savings.balance";

    /// <summary>Lines, newest first (<c>before</c>: the position that the page before ended with): a list.</summary>
    public const string History = "savings.history";

    /// <summary>She wants her statement as a picture: it stands in the chat until she looks elsewhere, or what is open closes.</summary>
    public const string Picture = "savings.picture";

    /// <summary>What stands on that picture: fields.</summary>
    public const string Statement = "savings.statement";

    /// <summary>Says that a line is wrong (<c>id</c>).</summary>
    public const string Dispute = "savings.dispute";

    /// <summary>What she saves for: fields.</summary>
    public const string Goal = "savings.goal";

    /// <summary>Saves for something (<c>name</c>, <c>amount</c>).</summary>
    public const string Aim = "savings.aim";

    /// <summary>Saves for nothing in particular any more.</summary>
    public const string Unaim = "savings.unaim";

    /// <summary>Moves money between her pockets, where both stand open (<c>amount</c>; <c>to</c>: <c>open</c> or <c>other</c>).</summary>
    public const string Move = "savings.move";

    /// <summary>Reads money that was typed (<c>text</c>; <c>to</c>: whether it can be moved there): fields.</summary>
    public const string Amount = "savings.amount";

    /// <summary>What she wishes: fields.</summary>
    public const string Wishes = "savings.wishes";

    /// <summary>Whether she is reminded of meetings (<c>how</c>: <c>off</c>, <c>plain</c>, <c>goal</c>).</summary>
    public const string Remind = "savings.remind";

    /// <summary>Whether she is told once a month (<c>on</c>: <c>yes</c> or <c>no</c>).</summary>
    public const string Feedback = "savings.feedback";

    /// <summary>The most that she may be given on one day (<c>amount</c>; without it, no limit).</summary>
    public const string Cap = "savings.cap";

    /// <summary>Whether a day passes before she is given money (<c>on</c>: <c>yes</c> or <c>no</c>).</summary>
    public const string Delay = "savings.delay";

    /// <summary>Money that is kept back because she asked for it: a list.</summary>
    public const string Held = "savings.held";

    /// <summary>She does not want that money after all (<c>id</c>).</summary>
    public const string Cancel = "savings.cancel";

    /// <summary>The last month: fields.</summary>
    public const string Month = "savings.month";

    /// <summary>What a reminder of a meeting says: fields.</summary>
    public const string Reminder = "savings.reminder";

    /// <summary>News: what stands open is to be closed, or its member was taken off this conversation.</summary>
    public const string WindowCloses = "savings.window-closes";

    /// <summary>News: the message that becomes her statement stands in the chat (its ticket and its id).</summary>
    public const string PictureStands = "savings.picture-stands";

    /// <summary>News: the meeting is near.</summary>
    public const string MeetingIsNear = "savings.meeting-is-near";

    /// <summary>News: a month is over.</summary>
    public const string MonthIsOver = "savings.month-is-over";

    /// <summary>The screens of the dialog <c>savings</c>.</summary>
    public static ScreenId Screen(string name) => new("savings", name);

    public static IReadOnlyList<ActionSpec> All { get; } =
    [
        new(Seat, ActionKind.Query, [], VariableKind.Fields),
        new(Link, ActionKind.Effect, [new("code", true)])
        {
            Opens = [Screen("linked"), Screen("new"), Screen("closed"), Screen("reminder"), Screen("note")],
        },
        new(Open, ActionKind.Effect, [], Lands: Screen("pin")) { Opens = [Screen("mine"), Screen("wrong"), Screen("typed")] },
        new(Begin, ActionKind.Effect, [], Lands: Screen("new")) { Opens = [Screen("again"), Screen("weak"), Screen("differ"), Screen("set")] },
        new(Change, ActionKind.Effect, [], Lands: Screen("prove")),
        new(Hide, ActionKind.Effect, [], Lands: Screen("closed")),
        new(Balance, ActionKind.Query, [], VariableKind.Fields),
        new(History, ActionKind.Query, [new("before", false)], VariableKind.List),
        new(Picture, ActionKind.Effect, [], Lands: Screen("picture")) { Opens = [Screen("statement")] },
        new(Statement, ActionKind.Query, [], VariableKind.Fields),
        new(Dispute, ActionKind.Effect, [new("id", true)]),
        new(Goal, ActionKind.Query, [], VariableKind.Fields),
        new(Aim, ActionKind.Effect, [new("name", true), new("amount", true)]),
        new(Unaim, ActionKind.Effect, []),
        new(Move, ActionKind.Effect, [new("amount", true), new("to", true)]),
        new(Amount, ActionKind.Query, [new("text", true), new("to", false)], VariableKind.Fields),
        new(Wishes, ActionKind.Query, [], VariableKind.Fields),
        new(Remind, ActionKind.Effect, [new("how", true)]),
        new(Feedback, ActionKind.Effect, [new("on", true)]),
        new(Cap, ActionKind.Effect, [new("amount", false)]),
        new(Delay, ActionKind.Effect, [new("on", true)]),
        new(Held, ActionKind.Query, [new("id", false)], VariableKind.List),
        new(Cancel, ActionKind.Effect, [new("id", true)]),
        new(Month, ActionKind.Query, [], VariableKind.Fields),
        new(Reminder, ActionKind.Query, [], VariableKind.Fields),
    ];

    /// <summary>What stands there where content is only tried, or played by a talk: the savings of nobody, so that an author sees what it would look like.</summary>
    /// <returns>Null where it is none of these.</returns>
    public static Value? Sample(ActionCall call, string language) => call.Name switch
    {
        Seat => Fields(("linked", "yes"), ("pin", "yes")),
        Balance => Fields(("riel", "12,500៛"), ("dollars", "$20"), ("both", "yes"), ("otherriel", "5,000៛"), ("otherdollars", "$0"), ("held", "yes"), ("meeting", "2026-12-01"), ("goal", "yes"), ("month", "yes")),
        History => new Value.List([Fields(("id", "7"), ("day", "24/11"), ("change", "+5,000៛"), ("kind", "Deposit"), ("back", "no"), ("asked", "no"), ("more", "yes"))]),
        Statement => Value.Fields.Of(
            ("day", new Value.Text("2026-11-27")), ("riel", new Value.Text("12,500៛")), ("dollars", new Value.Text("$20")), ("both", new Value.Text("no")),
            ("lines", new Value.List([Fields(("day", "24/11"), ("change", "+5,000៛"), ("kind", "Deposit"), ("back", "no"), ("other", "no"))]))),
        Goal => Fields(("name", language == "km" ? "ម៉ាស៊ីនដេរ" : "A sewing machine"), ("target", "400,000៛"), ("saved", "12,500៛"), ("left", "387,500៛"), ("bar", "🟩⬜⬜⬜⬜⬜⬜⬜⬜⬜"), ("percent", "3")),
        Amount => Fields(("ok", "yes"), ("text", "400,000៛"), ("amount", "400000 KHR")),
        Wishes => Fields(("remind", "plain"), ("feedback", "no"), ("cap", ""), ("delay", "no"), ("later", "")),
        Held => new Value.List([Fields(("id", "3"), ("amount", "5,000៛"), ("until", "1/12"))]),
        Month => Fields(("times", "4"), ("riel", "20,000៛"), ("dollars", ""), ("savers", "9"), ("members", "12")),
        Reminder => Fields(("day", "2026-12-01"), ("goal", language == "km" ? "ម៉ាស៊ីនដេរ" : "A sewing machine")),
        _ => null,
    };

    private static Value.Fields Fields(params (string Name, string Text)[] fields) =>
        Value.Fields.Of([.. fields.Select(field => (field.Name, (Value)new Value.Text(field.Text)))]);
}
