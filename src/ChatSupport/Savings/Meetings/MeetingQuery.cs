using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Savings.Meetings;

/// <summary>What a leader sees of her meeting, with what she asked for in this turn already done. Nothing of it is shown to anybody else.</summary>
internal sealed class MeetingQuery(ActionSpec spec, MeetingPens pens) : IBotQuery
{
    public ActionSpec Spec { get; } = spec;

    public async Task<Value?> Run(ActionCall call, QueryContext context, CancellationToken cancel)
    {
        if (context.IsLocked)
            return null;
        var asked = context.Asked.Where(MeetingActions.IsOne).ToList();
        if (asked.Count > 1)
            return null; // content asks for one thing at a time; what was not promised is not done
        if (asked is not [var one])
            return pens.Read(context.Conversation, pen => MeetingViews.Show(pen, null, call, context.Language));
        var (value, said) = await pens.Rehearse(context.Conversation, one, context.Event, (pen, said) => (MeetingViews.Show(pen, said, call, context.Language), said), cancel).ConfigureAwait(false);
        context.Promise(said.Digest());
        return value;
    }
}
