using System.Collections.Immutable;
using System.Text.Json;
using ChatSupport.Dialogs.Running;
using ChatSupport.Savings.Amounts;

namespace ChatSupport.Savings.Meetings;

/// <summary>What came of what a leader asked for. The words of the screens choose by <see cref="Code"/>.</summary>
/// <param name="Code">A word; <c>done</c> where all went well.</param>
internal sealed record Said(string Code)
{
    /// <summary>Each line of a sheet, answered for itself.</summary>
    public ImmutableArray<LineSaid> Lines { get; init; } = [];

    /// <summary>She said that cents are meant.</summary>
    public bool CentsAreMeant { get; init; }

    /// <summary>Lines that are not entered, to correct and send again.</summary>
    public string Rest => string.Join('\n', Lines.Where(line => !line.IsIn).Select(line => line.Text));

    /// <summary>Lines that stood there already: sent again, or the same sum given a second time, which only she knows.</summary>
    public string Same => string.Join('\n', Lines.Where(line => line.Why == LineSaid.Before).Select(line => line.Text));

    /// <summary>All of it in one text: two that are the same came out the same.</summary>
    public string Digest() => JsonSerializer.Serialize(this);

    /// <summary>As templates read it.</summary>
    public Value.Fields ToValue(bool khmer) => Value.Fields.Of(
        ("code", new Value.Text(Code)),
        ("recorded", Number(Lines.Count(line => line.Why == LineSaid.In), khmer)),
        ("before", Number(Lines.Count(line => line.Why == LineSaid.Before), khmer)),
        ("refused", Number(Lines.Count(line => !line.IsIn), khmer)),
        ("cents", YesNo(Lines.Any(line => line.Why == LineSaid.Cents))),
        ("more", YesNo(Lines.Any(line => line.Why is LineSaid.GivenBefore or LineSaid.BookTwice))),
        ("centsok", YesNo(CentsAreMeant)),
        ("again", YesNo(Lines.Any(line => line.Why == LineSaid.Before))),
        ("same", new Value.Text(Same)),
        ("rest", new Value.Text(Rest)),
        ("lines", new Value.List([.. Lines.Select(line => line.ToValue(khmer))])));

    internal static Value.Text YesNo(bool yes) => new(yes ? "yes" : "no");

    internal static Value.Text Number(long number, bool khmer) =>
        new(khmer ? Dialogs.Khmer.Digits.ToKhmer($"{number}") : $"{number}");
}

/// <summary>What came of one line.</summary>
/// <param name="Text">As she typed it.</param>
/// <param name="Why">Why it is not entered; empty where it is, <see cref="Before"/> where it was already.</param>
internal sealed record LineSaid(string Text, string Why)
{
    public const string In = "";

    /// <summary>The same was entered at this meeting before: nothing was doubled.</summary>
    public const string Before = "before";

    /// <summary>Dollars that are not whole.</summary>
    public const string Cents = "cents";

    /// <summary>She gave another sum at this meeting already.</summary>
    public const string GivenBefore = "given-before";

    public const string BookTwice = "book-twice";

    public string? Book { get; init; }

    public string? Nickname { get; init; }

    public ImmutableArray<Money> Amounts { get; init; } = [];

    /// <summary>What it could mean.</summary>
    public ImmutableArray<Money> Perhaps { get; init; } = [];

    /// <summary>It stands in the ledger, now or before.</summary>
    public bool IsIn => Why is In or Before;

    public Value.Fields ToValue(bool khmer) => Value.Fields.Of(
        ("text", new Value.Text(Text)),
        ("book", new Value.Text(khmer ? Dialogs.Khmer.Digits.ToKhmer(Book ?? "") : Book ?? "")),
        ("name", new Value.Text(Nickname ?? "")),
        ("money", new Value.Text(Write(Amounts, " + ", khmer))),
        ("ok", Said.YesNo(IsIn)),
        ("why", new Value.Text(Why)),
        ("perhaps", new Value.Text(Write(Perhaps, " / ", khmer))));

    /// <summary>Amounts in one line of text.</summary>
    public static string Write(IEnumerable<Money> amounts, string between, bool khmer) => string.Join(between, amounts.Select(money => MoneyText.Write(money, khmer)));
}
