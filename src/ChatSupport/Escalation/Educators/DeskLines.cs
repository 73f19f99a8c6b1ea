using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Relay;

namespace ChatSupport.Escalation.Educators;

/// <summary>What the desk shows to those who answer there. What comes before a chat is taken holds nothing of it: it is read on a lock screen.</summary>
internal static class DeskLines
{
    /// <summary>A question to take a chat: how urgent, what about, how long, which language, where. Nothing she said.</summary>
    public static OutboundBody.Line Offer(Educator educator, DeskChat chat, DateTimeOffset now, DeskOptions options) => new()
    {
        Text = $"{OfferHead(educator)}\n{Facts(educator.Language, chat, chat.LevelAt(now, options), now)}",
        Buttons =
        [
            [Button(educator, DeskWord.OfferTake, DeskButton.Take, chat.Id)],
            [Button(educator, DeskWord.OfferNotNow, DeskButton.NotNow, chat.Id)],
        ],
        Ticket = Deliveries.TicketOfOffer(chat.Id, educator.Id),
        Urgent = chat.Level == 0,
        Silent = chat.Level == 3,
    };

    /// <summary>What stands above a chat that was taken.</summary>
    public static OutboundBody.Line Head(Educator educator, DeskChat chat, DateTimeOffset now) => new()
    {
        Text = $"{chat.Alias.In(educator.Language)}\n{Facts(educator.Language, chat, chat.Level, now)}\n{Answers(educator.Language, chat.Triage)}\n{DeskWord.HeadIntro.In(educator.Language)}",
        Buttons = HeadButtons(educator, chat.Id),
        Thread = ThreadOf(educator, chat),
        Ticket = Deliveries.TicketOfDesk(chat.Id),
        Urgent = chat.Level == 0,
    };

    /// <summary>A short word, in the thread of a chat or outside of any.</summary>
    public static OutboundBody.Line Say(Educator educator, DeskWord word, DeskChat? chat) => new()
    {
        Text = chat is null ? word.In(educator.Language) : $"ℹ️ {word.In(educator.Language)}",
        Thread = chat is null ? null : ThreadOf(educator, chat),
        Ticket = chat is null ? null : Deliveries.TicketOfDesk(chat.Id),
        Urgent = chat?.Level == 0,
    };

    /// <summary>Changes what a question says now that it is answered.</summary>
    public static OutboundBody.Line Changed(Educator educator, string message, DeskWord word) =>
        new() { Text = word.In(educator.Language), Edits = message, OnlyEdits = true, Silent = true };

    /// <summary>A line of the worker's.</summary>
    public static OutboundBody.Line FromWorker(Educator educator, DeskChat chat, DeskLine line) => new()
    {
        Text = line.Text.Length == 0 ? chat.Alias.Sign : $"{chat.Alias.Sign} {line.Text}",
        Media = line.Media,
        Thread = ThreadOf(educator, chat),
        Ticket = Deliveries.TicketOf(line),
        Urgent = chat.Level == 0,
    };

    /// <summary>What was said before this helper came.</summary>
    public static OutboundBody.Line Earlier(Educator educator, DeskChat chat, IReadOnlyList<DeskLine> lines) =>
        Say(educator, DeskWord.EarlierHead, chat) with
        {
            Text = string.Join('\n', lines.Select(line => $"{(line.From == LineFrom.Worker ? chat.Alias.Sign : "↩️")} {Shown(educator.Language, line)}").Prepend(DeskWord.EarlierHead.In(educator.Language))),
        };

    public static OutboundBody.Line Raised(Educator educator, DeskChat chat) =>
        Say(educator, DeskWord.RaisedWord, chat) with { Text = $"⚠️ {DeskWord.RaisedWord.In(educator.Language)} {Level(educator.Language, chat.Level)}" };

    /// <summary>Called, without any content.</summary>
    public static OutboundBody.Line Alarm(Educator educator, DeskChat chat, DeskWord why, DateTimeOffset now) => new()
    {
        Text = $"🔔 {why.In(educator.Language)}\n{Facts(educator.Language, chat, chat.Level, now)}",
        Buttons = [[Button(educator, DeskWord.ButtonTakeOver, DeskButton.TakeOver, chat.Id)]],
        Urgent = chat.Level == 0,
    };

    /// <summary>Called, where it is about no chat.</summary>
    public static OutboundBody.Line Call(Educator educator, DeskWord why) => new() { Text = $"🔔 {why.In(educator.Language)}" };

    public static OutboundBody.Line NotDelivered(Educator educator, DeskChat chat, DeskLine line) =>
        Say(educator, DeskWord.NotDelivered, chat) with
        {
            AnswersTo = line.Source,
            Buttons = [[Button(educator, DeskWord.Retry, DeskButton.Retry, Text(line.Number))]],
        };

    public static OutboundBody.Line AskSend(Educator educator, DeskChat chat, DeskLine line) =>
        Say(educator, DeskWord.AskSend, chat) with
        {
            AnswersTo = line.Source,
            Buttons = [[Button(educator, DeskWord.Send, DeskButton.Send, Text(line.Number)), Button(educator, DeskWord.DoNotSend, DeskButton.DoNotSend, Text(line.Number))]],
        };

