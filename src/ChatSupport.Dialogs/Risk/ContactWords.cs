namespace ChatSupport.Dialogs.Risk;

/// <summary>Finds what would let two people meet outside of the chat: telephone numbers, names in other apps, links, e-mail addresses. Such a message
/// is held, so a find too many costs a look and one too few may cost more.</summary>
public static class ContactWords
{
    /// <summary>Finds them in a text.</summary>
    /// <param name="text">What was written; anything, of any length.</param>
    /// <returns>What was found in the order of the text; no two overlap.</returns>
    public static IReadOnlyList<ContactHit> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var said = new ContactText(text);
        var found = Addresses.In(said).Concat(Telephones.In(said)).OrderBy(hit => hit.Start).ThenByDescending(hit => hit.Length);
        var (hits, end) = (new List<ContactHit>(), 0);
        foreach (var hit in found.Where(hit => hit.Length > 0))
        {
            if (hit.Start < end)
                continue;
            hits.Add(hit);
            end = hit.Start + hit.Length;
        }

        return hits;
    }
}

/// <summary>A way to reach somebody in a message.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins in the message, in UTF-16 units.</param>
/// <param name="Length">What it covers there.</param>
public readonly record struct ContactHit(ContactKind Kind, int Start, int Length);

/// <summary>Ways to reach somebody.</summary>
public enum ContactKind
{
    /// <summary>A telephone number of eight digits or more.</summary>
    Telephone,

    /// <summary>A name in an app: <c>@name</c>, <c>fb: name</c>.</summary>
    Handle,

    /// <summary>A link into an app in which people write to one another: <c>t.me/name</c>.</summary>
    Messenger,

    /// <summary>Any other link.</summary>
    Link,

    /// <summary>An e-mail address.</summary>
    Email,
}
