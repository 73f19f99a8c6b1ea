using System.Collections.Immutable;
using System.Globalization;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Educators;
using ChatSupport.Escalation.Relay;

namespace ChatSupport.Escalation.Referrals;

/// <summary>What an educator sees of a referral.</summary>
internal static class ReferralLines
{
    /// <summary>How it stands, what exactly would be told or was, and what she can do now.</summary>
    public static OutboundBody.Line Card(DeskPen pen, Educator educator, Referral one) => Say(pen, educator, one, WordOf(one)) with { Buttons = ButtonsOf(educator, one) };

    /// <summary>A word above what would be told.</summary>
    public static OutboundBody.Line Say(DeskPen pen, Educator educator, Referral one, DeskWord word)
    {
        var chat = pen.Chat(one.Chat)!;
        var until = one.State == ReferralState.Granted ? $" {Until(one, educator.Language)}" : "";
        var isNeeded = chat.IsOpen || one.State == ReferralState.Granted; // after the chat her words stay on no phone without need
        var text = one.Text.Length == 0 || !isNeeded ? "" : $"\n«{one.Text}»";
        return new OutboundBody.Line
        {
            Text = $"📨 {word.In(educator.Language)}{until}\n{chat.Alias.In(educator.Language)} → {one.To}{text}",
            Thread = chat.IsOpen && Relaying.MayWrite(chat, educator) ? DeskLines.ThreadOf(educator, chat) : null,
            Ticket = Deliveries.TicketOfReferral(chat.Id),
        };
    }

    /// <summary>Services that her words found, and the words themselves.</summary>
    public static OutboundBody.Line Choose(DeskPen pen, Educator educator, Referral one, IReadOnlyList<KnownPlace> found) => Say(pen, educator, one, DeskWord.ReferPick) with
    {
        Buttons =
        [
            .. found.Select(place => ImmutableArray.Create(new Button(DeskButton.Id(DeskButton.Referral, ReferralStep.Pick, one.Id, place.Id), place.Name.In(educator.Language)))),
            [new Button(Id(ReferralStep.Own, one), $"{DeskWord.ReferOwn.In(educator.Language)} {one.To}")],
            [Button(educator, DeskWord.ReferDrop, ReferralStep.Drop, one)],
        ],
    };

    /// <summary>Two of the staff decided to tell something without her: whom, and whether she knows.</summary>
    public static OutboundBody.Line Decided(DeskPen pen, Educator educator, Referral one) => Say(pen, educator, one with { Text = "" }, DeskWord.ReferDecided) with
    {
        Text = $"📨 {DeskWord.ReferDecided.In(educator.Language)} {one.To}\n{(one.Override!.TellsHer ? DeskWord.ReferSheKnows : DeskWord.ReferSheDoesNotKnow).In(educator.Language)}",
    };

    /// <summary>She is erased, and somebody still knows something of her.</summary>
    public static OutboundBody.Line Erased(DeskPen pen, Educator educator, Referral one) => Say(pen, educator, one, DeskWord.ReferErased) with
    {
        Text = $"📨 {DeskWord.ReferErased.In(educator.Language)} {one.To}",
        Buttons = Referring.MayAct(pen, educator, one) ? ButtonsOf(educator, one) : [],
        Thread = null,
    };

    /// <summary>Until when it holds, where she lives.</summary>
    public static string Until(Referral one, string language)
    {
        if (one.Until is not { } until)
            return "";
        var local = until.ToOffset(DutyTimers.Ahead);
        return string.Create(CultureInfo.InvariantCulture,
            $"{DeskWords.Number(local.Day, language)}/{DeskWords.Number(local.Month, language)} {DeskWords.Number(local.Hour, language)}:{Minutes(local.Minute, language)}");
    }

    /// <summary>How it stands, in words.</summary>
    public static DeskWord WordOf(Referral one) => one.State switch
    {
        ReferralState.Drafted => one.HeldLine is not null ? DeskWord.Held : DeskWord.ReferDrafted,
        ReferralState.AskedPerson => DeskWord.ReferAsked,
        ReferralState.Granted => DeskWord.ReferGranted,
        ReferralState.Refused => DeskWord.ReferRefused,
        ReferralState.NoAnswer => DeskWord.ReferNoAnswer,
        ReferralState.Proposed => DeskWord.ReferProposed,
        ReferralState.Decided => DeskWord.ReferDecided,
        ReferralState.Sent => DeskWord.ReferSent,
        ReferralState.Accepted => DeskWord.ReferAccepted,
        ReferralState.Rejected => DeskWord.ReferRejected,
        ReferralState.Done => DeskWord.ReferDone,
        ReferralState.Revoked => one.OwesForgetting ? DeskWord.ReferForget : DeskWord.ReferRevoked,
        ReferralState.Expired => DeskWord.ReferExpired,
        _ => DeskWord.ReferDropped,
    };

    private static string Minutes(int minutes, string language) => (minutes < 10 ? DeskWords.Number(0, language) : "") + DeskWords.Number(minutes, language);

    private static ImmutableArray<ImmutableArray<Button>> ButtonsOf(Educator educator, Referral one) => one.State switch
    {
        ReferralState.Drafted when one.Text.Length > 0 && one.HeldLine is null =>
            [[Button(educator, DeskWord.ReferAskHer, ReferralStep.Ask, one)], [Button(educator, DeskWord.ReferAddVoice, ReferralStep.Voice, one)], .. Rewrite(educator, one)],
        ReferralState.Drafted or ReferralState.AskedPerson or ReferralState.NoAnswer => Rewrite(educator, one),
        ReferralState.Granted => [[Button(educator, DeskWord.ReferTold, ReferralStep.Told, one)], .. Rewrite(educator, one)],
        ReferralState.Expired when one.Override is null => [[Button(educator, DeskWord.ReferRewrite, ReferralStep.Text, one)]],
        ReferralState.Sent => [[Button(educator, DeskWord.ReferTheyYes, ReferralStep.TheyYes, one), Button(educator, DeskWord.ReferTheyNo, ReferralStep.TheyNo, one)]],
        ReferralState.Accepted or ReferralState.Rejected => [[Button(educator, DeskWord.ReferGood, ReferralStep.Good, one), Button(educator, DeskWord.ReferBad, ReferralStep.Bad, one)]],
        ReferralState.Revoked when one.OwesForgetting => [[Button(educator, DeskWord.ReferToldForget, ReferralStep.Forgotten, one)]],
        _ => [],
    };

    private static ImmutableArray<ImmutableArray<Button>> Rewrite(Educator educator, Referral one) =>
        [[Button(educator, DeskWord.ReferRewrite, ReferralStep.Text, one), Button(educator, DeskWord.ReferDrop, ReferralStep.Drop, one)]];

    private static Button Button(Educator educator, DeskWord word, string step, Referral one) => new(Id(step, one), word.In(educator.Language));

    private static string Id(string step, Referral one) => DeskButton.Id(DeskButton.Referral, step, one.Id, one.Version.ToString(CultureInfo.InvariantCulture));
}

/// <summary>What the buttons of a referral do.</summary>
internal static class ReferralStep
{
    public const string Pick = "pick";
    public const string Own = "own";
    public const string Text = "text";
    public const string Voice = "voice";
    public const string Ask = "ask";
    public const string Drop = "drop";
    public const string Told = "told";
    public const string TheyYes = "yes";
    public const string TheyNo = "no";
    public const string Good = "good";
    public const string Bad = "bad";
    public const string Forgotten = "forgot";
}
