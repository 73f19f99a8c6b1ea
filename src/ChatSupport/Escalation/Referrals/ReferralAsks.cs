using System.Globalization;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Educators;
using ChatSupport.Escalation.Relay;

namespace ChatSupport.Escalation.Referrals;

/// <summary>An educator refers: she says to whom, writes exactly what would be told, asks, and says what became of it.</summary>
/// <param name="pens">The desk.</param>
/// <param name="places">The directory; null where there is none.</param>
internal sealed class ReferralAsks(DeskPens pens, FindPlaces? places = null)
{
    private const int MostFound = 5;
    private const int LongestPlace = 40; // of what stands on a button
    private const string Mark = "rf-";

    /// <summary>Takes a button of hers.</summary>
    /// <returns>False where it has nothing to do with referrals.</returns>
    public bool Press(TurnDraft draft, string id, string verb, string[] about)
    {
        switch (verb)
        {
            case DeskButton.Refer when about is [var chat]:
                draft.State = draft.State with { AtDesk = new DeskNote(DeskButton.Refer, chat) };
                Do(draft, id, (pen, educator) => pen.Tell(educator, DeskLines.Say(educator, DeskWord.ReferWhom, pen.Chat(chat))));
                return true;
            case DeskButton.Referrals:
                Do(draft, id, List);
                return true;
            case DeskButton.Referral when about is [ReferralStep.Pick, var referral, .. var place]:
                Pick(draft, id, referral, string.Join('-', place));
                return true;
            case DeskButton.Referral when about is [var step, var referral, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version):
                if (step is ReferralStep.Own or ReferralStep.Text or ReferralStep.Voice or ReferralStep.TheyNo or ReferralStep.Bad)
                    draft.State = draft.State with { AtDesk = new DeskNote(Mark + (step == ReferralStep.Own ? ReferralStep.Text : step), referral) { About = number } };
                With(draft, id, referral, (pen, educator, one) => Take(pen, educator, one, step, version));
                return true;
            default:
                return false;
        }
    }

    /// <summary>Takes what she typed or said, where a button asked for it.</summary>
    /// <returns>False where none did.</returns>
    public bool Answer(TurnDraft draft, string id, Input input)
    {
        if (draft.State.AtDesk is not { Chat: { } about } note || !(note.Asks == DeskButton.Refer || note.Asks.StartsWith(Mark, StringComparison.Ordinal)))
            return false;
        if (draft.Inbound.MessageId is { } written) // her own words go from her phone as all of the chat does
            Do(draft, id, (pen, educator) => pen.Lines.Remember(educator.Conversation!, written, pen.Referrals.Find(about)?.Chat ?? about, 0));
        var typed = input is Input.Text { Value: var text } ? text.Trim() : null;
        switch (note.Asks)
        {
            case DeskButton.Refer when typed is not null:
                draft.State = draft.State with { AtDesk = null };
                Find(draft, id, about, Cut(typed, Referral.LongestName));
                return true;
            case Mark + ReferralStep.Text when typed is not null:
                With(draft, id, about, (pen, educator, one) => Write(pen, educator, one, typed));
                break;
            case Mark + ReferralStep.Text when input is Input.Voice:
                With(draft, id, about, (pen, educator, one) => pen.Tell(educator, ReferralLines.Say(pen, educator, one, DeskWord.ReferText)));
                return true; // spoken as it is it would go to her as a line of the chat
            case Mark + ReferralStep.Voice when input is Input.Voice voice:
                var media = new LineMedia(LineMediaKind.Voice, voice.Media, draft.Inbound.Conversation);
                With(draft, id, about, (pen, educator, one) => Change(pen, educator, one, kept => kept with { Voice = media }));
                break;
            case Mark + ReferralStep.TheyNo or Mark + ReferralStep.Bad when typed is not null && int.TryParse(note.About, out var version):
                var isNo = note.Asks == Mark + ReferralStep.TheyNo;
                var reason = Cut(typed, Referral.LongestReason);
                With(draft, id, about, (pen, educator, one) => Became(pen, educator, one, version, isNo ? ReferralEvent.Reject : ReferralEvent.Finish, reason));
                break;
            default:
                return false;
        }
        draft.State = draft.State with { AtDesk = null };
        return true;
    }

    private void Find(TurnDraft draft, string id, string about, string typed)
    {
        var found = places?.Invoke(draft.Interpreter.Dialogs, typed, MostFound).Where(place => place.Id.Length <= LongestPlace).ToList() ?? [];
        Do(draft, id, (pen, educator) =>
        {
            if (typed.Length == 0 || pen.Chat(about) is not { IsOpen: true } chat || !Relaying.MayWrite(chat, educator))
            {
                pen.Tell(educator, DeskLines.Say(educator, DeskWord.NotYours, null));
                return;
            }
            pen.Tell(educator, ReferralLines.Choose(pen, educator, Referring.Begin(pen, chat, educator, typed), found));
        });
    }

