using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ChatSupport.Savings.Groups;
using ChatSupport.Savings.Seats;
using ChatSupport.Staff.Audit;
using ChatSupport.Storage;
using Microsoft.Extensions.Options;

namespace ChatSupport.Savings.Leaders;

/// <summary>Who leads which group, for staff: seats, and the links by which a phone takes one. What is done is recorded in the audit log.</summary>
internal sealed partial class LeaderRoll(StoreWriter writer, StoreReaders readers, AuditTrail trail, IOptions<SavingsOptions> options, TimeProvider time)
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int SecretLength = 26; // some 128 bits

    /// <summary>Makes a seat for a new leader.</summary>
    /// <param name="group">Opaque id of the group.</param>
    /// <param name="by">Opaque id of who does it.</param>
    /// <param name="cancel">Gives up waiting for a place.</param>
    /// <returns>Null where there is no such group.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public Task<LeaderLink?> Invite(string group, string by, CancellationToken cancel) => writer.Write(session => GroupRows.HasGroup(session, group)
        ? Link(session, NewSeat(group), by, "savings.leader")
        : null, cancel);

    /// <summary>Makes a new link for a seat, as for a phone that was lost: the old one leads nothing from now on.</summary>
    /// <param name="seat">Opaque id of the seat.</param>
    /// <param name="by">Opaque id of who does it.</param>
    /// <param name="cancel">Gives up waiting for a place.</param>
    /// <returns>Null where there is no such seat, or she leads no longer.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public Task<LeaderLink?> InviteAgain(string seat, string by, CancellationToken cancel) => writer.Write(session =>
        LeaderRows.Find(session, seat) is { LeftAt: null } found ? Link(session, found with { Conversation = null }, by, "savings.leader-link") : null, cancel);

    /// <summary>Makes a seat for a new leader once two of the staff want it: one alone could lead from her own phone, and ask and pay as somebody else than she approves.</summary>
    /// <param name="group">Opaque id of the group.</param>
    /// <param name="by">Opaque id of who asks; the second gets the link.</param>
    /// <param name="cancel">Gives up waiting for a place.</param>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public Task<LeaderLinkAnswer> InviteByTwo(string group, string by, CancellationToken cancel) => writer.Write<LeaderLinkAnswer>(session =>
        !GroupRows.HasGroup(session, group) ? new LeaderLinkAnswer.NotThere()
        : (LeaderLinkAnswer?)NeedsAnother(session, group, by) ?? new LeaderLinkAnswer.Made(Link(session, NewSeat(group), by, "savings.leader")), cancel);

    /// <summary>Makes a new link for a seat once two of the staff want it.</summary>
    /// <param name="seat">Opaque id of the seat.</param>
    /// <param name="by">Opaque id of who asks; the second gets the link. The phone that she had leads nothing from the first asking on.</param>
    /// <param name="cancel">Gives up waiting for a place.</param>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public Task<LeaderLinkAnswer> InviteAgainByTwo(string seat, string by, CancellationToken cancel) => writer.Write<LeaderLinkAnswer>(session =>
    {
        if (LeaderRows.Find(session, seat) is not { LeftAt: null } found)
            return new LeaderLinkAnswer.NotThere();
        if (NeedsAnother(session, seat, by) is { } waits)
        {
            LeaderRows.Write(session, found with { Conversation = null, LinkHash = null, LinkUntil = null }); // a phone that is lost does not wait for a second officer
            return waits;
        }
        return new LeaderLinkAnswer.Made(Link(session, found with { Conversation = null }, by, "savings.leader-link"));
    }, cancel);

    /// <summary>She leads no longer. What she holds stays in her float until it is handed over.</summary>
    /// <returns>False where there is no such seat.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public Task<bool> Leave(string seat, string by, CancellationToken cancel) => writer.Write(session =>
    {
        if (LeaderRows.Find(session, seat) is not { } found)
            return false;
        LeaderRows.Write(session, found with { Conversation = null, LinkHash = null, LinkUntil = null, LeftAt = found.LeftAt ?? Now() });
        trail.Add(session, new AuditNote(by, "savings.leader-left", seat));
        return true;
    }, cancel);

    /// <summary>All who lead a group now.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be read now.</exception>
    public IReadOnlyList<LeaderSeat> Leading(string group) => readers.Read(session => LeaderRows.Leading(session, group));

    /// <summary>The secret in what somebody sent, as a link or typed; null where it is none.</summary>
    public static string? SecretIn(string text) => Typed().Match(text.Trim()) is { Success: true } found ? found.Groups[1].Value : null;

    /// <summary>What is kept of a secret.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private LeaderSeat NewSeat(string group) => new() { Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(10)), Group = group, MadeAt = Now() };

    private LeaderLinkAnswer.Waits? NeedsAnother(StoreSession session, string about, string by)
    {
        if (SeatRows.AskedBy(session, about, SeatAskFor.Leader, Now()) is { } other && other != by)
        {
            SeatRows.DropAsk(session, about, SeatAskFor.Leader);
            return null;
        }
        SeatRows.Save(session, new SeatAsk { Member = about, For = SeatAskFor.Leader, By = by, Until = Now() + SeatDesk.AskLasts });
        trail.Add(session, new AuditNote(by, "savings.leader-ask", about));
        return new LeaderLinkAnswer.Waits();
    }

    private LeaderLink Link(StoreSession session, LeaderSeat seat, string by, string act)
    {
        var secret = RandomNumberGenerator.GetString(Letters, SecretLength);
        seat = seat with { LinkHash = HashOf(secret), LinkUntil = Now() + options.Value.LeaderLinkFor };
        LeaderRows.Write(session, seat);
        trail.Add(session, new AuditNote(by, act, seat.Id));
        return new LeaderLink(seat, $"save-{secret}");
    }

    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());

    [GeneratedRegex("^(?:/start )?save-([a-z0-9]{26})$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Typed();
}

/// <summary>What came of asking for a leader's link.</summary>
internal abstract record LeaderLinkAnswer
{
    /// <summary>Somebody else of the staff has to ask for the same within the hour.</summary>
    internal sealed record Waits : LeaderLinkAnswer;

    /// <summary>It is made.</summary>
    internal sealed record Made(LeaderLink Link) : LeaderLinkAnswer;

    /// <summary>There is no such group or seat, or she leads no longer.</summary>
    internal sealed record NotThere : LeaderLinkAnswer;
}

/// <summary>A seat, and the word that takes it, which is known nowhere else.</summary>
/// <param name="Seat">The seat.</param>
/// <param name="Word">Typed by her, or behind <c>/start</c> in a link; works once.</param>
internal sealed record LeaderLink(LeaderSeat Seat, string Word);