    /// <summary>Asks which chat a message is for: it is never guessed.</summary>
    public static OutboundBody.Line AskWhom(Educator educator, IReadOnlyList<DeskChat> chats, DeskLine line) => new()
    {
        Text = DeskWord.WhomAsk.In(educator.Language),
        AnswersTo = line.Source,
        Buttons =
        [
            .. chats.Select(chat => ImmutableArray.Create(new Button(DeskButton.Id(DeskButton.To, Text(line.Number), chat.Id), chat.Alias.In(educator.Language)))),
            [Button(educator, DeskWord.WhomNobody, DeskButton.DoNotSend, Text(line.Number))],
        ],
    };

    /// <summary>Answers of the content to choose from; each goes to her with one tap.</summary>
    /// <param name="educator">Who chooses.</param>
    /// <param name="chat">The chat; null where it is gone.</param>
    /// <param name="ask">What is said above them.</param>
    /// <param name="verb">What their buttons do.</param>
    /// <param name="answers">Each with what stands for it on its button.</param>
    public static OutboundBody.Line Answers(Educator educator, DeskChat? chat, DeskWord ask, string verb, IEnumerable<(string Key, string Label)> answers) => Say(educator, ask, chat) with
    {
        Buttons = chat is null ? [] : [.. answers.Select(one => ImmutableArray.Create(new Button(DeskButton.Id(verb, one.Key, chat.Id), one.Label)))],
    };

    public static OutboundBody.Line CloseAsk(Educator educator, DeskChat chat) => Say(educator, DeskWord.CloseAsk, chat) with
    {
        Buttons = [.. DeskOutcome.ForHelpers.Select((outcome, at) => ImmutableArray.Create(
            new Button(DeskButton.Id(DeskButton.Outcome, Text(at), chat.Id), OutcomeWord(outcome).In(educator.Language))))],
    };

    public static OutboundBody.Line TransferAsk(Educator educator, DeskChat chat, IReadOnlyList<(int Number, Educator To)> others) =>
        others.Count == 0 ? Say(educator, DeskWord.TransferNobody, chat) : Say(educator, DeskWord.TransferAsk, chat) with
        {
            Buttons = [.. others.Select(one => ImmutableArray.Create(new Button(DeskButton.Id(DeskButton.HandTo, Text(one.Number), chat.Id), one.To.Alias.In(educator.Language))))],
        };

    public static OutboundBody.Line StillOn(Educator educator) => Ask(educator, DeskWord.StillOn, DeskButton.On, DeskButton.Pause);

    public static OutboundBody.Line ShiftBegins(Educator educator) => Ask(educator, DeskWord.ShiftBegins, DeskButton.On, DeskButton.Off);

    public static OutboundBody.Line Paused(Educator educator, DeskWord why) => Ask(educator, why, DeskButton.On, DeskButton.Off);

    public static OutboundBody.Line Debrief(Educator educator) => new()
    {
        Text = DeskWord.Debrief.In(educator.Language),
        Buttons =
        [
            [Button(educator, DeskWord.DebriefFine, DeskButton.Debrief, "1")],
            [Button(educator, DeskWord.DebriefHard, DeskButton.Debrief, "2")],
            [Button(educator, DeskWord.DebriefTalk, DeskButton.Debrief, "3")],
        ],
    };

    /// <summary>The first page of the desk.</summary>
    public static OutboundBody.Line Menu(Educator educator, DateTimeOffset now)
    {
        var duty = educator.Duty switch { DutyState.On => DeskWord.DutyOn, DutyState.Paused => DeskWord.DutyPaused, _ => DeskWord.DutyOff };
        var rests = educator.RestsUntil > now
            ? $"\n{DeskWord.Resting.In(educator.Language)} {educator.RestsUntil.Value.ToOffset(DutyTimers.Ahead).ToString("HH:mm", CultureInfo.InvariantCulture)}" : "";
        return new OutboundBody.Line
        {
            Text = $"{DeskWord.MenuHead.In(educator.Language)} · {educator.Alias.In(educator.Language)}\n{duty.In(educator.Language)}{rests}",
            Buttons =
            [
                educator.Duty == DutyState.On
                    ? [Button(educator, DeskWord.ButtonPause, DeskButton.Pause), Button(educator, DeskWord.ButtonOff, DeskButton.Off)]
                    : [Button(educator, DeskWord.ButtonOn, DeskButton.On)],
                [Button(educator, DeskWord.ButtonChats, DeskButton.Chats), Button(educator, DeskWord.ButtonPlan, DeskButton.Plan)],
                [Button(educator, DeskWord.ButtonReferrals, DeskButton.Referrals)],
                [Button(educator, DeskWord.ButtonReport, DeskButton.Report), new Button("n-leave", DeskWord.ButtonLeave.In(educator.Language))],
            ],
        };
    }

