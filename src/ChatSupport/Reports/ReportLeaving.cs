using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Reports.Intake;
using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Threads;
using ChatSupport.Storage;

namespace ChatSupport.Reports;

/// <summary>What becomes of drafts, consents and keys where she leaves, goes on elsewhere, or is erased. A report that she sent stays: nothing leads from it to her.</summary>
internal sealed class ReportLeaving(ReportKeys keys, OwnerHash owners, ReportRoutes routes, ILogger<ReportLeaving> log)
{
    private const string DropRoutes = "DELETE FROM report_routes WHERE owner = $1";
    private const string DropShown = "DELETE FROM report_shown WHERE conversation = $1";
    private const string MoveDraft = "UPDATE report_drafts SET owner = $2 WHERE owner = $1";
    private const string BeganAt = "SELECT began_at FROM report_drafts WHERE owner = $1";

    public void Finish(TurnDraft draft)
    {
        var conversation = draft.Inbound.Conversation;
        if (draft.Link is LinkChange.Take { Link.Conversation: var from })
        {
            keys.Drop(from);
            keys.Drop(conversation);
            DateTimeOffset? tellsAgain = draft.State.Notice == ReportActions.Follows("answer").ToString() ? null : draft.Now;
            draft.Add(new ReportEffect(session => Move(session, from, conversation, tellsAgain)));
            return;
        }
        if (draft.Forgets)
        {
            keys.Drop(conversation);
            draft.Add(new ReportEffect(session => ForgetWhateverHappens(session, conversation)));
            return;
        }
        if ((draft.State.Decoy is not null && draft.Before.Decoy is null) || draft.State.Lifecycle == LifecycleState.Blocked)
            keys.Drop(conversation);
        else if (IsAtQuestions(draft.Before.Dialog) && !(IsAtQuestions(draft.State.Dialog) && draft.State.Dialog?.Screen != ReportActions.Asks("kept")))
            keys.Drop(conversation, ReportKeyUse.Draft); // she put it away: who takes the phone now does not read it by going back to it
    }

    private static bool IsAtQuestions(DialogState? place) => place?.Screen.Dialog == ReportActions.Intake;

    private void Move(StoreSession session, string from, string to, DateTimeOffset? tellsAgain)
    {
        var (before, now) = (owners.Of(from), owners.Of(to));
        if (session[BeganAt].One(before) is long began)
        {
            var older = session[BeganAt].One(now) is long other && other > began ? before : now; // of two drafts the younger is what she works on
            ReportDraft.Discard(session, older);
            session[MoveDraft].Run(before, now);
        }
        routes.Move(session, from, to, tellsAgain);
        session[DropShown].Run(from); // her former chat is emptied
    }

    /// <summary>A fault of ours in it must not keep her from being erased.</summary>
    private void ForgetWhateverHappens(StoreSession session, string conversation)
    {
        session["SAVEPOINT reports"].Run();
        try
        {
            var owner = owners.Of(conversation);
            ReportDraft.Discard(session, owner);
            session[DropRoutes].Run(owner);
            session[DropShown].Run(conversation);
        }
        catch (Exception fault) when (!Database.IsUnavailable(fault))
        {
            session["ROLLBACK TO reports"].Run();
            log.ForgettingFailed(fault.GetType().Name, FaultPlace.Of(fault));
        }
        session["RELEASE reports"].Run();
    }
}
