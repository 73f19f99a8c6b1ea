using System.Security.Cryptography;
using ChatSupport.Dialogs.Khmer;
using ChatSupport.Staff.Audit;
using ChatSupport.Storage;

namespace ChatSupport.Savings.Groups;

/// <summary>The groups and their members. What is done is recorded in the audit log, without any name.</summary>
internal sealed class GroupRoll(StoreWriter writer, StoreReaders readers, GroupRows rows, AuditTrail trail, TimeProvider time)
{
    private const int LongestName = 60;
    private const int LongestBook = 12;

    /// <summary>Founds a group.</summary>
    /// <param name="name">1 to 60 characters.</param>
    /// <param name="by">Opaque id of who does it.</param>
    /// <param name="cancel">Gives up waiting for a place.</param>
    /// <returns>Null where the name is empty or too long.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public async Task<SavingsGroup?> Found(string name, string by, CancellationToken cancel)
    {
        if (!IsName(name))
            return null;
        var group = new SavingsGroup { Id = NewId(), Name = name.Trim(), FoundedAt = Now() };
        return await writer.Write(session =>
        {
            rows.Write(session, group);
            trail.Add(session, new AuditNote(by, "savings.group", group.Id));
            return group;
        }, cancel).ConfigureAwait(false);
    }

    /// <summary>Takes somebody into a group.</summary>
    /// <param name="group">Opaque id.</param>
    /// <param name="book">The number on her paper book, in Khmer or other digits; once within the group.</param>
    /// <param name="nickname">What she chose to be called, 1 to 60 characters.</param>
    /// <param name="by">Opaque id of who does it.</param>
    /// <param name="cancel">Gives up waiting for a place.</param>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public async Task<RollOutcome> Join(string group, string book, string nickname, string by, CancellationToken cancel)
    {
        if (!IsName(nickname))
            return new RollOutcome.Refused(RollRefusal.NotAName);
        if (BookOf(book) is not { } number)
            return new RollOutcome.Refused(RollRefusal.NotABook);
        var member = new SavingsMember { Id = NewId(), Group = group, Book = number, Nickname = nickname.Trim(), JoinedAt = Now() };
        return await writer.Write<RollOutcome>(session =>
        {
            if (!GroupRows.HasGroup(session, group))
                return new RollOutcome.Refused(RollRefusal.NoSuchGroup);
            if (rows.Member(session, group, number) is not null)
                return new RollOutcome.Refused(RollRefusal.BookIsTaken);
            rows.Write(session, member);
            trail.Add(session, new AuditNote(by, "savings.join", member.Id));
            return new RollOutcome.Joined(member);
        }, cancel).ConfigureAwait(false);
    }

    /// <summary>Calls a member otherwise, as she wishes.</summary>
    /// <returns>False where there is no such member, or that is no name.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public Task<bool> Rename(string id, string nickname, string by, CancellationToken cancel) =>
        IsName(nickname) ? Change(id, by, "savings.rename", member => member with { Nickname = nickname.Trim() }, cancel) : Task.FromResult(false);

    /// <summary>Notes that a member left. Her accounts and their history stay.</summary>
    /// <returns>False where there is no such member.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public Task<bool> Leave(string id, string by, CancellationToken cancel) => Change(id, by, "savings.leave", member => member with { LeftAt = member.LeftAt ?? Now() }, cancel);

    /// <summary>All groups, the oldest first.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be read now.</exception>
    public IReadOnlyList<SavingsGroup> Groups() => readers.Read(rows.Groups);

    /// <inheritdoc cref="GroupRows.Members"/>
    /// <exception cref="StoreUnavailableException">The database cannot be read now.</exception>
    public IReadOnlyList<SavingsMember> Members(string group) => readers.Read(session => rows.Members(session, group));

    /// <summary>Who has a book; null for nobody.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be read now.</exception>
    public SavingsMember? Find(string group, string book) => BookOf(book) is { } number ? readers.Read(session => rows.Member(session, group, number)) : null;

    private Task<bool> Change(string id, string by, string act, Func<SavingsMember, SavingsMember> change, CancellationToken cancel) => writer.Write(session =>
    {
        if (rows.Member(session, id) is not { } member)
            return false;
        rows.Write(session, change(member));
        trail.Add(session, new AuditNote(by, act, id));
        return true;
    }, cancel);

    /// <summary>The number of a book as it is compared; null where it is none.</summary>
    public static string? BookOf(string typed)
    {
        var book = Digits.ToArabic(typed.Trim()).TrimStart('0').ToUpperInvariant();
        return book.Length is > 0 and <= LongestBook && book.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? book : null;
    }

    /// <summary>Whether somebody, or a group, can be called so.</summary>
    public static bool IsName(string text) => !string.IsNullOrWhiteSpace(text) && text.Trim().Length <= LongestName && !text.Any(char.IsControl);

    private static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(10));

    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
}

/// <summary>What became of a wish to join.</summary>
internal abstract record RollOutcome
{
    private RollOutcome()
    {
    }

    /// <summary>She is a member now.</summary>
    internal sealed record Joined(SavingsMember Member) : RollOutcome;

    /// <summary>Nothing was written.</summary>
    internal sealed record Refused(RollRefusal Why) : RollOutcome;
}

/// <summary>Why nobody joined.</summary>
internal enum RollRefusal
{
    NoSuchGroup,

    /// <summary>Somebody of the group has this number.</summary>
    BookIsTaken,

    /// <summary>Not 1 to 12 letters, digits and hyphens.</summary>
    NotABook,

    /// <summary>Not 1 to 60 characters.</summary>
    NotAName,
}
