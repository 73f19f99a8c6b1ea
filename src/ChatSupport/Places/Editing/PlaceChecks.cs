using ChatSupport.Staff.Audit;
using ChatSupport.Storage;

namespace ChatSupport.Places.Editing;

/// <summary>How somebody checked a place.</summary>
internal enum CheckedBy
{
    Calling,
    Visiting,
    ReadingThePage,
}

/// <summary>Who checked which place, and how. It stands in the audit log, where nobody can change it, and not in the content, which workers' machines read as well.</summary>
internal sealed class PlaceChecks(AuditTrail trail)
{
    private const string Act = "places.check";
    private const int Most = 2_000;

    /// <summary>Records a check, within the transaction that puts its day into the content.</summary>
    public void Note(StoreSession session, string who, string id, string day, CheckedBy how) => trail.Add(session, new AuditNote(who, Act, id, $"{day} {how}"));

    /// <summary>The last check of each place.</summary>
    public IReadOnlyDictionary<string, PlaceChecked> All() => trail.Page(new AuditFilter(Act: Act), null, Most)
        .Select(entry => (entry.Subject, Check: entry.Detail.Split(' ') is [var day, var how] && Enum.TryParse<CheckedBy>(how, out var known) ? new PlaceChecked(entry.Who, day, known) : null))
        .Where(one => one.Check is not null).DistinctBy(one => one.Subject).ToDictionary(one => one.Subject, one => one.Check!, StringComparer.Ordinal);
}

/// <summary>A check.</summary>
/// <param name="Who">Opaque id of the account.</param>
/// <param name="Day">The day, as the content writes it. A place that names another day was changed otherwise since.</param>
/// <param name="How">How.</param>
internal sealed record PlaceChecked(string Who, string Day, CheckedBy How);
