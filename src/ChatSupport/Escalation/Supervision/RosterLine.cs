using System.Collections.Immutable;
using ChatSupport.Escalation.Duty;

namespace ChatSupport.Escalation.Supervision;

/// <summary>Somebody who answers at the desk, as the roster shows her.</summary>
/// <param name="Educator">She.</param>
/// <param name="Week">How long she was on since Monday.</param>
/// <param name="Hard">Chats of the two most urgent levels that she took in the last 24 hours.</param>
/// <param name="Chats">Open chats that she has.</param>
/// <param name="AccountName">The name of her staff account; null for none.</param>
/// <param name="InvitedUntil">Until when her link is good; null where none waits.</param>
internal sealed record RosterLine(Educator Educator, TimeSpan Week, int Hard, int Chats, string? AccountName, DateTimeOffset? InvitedUntil)
{
    /// <summary>Hours that she plans in a week.</summary>
    public int Planned => Educator.Plan.Length * 2;
}

/// <summary>What the roster is to say of somebody.</summary>
/// <param name="Name">What staff call her.</param>
/// <param name="Role">What she may do.</param>
/// <param name="Languages">Language tags.</param>
/// <param name="NotAreas">Areas whose workers she may know.</param>
/// <param name="Account">Opaque id of the staff account by which she answers in the console; null for none.</param>
internal sealed record RosterWish(string Name, DeskRole Role, ImmutableArray<string> Languages, ImmutableArray<string> NotAreas, string? Account);
