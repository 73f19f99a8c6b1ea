using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Audit;
using ChatSupport.Staff.Roles;
using ChatSupport.Storage;

namespace ChatSupport.Reports.Work;

/// <summary>The one place where it is decided whether somebody may do something in a case. What is refused is written down in a transaction of its own, so
/// that nothing that fails afterwards takes it back.</summary>
internal sealed class CaseGate(StoreWriter writer, StoreReaders readers, AuditTrail trail, StaffGuard guard, Sessions sessions, TimeProvider time)
{
    /// <summary>What the audit log calls a refusal.</summary>
    public const string Denied = "report.denied";

    /// <summary>Whole milliseconds, as rows keep them.</summary>
    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>Who acts.</summary>
    /// <inheritdoc cref="StaffGuard.Require"/>
    public StaffPerson Require(string? session, StaffAct act, bool byItself = false)
    {
        try
        {
            return byItself ? guard.RequireUnused(session, act) : guard.Require(session, act);
        }
        catch (StaffDeniedException)
        {
            _ = Record(sessions.Look(session)?.Id, act);
            throw;
        }
    }

    /// <summary>Reads without a case.</summary>
    public T Read<T>(Func<StoreSession, T> look) => readers.Read(look);

    /// <summary>Writes without a case.</summary>
    public Task<T> Write<T>(Func<StoreSession, T> act, CancellationToken cancel) => writer.Write(act, cancel);

    /// <summary>Adds to the audit log.</summary>
    public void Note(StoreSession store, StaffPerson person, string act, string subject, string detail = "") => trail.Add(store, new AuditNote(person.Id, act, subject, detail));

    /// <summary>Does something in a case that she may open.</summary>
    /// <param name="person">Who.</param>
    /// <param name="id">The case, as it came from outside.</param>
    /// <param name="what">A coded word for the audit log.</param>
    /// <param name="act">What is done; null where it is refused as a case that is not there.</param>
    /// <param name="cancel">Gives up before anything is written.</param>
    /// <returns>Null where she may not, or it is not there.</returns>
    public Task<T?> In<T>(StaffPerson person, string? id, string what, Func<StoreSession, Case, T?> act, CancellationToken cancel) where T : class =>
        At(person, id, what, line => line.MayOpen, act, cancel);

    /// <summary>Does something with a case that she sees, also where she may not open it.</summary>
    /// <inheritdoc cref="In"/>
    public Task<T?> Before<T>(StaffPerson person, string? id, string what, Func<StoreSession, Case, T?> act, CancellationToken cancel) where T : class =>
        At(person, id, what, _ => true, act, cancel);

    /// <summary>Does something with a case by a rule of its own, whether or not it is hers; who knows somebody in it is refused all the same.</summary>
    /// <inheritdoc cref="In"/>
    public Task<T?> By<T>(StaffPerson person, string? id, string what, Func<StoreSession, Case, T?> act, CancellationToken cancel) where T : class =>
        Decide(person, id, what, (store, one) => !WorkRows.IsInConflict(store, one.Id, person.Id) && person.May(StaffAct.WorkCases), act, cancel);

    private async Task Record(string? who, StaffAct act)
    {
        try
        {
            if (who is not null)
                await trail.Write(new AuditNote(who, Denied, "", $"no role for {act}"), CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            // It was refused all the same, and the health of the store says so already.
        }
    }

    private Task<T?> At<T>(StaffPerson person, string? id, string what, Func<CaseLine, bool> may, Func<StoreSession, Case, T?> act, CancellationToken cancel) where T : class =>
        Decide(person, id, what, (store, one) => Masking.Of(one, person, WorkRows.IsInConflict(store, one.Id, person.Id)) is { } line && may(line), act, cancel);

    private async Task<T?> Decide<T>(StaffPerson person, string? id, string what, Func<StoreSession, Case, bool> may, Func<StoreSession, Case, T?> act, CancellationToken cancel) where T : class
    {
        var done = await writer.Write(store => WorkRows.Find(store, id) is { } one && may(store, one) ? act(store, one) : null, cancel);
        if (done is null)
            await trail.Write(new AuditNote(person.Id, Denied, WorkRows.IsId(id) ? id! : "", what), cancel);
        return done;
    }
}
