using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Groups;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Savings.Office;

/// <summary>Groups, members and their paper books. Nobody's name, number or place of work is kept: what she chose to be called, and the number of her book.</summary>
internal sealed class RollBook(OfficePens pens, GroupRoll roll, StaffGuard guard)
{
    /// <summary>All groups, those that ended last.</summary>
    public IReadOnlyList<GroupLine> Groups(string? session)
    {
        guard.Require(session, StaffAct.RunSavings);
        return pens.Read(pen => pen.Groups().Select(group => LineOf(pen, group)).OrderBy(line => line.Group.RetiredAt is not null).ThenBy(line => line.Group.Name, StringComparer.Ordinal).ToList());
    }

    /// <summary>Who is in a group and who left, by the numbers of their books.</summary>
    public IReadOnlyList<SavingsMember> Members(string? session, string group)
    {
        guard.Require(session, StaffAct.RunSavings);
        return [.. roll.Members(group).OrderBy(member => member.LeftAt is not null).ThenBy(member => member.Book.Length).ThenBy(member => member.Book, StringComparer.Ordinal)];
    }

    /// <summary>Founds a group.</summary>
    public async Task<OfficeAnswer> Found(string? session, string name, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.RunSavings);
        if (OfficeText.IsContact(name))
            return OfficeAnswer.Not(OfficeRefusal.Contact);
        return await roll.Found(name, person.Id, cancel).ConfigureAwait(false) is null ? OfficeAnswer.Not(OfficeRefusal.NotAName) : OfficeAnswer.Done;
    }

    /// <summary>Calls a group otherwise.</summary>
    public Task<OfficeAnswer> Rename(string? session, string group, string name, CancellationToken cancel) => Act(session, pen =>
    {
        if (OfficeText.IsContact(name))
            return (OfficeAnswer.Not(OfficeRefusal.Contact), "");
        if (!GroupRoll.IsName(name))
            return (OfficeAnswer.Not(OfficeRefusal.NotAName), "");
        if (pen.Group(group) is not { } there)
            return (OfficeAnswer.Not(OfficeRefusal.NoSuchGroup), "");
        pen.Write(there with { Name = name.Trim() });
        return (OfficeAnswer.Done, group);
    }, "savings.group-rename", cancel);

    /// <summary>Ends a group whose members all left; its history stays.</summary>
    public Task<OfficeAnswer> Retire(string? session, string group, CancellationToken cancel) => Act(session, pen =>
    {
        if (pen.Group(group) is not { } there)
            return (OfficeAnswer.Not(OfficeRefusal.NoSuchGroup), "");
        if (pen.Members(group).Any(member => member.LeftAt is null))
            return (OfficeAnswer.Not(OfficeRefusal.HasMembers), "");
        pen.Write(there with { RetiredAt = there.RetiredAt ?? pen.Now });
        return (OfficeAnswer.Done, group);
    }, "savings.group-end", cancel);

    /// <summary>Takes somebody into a group.</summary>
    public async Task<OfficeAnswer> Join(string? session, string group, string book, string nickname, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.RunSavings);
        if (OfficeText.IsContact(nickname))
            return OfficeAnswer.Not(OfficeRefusal.Contact);
        if (pens.Read(pen => pen.Group(group))?.RetiredAt is not null)
            return OfficeAnswer.Not(OfficeRefusal.Retired);
        return await roll.Join(group, book, nickname, person.Id, cancel).ConfigureAwait(false) is RollOutcome.Refused refused ? OfficeAnswer.Not(Of(refused.Why)) : OfficeAnswer.Done;
    }

    /// <summary>Changes the number of a book, or what she is called.</summary>
    public Task<OfficeAnswer> Edit(string? session, string member, string book, string nickname, CancellationToken cancel) => Act(session, pen =>
    {
        if (pen.Member(member) is not { } there)
            return (OfficeAnswer.Not(OfficeRefusal.NotThere), "");
        if (OfficeText.IsContact(nickname))
            return (OfficeAnswer.Not(OfficeRefusal.Contact), "");
        if (!GroupRoll.IsName(nickname))
            return (OfficeAnswer.Not(OfficeRefusal.NotAName), "");
        if (GroupRoll.BookOf(book) is not { } number)
            return (OfficeAnswer.Not(OfficeRefusal.NotABook), "");
        if (pen.Member(there.Group, number) is { } other && other.Id != member)
            return (OfficeAnswer.Not(OfficeRefusal.BookIsTaken), "");
        pen.Write(there with { Book = number, Nickname = nickname.Trim() });
        return (OfficeAnswer.Done, member);
    }, "savings.member-change", cancel);

    /// <summary>Notes that she left, or is there again. Her accounts and their history stay.</summary>
    public Task<OfficeAnswer> SetLeft(string? session, string member, bool hasLeft, CancellationToken cancel) => Act(session, pen =>
    {
        if (pen.Member(member) is not { } there)
            return (OfficeAnswer.Not(OfficeRefusal.NotThere), "");
        if (!hasLeft && pen.Group(there.Group)?.RetiredAt is not null)
            return (OfficeAnswer.Not(OfficeRefusal.Retired), "");
        pen.Write(there with { LeftAt = hasLeft ? there.LeftAt ?? pen.Now : null });
        return (OfficeAnswer.Done, member);
    }, hasLeft ? "savings.leave" : "savings.return", cancel);

    private static GroupLine LineOf(OfficePen pen, SavingsGroup group)
    {
        var members = pen.Members(group.Id);
        return new GroupLine(group, members.Count(member => member.LeftAt is null),
            Money.Riel(members.Sum(member => pen.Saved(member.Id, Currency.Khr))), Money.Cents(members.Sum(member => pen.Saved(member.Id, Currency.Usd))));
    }

    private static string Of(RollRefusal why) => why switch
    {
        RollRefusal.NoSuchGroup => OfficeRefusal.NoSuchGroup,
        RollRefusal.BookIsTaken => OfficeRefusal.BookIsTaken,
        RollRefusal.NotABook => OfficeRefusal.NotABook,
        _ => OfficeRefusal.NotAName,
    };

    private Task<OfficeAnswer> Act(string? session, Func<OfficePen, (OfficeAnswer Answer, string Subject)> what, string act, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.RunSavings);
        return pens.Write(pen =>
        {
            var (answer, subject) = what(pen);
            if (answer is OfficeAnswer.Good)
                pen.Note(person.Id, act, subject);
            return answer;
        }, cancel);
    }
}

/// <summary>A group as the office sees it.</summary>
/// <param name="Group">It.</param>
/// <param name="Members">How many are in it now.</param>
/// <param name="Riel">What they saved together.</param>
/// <param name="Dollars">The same in dollars.</param>
internal sealed record GroupLine(SavingsGroup Group, int Members, Money Riel, Money Dollars);
