using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Savings.Groups;
using ChatSupport.Savings.Leaders;
using ChatSupport.Storage;

namespace ChatSupport.Savings.Meetings;

/// <summary>Opens a leader's meeting: to look, to rehearse what she asks for, and to do it with the commit of her turn.</summary>
/// <remarks>
/// What she asks for is done in the commit of her turn, but the screen that answers is written before. So it is rehearsed: done, looked at, and taken back. The commit
/// does it again and holds only where it comes out as it was said; else the turn runs once more. Nobody is told of an entry that is not there.
/// </remarks>
internal sealed class MeetingPens(Ledger ledger, GroupRows people, StoreWriter writer, StoreReaders readers, LedgerHeads heads)
{
    /// <summary>Looks at a leader's meeting as it is committed.</summary>
    /// <param name="conversation">Hers.</param>
    /// <param name="look">Given null where nobody leads from there.</param>
    /// <exception cref="StoreUnavailableException">The database cannot be read now.</exception>
    public T Read<T>(string conversation, Func<MeetingPen?, T> look) => readers.Read(session => look(In(session, conversation, "")));

    /// <summary>Does what she asks for, looks, and takes it back.</summary>
    /// <param name="conversation">Hers.</param>
    /// <param name="asked">What she asks for.</param>
    /// <param name="turn">Id of the event.</param>
    /// <param name="look">Given what came of it.</param>
    /// <param name="cancel">Gives up waiting for a place.</param>
    /// <exception cref="StoreUnavailableException">It could not be tried.</exception>
    public Task<T> Rehearse<T>(string conversation, Effect asked, string turn, Func<MeetingPen?, Said, T> look, CancellationToken cancel) => writer.Write(session =>
    {
        heads.Watch(session); // what it finds is recorded, and not taken back with the rehearsal
        session["SAVEPOINT meeting"].Run();
        try
        {
            var pen = In(session, conversation, turn);
            return look(pen, Do(pen, asked));
        }
        finally
        {
            session["ROLLBACK TO meeting"].Run();
            session["RELEASE meeting"].Run();
        }
    }, cancel);

    /// <summary>Does what she asks for with the commit of a turn.</summary>
    /// <param name="conversation">Hers.</param>
    /// <param name="asked">What she asks for.</param>
    /// <param name="turn">Id of the event.</param>
    /// <param name="promised">What she is told came of it.</param>
    public TurnEffect Effect(string conversation, Effect asked, string turn, string promised) => new Act(this, conversation, asked, turn, promised);

    private static Said Do(MeetingPen? pen, Effect asked) => pen is null ? new Said("no-leader") : MeetingActs.Do(pen, asked);

    private MeetingPen? In(StoreSession session, string conversation, string turn) =>
        LeaderRows.Of(session, conversation) is { } leader ? new MeetingPen(session, ledger.In(session), people, leader, turn) : null;

    private sealed class Act(MeetingPens pens, string conversation, Effect asked, string turn, string promised) : TurnEffect
    {
        /// <exception cref="StaleConversationException">It came out otherwise than she is told.</exception>
        public override void Apply(StoreSession session, Letters letters)
        {
            if (Do(pens.In(session, conversation, turn), asked).Digest() != promised)
                throw new StaleConversationException("The meeting moved since the turn began.");
        }
    }
}
