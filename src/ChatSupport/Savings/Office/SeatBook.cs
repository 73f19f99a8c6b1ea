using ChatSupport.Savings.Seats;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Savings.Office;

/// <summary>Members' phones and PINs, the member being there. Nothing here shows what she saved.</summary>
internal sealed class SeatBook(SeatDesk desk, OfficePens pens, StaffGuard guard)
{
    /// <summary>How the phone of a member stands; null where nobody has such a book.</summary>
    public SeatView? Find(string? session, string group, string book)
    {
        guard.Require(session, StaffAct.RunSavings);
        return pens.Read(pen => pen.Member(group, book)) is { } member && desk.Look(member.Id) is { } standing ? new SeatView(member.Id, member.Book, member.Nickname, standing) : null;
    }

    /// <summary>Makes a code that links the phone on which she types it.</summary>
    public Task<SeatAnswer> GiveCode(string? session, string member, CancellationToken cancel) => desk.GiveCode(member, guard.Require(session, StaffAct.RunSavings).Id, cancel);

    /// <summary>Makes a code that lets her choose a second PIN.</summary>
    public Task<SeatAnswer> GiveSecondPin(string? session, string member, CancellationToken cancel) => desk.GiveSecondPin(member, guard.Require(session, StaffAct.RunSavings).Id, cancel);

    /// <summary>Takes her PINs away, once two of the staff want it.</summary>
    public Task<SeatAnswer> ResetPin(string? session, string member, CancellationToken cancel) => desk.ResetPin(member, guard.Require(session, StaffAct.RunSavings).Id, cancel);

    /// <summary>Frees her money of her own limits for a day, once two of the staff want it: she is in danger.</summary>
    public Task<SeatAnswer> Release(string? session, string member, CancellationToken cancel) => desk.Release(member, guard.Require(session, StaffAct.RunSavings).Id, cancel);

    /// <summary>Her phone is lost: nothing is shown there any more.</summary>
    public Task<SeatAnswer> TakeOff(string? session, string member, CancellationToken cancel) => desk.TakeOff(member, guard.Require(session, StaffAct.RunSavings).Id, cancel);
}

/// <summary>A member's phone, as staff see it.</summary>
/// <param name="Member">Opaque id.</param>
/// <param name="Book">The number of her book.</param>
/// <param name="Name">What she is called, so that no code goes to somebody else.</param>
/// <param name="Standing">How it stands.</param>
internal sealed record SeatView(string Member, string Book, string Name, SeatStanding Standing);