    private void Pick(TurnDraft draft, string id, string referral, string place)
    {
        var found = pens.Read(pen => pen.Referrals.Find(referral)) is { } drafted
            ? places?.Invoke(draft.Interpreter.Dialogs, drafted.To, MostFound).FirstOrDefault(one => one.Id == place) : null;
        if (found is not null)
            draft.State = draft.State with { AtDesk = new DeskNote(Mark + ReferralStep.Text, referral) };
        With(draft, id, referral, (pen, educator, one) =>
        {
            if (found is null || one is not { State: ReferralState.Drafted, Text: "" })
            {
                pen.Tell(educator, ReferralLines.Card(pen, educator, one)); // a button of before
                return;
            }
            one = Referring.Write(pen, one, educator, kept => kept with { To = Cut(found.Name.In(pen.Chat(one.Chat)!.Language), Referral.LongestName), IsKnown = true });
            pen.Tell(educator, ReferralLines.Say(pen, educator, one, DeskWord.ReferText));
        });
    }

    private static void Take(DeskPen pen, Educator educator, Referral one, string step, int version)
    {
        switch (step)
        {
            case ReferralStep.Own or ReferralStep.Text:
                pen.Tell(educator, ReferralLines.Say(pen, educator, one, DeskWord.ReferText));
                break;
            case ReferralStep.Voice:
                pen.Tell(educator, ReferralLines.Say(pen, educator, one, DeskWord.ReferVoiceAsk));
                break;
            case ReferralStep.TheyNo or ReferralStep.Bad:
                pen.Tell(educator, ReferralLines.Say(pen, educator, one, step == ReferralStep.Bad ? DeskWord.ReferWhyBad : DeskWord.ReferWhyNo));
                break;
            case ReferralStep.Ask when one.Version == version:
                Referring.Ask(pen, educator, one);
                break;
            case ReferralStep.Drop:
                Became(pen, educator, one, version, ReferralEvent.Drop);
                break;
            case ReferralStep.Told:
                Became(pen, educator, one, version, ReferralEvent.Send);
                break;
            case ReferralStep.TheyYes:
                Became(pen, educator, one, version, ReferralEvent.Accept);
                break;
            case ReferralStep.Good:
                Became(pen, educator, one, version, ReferralEvent.Finish, wentWell: true);
                break;
            case ReferralStep.Forgotten:
                Became(pen, educator, one, version, ReferralEvent.Forget);
                break;
            default:
                pen.Tell(educator, ReferralLines.Say(pen, educator, one, DeskWord.ReferChanged));
                break;
        }
    }

    private static void Became(DeskPen pen, Educator educator, Referral one, int version, ReferralEvent what, string? reason = null, bool wentWell = false)
    {
        if (Referring.Mark(pen, one, version, what, reason, wentWell) is { } why)
            pen.Tell(educator, ReferralLines.Say(pen, educator, one, why));
        else
            pen.Tell(educator, ReferralLines.Card(pen, educator, pen.Referrals.Find(one.Id) ?? one with { ForgottenAt = pen.Now })); // of who is erased nothing is kept
    }

    private static void Write(DeskPen pen, Educator educator, Referral one, string typed)
    {
        if (typed.Length is 0 or > Referral.LongestText)
            pen.Tell(educator, ReferralLines.Card(pen, educator, one) with { Text = DeskWord.ReferTooLong.In(educator.Language) });
        else
            Change(pen, educator, one, kept => kept with { Text = typed, Voice = null }); // it was read aloud before it was this
    }

    private static void Change(DeskPen pen, Educator educator, Referral one, Func<Referral, Referral> change) => pen.Tell(educator, one.Can(ReferralEvent.Write, pen.Now)
        ? ReferralLines.Card(pen, educator, Referring.Write(pen, one, educator, change))
        : ReferralLines.Card(pen, educator, one));

    private static void List(DeskPen pen, Educator educator)
    {
        var own = pen.Referrals.All().Where(one => Referring.IsUnderWay(one) && Referring.MayAct(pen, educator, one)).ToList();
        if (own.Count == 0)
            pen.Tell(educator, DeskLines.Say(educator, DeskWord.ReferNone, null));
        foreach (var one in own)
            pen.Tell(educator, ReferralLines.Card(pen, educator, one));
    }

    private void With(TurnDraft draft, string id, string referral, Action<DeskPen, Educator, Referral> act) => Do(draft, id, (pen, educator) =>
    {
        if (pen.Referrals.Find(referral) is { } one && Referring.MayAct(pen, educator, one))
            act(pen, educator, one);
        else
            pen.Tell(educator, DeskLines.Say(educator, DeskWord.NotYours, null));
    });

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];

    private void Do(TurnDraft draft, string id, Action<DeskPen, Educator> act) => draft.Add(pens.Effect(id, act));
}
