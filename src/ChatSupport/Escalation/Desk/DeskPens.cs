using ChatSupport.Conversations;
using ChatSupport.Escalation.Duty;
using ChatSupport.Storage;
using Microsoft.Extensions.Options;

namespace ChatSupport.Escalation.Desk;

/// <summary>Opens the desk: within a turn, a delivery, or a transaction of its own.</summary>
internal sealed class DeskPens(StoreWriter writer, StoreReaders readers, DeskSeals seals, TurnSeals turns, Outbox outbox, DeskBell bell, IOptions<DeskOptions> options, TimeProvider time,
    ILogger<DeskPens> log)
{
    private readonly ILogger<DeskPens> log = log;

    public DeskOptions Options => options.Value;

    /// <summary>The desk within a transaction of somebody else.</summary>
    public DeskPen In(StoreSession session, Letters letters) => new(session, letters, seals, options.Value, bell, Now());

    /// <summary>Does something at the desk with the commit of a turn.</summary>
    /// <param name="act">Runs in the transaction of the turn.</param>
    /// <param name="mayFail">A fault of ours in it must not keep the turn from its commit: she leaves, or is erased, whatever the desk makes of it.</param>
    public TurnEffect Effect(Action<DeskPen> act, bool mayFail = false) => new DeskEffect(this, act, mayFail);

    /// <summary>Does something of an educator's at the desk with the commit of a turn; nothing where she is not known.</summary>
    public TurnEffect Effect(string educator, Action<DeskPen, Educator> act, bool mayFail = false) => Effect(pen =>
    {
        if (pen.Educator(educator) is { } known)
            act(pen, known);
    }, mayFail);

    /// <summary>Does something at the desk in a transaction that is shared with others.</summary>
    /// <param name="act">Runs on the writer's thread, perhaps twice: the last time counts.</param>
    /// <param name="cancel">Gives up waiting for a place in the queue.</param>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public async Task<T> Write<T>(Func<DeskPen, T> act, CancellationToken cancel)
    {
        var (result, _) = await writer.Write(session =>
        {
            var letters = new Letters(turns, session, Now());
            return (act(In(session, letters)), letters);
        }, cancel, onDisk: written =>
        {
            foreach (var post in written.letters.Posts)
                outbox.Post(post);
        }).ConfigureAwait(false);
        return result;
    }

    /// <summary>Looks at the desk as it is committed now. What is written by this is lost: the connection cannot.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be read now.</exception>
    public T Read<T>(Func<DeskPen, T> look) => readers.Read(session => look(In(session, new Letters(turns, session, Now()))));

    /// <summary>Whole milliseconds, as rows keep them.</summary>
    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());

    private sealed class DeskEffect(DeskPens pens, Action<DeskPen> act, bool mayFail) : TurnEffect
    {
        public override void Apply(StoreSession session, Letters letters)
        {
            if (!mayFail)
            {
                act(pens.In(session, letters));
                return;
            }
            var said = letters.Posts.Count;
            session["SAVEPOINT desk"].Run();
            try
            {
                act(pens.In(session, letters));
            }
            catch (Exception fault) when (!Database.IsUnavailable(fault))
            {
                session["ROLLBACK TO desk"].Run();
                letters.TakeBackAfter(said);
                pens.log.ActFailed(fault.GetType().Name, FaultPlace.Of(fault));
            }
            session["RELEASE desk"].Run();
        }
    }
}
