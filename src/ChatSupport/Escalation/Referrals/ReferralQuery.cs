using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Escalation.Desk;

namespace ChatSupport.Escalation.Referrals;

/// <summary>What she is asked, what she allowed, and what was decided without her: looked up in her own chats, open or not.</summary>
internal sealed class ReferralQuery(ActionSpec spec, DeskPens pens) : IBotQuery
{
    private const int Most = 5; // with one more choice they fill a screen

    public ActionSpec Spec { get; } = spec;

    public Task<Value?> Run(ActionCall call, QueryContext context, CancellationToken cancel) =>
        Task.FromResult<Value?>(new Value.List([.. (context.IsLocked ? [] : pens.Read(pen => Find(pen, call, context))).Take(Most).Select(one => FieldsOf(one, context))]));

    /// <summary>What she is asked now; null for nothing, and while it is not known whether it is safe to show her anything.</summary>
    public static Referral? Asked(DeskPen pen, string worker) => pen.Referrals.OfWorker(worker).Find(one =>
        one.State == ReferralState.AskedPerson && pen.Now < one.At + pen.Options.ReferralAnswer && pen.Chat(one.Chat) is not { IsOpen: true, Reach: not Reach.Open });

    /// <summary>What she allowed and can take back.</summary>
    public static IEnumerable<Referral> Allowed(DeskPen pen, string worker) => pen.Referrals.OfWorker(worker)
        .Where(one => one.Override is null && one.Can(ReferralEvent.Revoke, pen.Now) && (one.IsTold || one.Holds(pen.Now)));

    private static List<Referral> Find(DeskPen pen, ActionCall call, QueryContext context) => call.Name switch
    {
        ReferralActions.Asked => Asked(pen, context.Conversation) is { } one && (call.With.GetValueOrDefault("id") is not { Length: > 0 } key || key == one.Key) ? [one] : [],
        ReferralActions.Allowed => [.. Allowed(pen, context.Conversation)],
        _ => [.. pen.Referrals.OfWorker(context.Conversation).Where(one => one.Override is { TellsHer: true, IsOfTwo: true } && (one.State == ReferralState.Decided || one.IsTold))],
    };

    private static Value.Fields FieldsOf(Referral one, QueryContext context) => Value.Fields.Of(
        ("id", new Value.Text(one.Key)),
        ("to", new Value.Text(one.To)),
        ("text", new Value.Text(one.Text)),
        ("until", new Value.Text(ReferralLines.Until(one, context.Language))),
        ("voice", new Value.Text(one.Voice is null ? "no" : "yes")),
        ("told", new Value.Text(one.IsTold ? "yes" : "no")),
        ("ground", new Value.Text(one.Override?.Ground == OverrideGround.Child ? "child" : "life")));
}