    /// <summary>The words of a line as another reads them.</summary>
    public static string Shown(string language, DeskLine line) => line.Media?.Kind switch
    {
        LineMediaKind.Voice => "🎤 " + line.Text,
        LineMediaKind.Photo => "🖼 " + line.Text,
        LineMediaKind.Location => "📍",
        _ => line.Text,
    };

    /// <summary>A level in words.</summary>
    public static string Level(string language, int level) =>
        (level switch { 0 => DeskWord.Level0, 1 => DeskWord.Level1, 2 => DeskWord.Level2, _ => DeskWord.Level3 }).In(language);

    public static Button Button(Educator educator, DeskWord word, string verb, string? about = null) => new(DeskButton.Id(verb, about), word.In(educator.Language));

    public static DeskWord OutcomeWord(string outcome) => outcome switch
    {
        DeskOutcome.Helped => DeskWord.OutcomeHelped,
        DeskOutcome.Information => DeskWord.OutcomeInformation,
        DeskOutcome.Referred => DeskWord.OutcomeReferred,
        DeskOutcome.Misuse => DeskWord.OutcomeMisuse,
        _ => DeskWord.OutcomeNoAnswer,
    };

    /// <summary>The thread of a chat in her conversation.</summary>
    public static LineThread ThreadOf(Educator educator, DeskChat chat) => new(chat.Id, chat.Alias.In(educator.Language));

    private static ImmutableArray<ImmutableArray<Button>> HeadButtons(Educator educator, string chat) =>
    [
        [Button(educator, DeskWord.ButtonSeen, DeskButton.Seen, chat), Button(educator, DeskWord.ButtonAnswers, DeskButton.Answers, chat)],
        [Button(educator, DeskWord.ButtonNote, DeskButton.Note, chat), Button(educator, DeskWord.ButtonTakeBack, DeskButton.TakeBack, chat)],
        [Button(educator, DeskWord.ButtonQuick, DeskButton.Quick, chat), Button(educator, DeskWord.ButtonRefer, DeskButton.Refer, chat)],
        [Button(educator, DeskWord.ButtonRaise, DeskButton.Raise, chat), Button(educator, DeskWord.ButtonLower, DeskButton.Lower, chat)],
        [Button(educator, DeskWord.ButtonSupervisor, DeskButton.Call, chat), Button(educator, DeskWord.ButtonTransfer, DeskButton.Transfer, chat)],
        [Button(educator, DeskWord.ButtonKnowHer, DeskButton.KnowHer, chat), Button(educator, DeskWord.ButtonCannot, DeskButton.Cannot, chat)],
        [Button(educator, DeskWord.ButtonMisuse, DeskButton.Misuse, chat), Button(educator, DeskWord.ButtonClose, DeskButton.Close, chat)],
    ];

    private static OutboundBody.Line Ask(Educator educator, DeskWord question, string yes, string no) => new()
    {
        Text = question.In(educator.Language),
        Buttons = [[Button(educator, DeskWord.ButtonOn, yes), Button(educator, no == DeskButton.Off ? DeskWord.ButtonOff : DeskWord.ButtonPause, no)]],
    };

    private static string OfferHead(Educator educator) => DeskWord.OfferHead.In(educator.Language);

    private static string Facts(string language, DeskChat chat, int level, DateTimeOffset now)
    {
        var minutes = (int)Math.Max(0, (now - chat.ArrivedAt).TotalMinutes);
        var text = new StringBuilder($"{DeskWord.LevelWord.In(language)} {Level(language, level)}");
        text.Append(CultureInfo.InvariantCulture, $"\n{DeskWord.WaitWord.In(language)} {DeskWords.Number(minutes, language)} {DeskWord.MinutesWord.In(language)}");
        if (chat.Topic is { } topic)
            text.Append(CultureInfo.InvariantCulture, $"\n{DeskWord.TopicWord.In(language)}: {Topics.In(topic, language)}");
        text.Append(CultureInfo.InvariantCulture, $"\n{DeskWord.LanguageWord.In(language)}: {(chat.Language == "km" ? "ខ្មែរ" : chat.Language)}");
        if (chat.Area is { } area)
            text.Append(CultureInfo.InvariantCulture, $"\n{DeskWord.AreaWord.In(language)}: {area.In(language)}");
        return text.ToString();
    }

    private static string Answers(string language, Triage triage)
    {
        var text = $"{DeskWord.HeadAnswers.In(language)}\n"
            + $"· {DeskWord.QuestionDanger.In(language)}: {Answer(language, triage.Danger)}\n"
            + $"· {DeskWord.QuestionDying.In(language)}: {Answer(language, triage.Dying)}\n"
            + $"· {DeskWord.QuestionMinor.In(language)}: {Answer(language, triage.Minor)}";
        return triage is { Danger: not null, Dying: not null, Minor: not null } ? text : $"{text}\n{DeskWord.HeadAsk.In(language)}";
    }

    private static string Answer(string language, bool? answer) =>
        (answer switch { true => DeskWord.Yes, false => DeskWord.No, _ => DeskWord.Skipped }).In(language);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
