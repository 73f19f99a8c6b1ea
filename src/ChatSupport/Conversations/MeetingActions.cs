using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Conversations;

/// <summary>What content can ask for where a leader holds a meeting of her savings group. Members are shown by book number and nickname; no balance of anybody is.</summary>
internal static class MeetingActions
{
    /// <summary>The dialog of leaders.</summary>
    public const string Dialog = "savings-leader";

    /// <summary>How the meeting stands, and what came of what was asked for just now (fields; <c>on</c>: the screen that asks, so that talks see a meeting that fits it).</summary>
    public const string Now = "meeting.now";

    /// <summary>Four members at a time for the roll call (<c>page</c>).</summary>
    public const string Members = "meeting.members";

    /// <summary>Five entries of the meeting at a time, the newest first (<c>page</c>).</summary>
    public const string Entries = "meeting.entries";

    /// <summary>Three at a time of the withdrawals that were approved and are still to be paid (<c>page</c>).</summary>
    public const string Payouts = "meeting.payouts";

    /// <summary>Names the day of the next meeting (<c>day</c>).</summary>
    public const string Plan = "meeting.plan";

    /// <summary>Opens the meeting.</summary>
    public const string Open = "meeting.open";

    /// <summary>Calls it off, while nothing was entered.</summary>
    public const string Cancel = "meeting.cancel";

    /// <summary>Notes whether a member is there (<c>member</c>; <c>here</c>: <c>yes</c> or <c>no</c>).</summary>
    public const string Mark = "meeting.mark";

    /// <summary>All who were not called yet are there.</summary>
    public const string Everybody = "meeting.everybody";

    /// <summary>These are away (<c>books</c>: numbers of books).</summary>
    public const string Absent = "meeting.absent";

    /// <summary>Enters deposits (<c>text</c>: lines of book and amount; <c>cents</c>, <c>more</c>: <c>yes</c> where she was asked and means it).</summary>
    public const string Sheet = "meeting.sheet";

    /// <summary>A member wants money back (<c>text</c>: book and amount; <c>cents</c>).</summary>
    public const string Want = "meeting.want";

    /// <summary>Pays an approved withdrawal out (<c>hold</c>).</summary>
    public const string Pay = "meeting.pay";

    /// <summary>An entry is wrong: the savings officer is asked to take it back (<c>entry</c>).</summary>
    public const string Wrong = "meeting.wrong";

    /// <summary>Offers cash to the safe; who receives it counts and confirms (<c>text</c>: the amount).</summary>
    public const string Give = "meeting.give";

    /// <summary>Takes that offer back.</summary>
    public const string Keep = "meeting.keep";

    /// <summary>Notes were counted (<c>currency</c>: <c>KHR</c> or <c>USD</c>; <c>notes</c>: note and how many, or 0).</summary>
    public const string Count = "meeting.count";

    /// <summary>Goes back from counting to entering.</summary>
    public const string Resume = "meeting.resume";

    /// <summary>Closes the meeting for ever.</summary>
    public const string Close = "meeting.close";

    public static IReadOnlyList<ActionSpec> All { get; } =
    [
        new(Now, ActionKind.Query, [new("on", false)], VariableKind.Fields),
        new(Members, ActionKind.Query, [new("page", false)], VariableKind.List),
        new(Entries, ActionKind.Query, [new("page", false)], VariableKind.List),
        new(Payouts, ActionKind.Query, [new("page", false)], VariableKind.List),
        new(Plan, ActionKind.Effect, [new("day", true)]),
        new(Open, ActionKind.Effect, []) { Opens = [ScreenId.Of(Dialog), new ScreenId(Dialog, "welcome")] },
        new(Cancel, ActionKind.Effect, []),
        new(Mark, ActionKind.Effect, [new("member", true), new("here", true)]),
        new(Everybody, ActionKind.Effect, []),
        new(Absent, ActionKind.Effect, [new("books", true)]),
        new(Sheet, ActionKind.Effect, [new("text", true), new("cents", false), new("more", false)]),
        new(Want, ActionKind.Effect, [new("text", true), new("cents", false)]),
        new(Pay, ActionKind.Effect, [new("hold", true)]),
        new(Wrong, ActionKind.Effect, [new("entry", true)]),
        new(Give, ActionKind.Effect, [new("text", true)]),
        new(Keep, ActionKind.Effect, []),
        new(Count, ActionKind.Effect, [new("currency", true), new("notes", true)]),
        new(Resume, ActionKind.Effect, []),
        new(Close, ActionKind.Effect, []),
    ];

    /// <summary>Whether an effect is one of these.</summary>
    public static bool IsOne(Effect effect) => All.Any(spec => spec.Kind == ActionKind.Effect && spec.Name == effect.Name);

    /// <summary>What stands there where content is only tried, or played by a talk: a made-up meeting.</summary>
    /// <returns>Null where it is none of these.</returns>
    public static Value? Sample(ActionCall call, string language)
    {
        var rose = new Value.Text(language == "km" ? "ផ្កា" : "Rose");
        return call.Name switch
        {
            Now => SampleNow(rose, language == "km", call.With.GetValueOrDefault("on") switch { "start" => "planned", "counted" => "counted", _ => "open" }),
            Members => One(("id", Text("m1")), ("book", Text("12")), ("name", rose), ("sign", Text("✅")), ("next", Text("no"))),
            Entries => One(("id", Text("1")), ("book", Text("12")), ("name", rose), ("money", Text("5,000៛")), ("asked", Text("no")), ("gone", Text("no"))),
            Payouts => One(("id", Text("1")), ("book", Text("12")), ("name", rose), ("money", Text("5,000៛"))),
            _ => null,
        };
    }

    private static Value.Fields SampleNow(Value name, bool khmer, string state) => Value.Fields.Of(
        ("leader", Text("yes")), ("state", Text(state)), ("day", Text("2026-11-27")), ("here", Text("18")), ("away", Text("1")), ("uncalled", Text("1")),
        ("given", Text("2")), ("sum", Text("5,000៛")), ("float", Text("5,000៛")), ("offered", Text("5,000៛")), ("payable", Text("1")), ("counted", Text("5,000៛")),
        ("expected", Text("5,000៛")), ("differs", Text("no")), ("missing", Text("KHR")), ("second", Text("yes")), ("opener", Text("no")),
        ("said", Value.Fields.Of(
            ("code", Text("done")), ("recorded", Text("1")), ("before", Text("1")), ("again", Text("yes")), ("same", Text("12 5000")), ("refused", Text("1")), ("cents", Text("yes")), ("more", Text("yes")), ("rest", Text("13 1.50$")), ("centsok", Text("no")),
            ("lines", new Value.List(
            [
                Value.Fields.Of(("text", Text("12 5000")), ("book", Text("12")), ("name", name), ("money", Text(khmer ? "៥,០០០៛" : "5,000៛")), ("ok", Text("yes")), ("why", Text("")), ("perhaps", Text(""))),
                Value.Fields.Of(("text", Text("13 1.50$")), ("book", Text("13")), ("name", name), ("money", Text("")), ("ok", Text("no")), ("why", Text("cents")), ("perhaps", Text(""))),
            ])))));

    private static Value.List One(params (string, Value)[] fields) => new([Value.Fields.Of(fields)]);

    private static Value.Text Text(string text) => new(text);
}
