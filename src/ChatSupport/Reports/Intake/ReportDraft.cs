using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Sealing.Age;
using ChatSupport.Storage;

namespace ChatSupport.Reports.Intake;

/// <summary>A draft as it is read.</summary>
/// <param name="CaseId">The case that it becomes.</param>
/// <param name="About">Who it is about.</param>
/// <param name="InDanger">She said that somebody is in danger now.</param>
/// <param name="Risk">The most urgent that her words sounded.</param>
/// <param name="CaseKey">Public half of the case key.</param>
/// <param name="Answers">How many answers are sealed in it.</param>
/// <param name="Files">How many recordings and pictures are.</param>
internal sealed record ReportDraft(string CaseId, string About, bool InDanger, int Risk, string CaseKey, int Answers, int Files)
{
    /// <summary>The first and, before it is sent, only key of the case.</summary>
    public const uint Epoch = 1;

    /// <summary>How long a draft waits to be sent.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    private const string Find = """
        SELECT case_id, about, in_danger, risk, case_key, (SELECT count(*) FROM report_items i WHERE i.case_id = d.case_id AND i.purpose = 'answer'),
            (SELECT count(*) FROM report_items i WHERE i.case_id = d.case_id AND i.purpose = 'attachment'),
            (SELECT coalesce(sum(length(i.sealed)), 0) FROM report_items i WHERE i.case_id = d.case_id AND i.purpose = 'attachment'),
            EXISTS (SELECT 1 FROM report_items i WHERE i.case_id = d.case_id AND i.question LIKE '%/picture')
        FROM report_drafts d WHERE owner = $1 AND expires_at > $2
        """;

    private const string Insert = """
        INSERT INTO report_drafts (case_id, owner, about, in_danger, risk, case_key, began_at, expires_at) VALUES ($1, $2, $3, 0, 3, $4, $5, $6)
        """;

    private const string Earlier = "SELECT case_id FROM report_drafts WHERE owner = $1";

    /// <summary>How many bytes its recordings and pictures take.</summary>
    public long Bytes { get; init; }

    /// <summary>A picture is among them.</summary>
    public bool HasPictures { get; init; }

    public bool IsChild => About == "child";

    public Guid Case => Guid.ParseExact(CaseId, "n");

    /// <summary>What answers are sealed to.</summary>
    /// <exception cref="InvalidOperationException">The row was changed: nothing is sealed to a key that is none.</exception>
    public AgeRecipient Key => AgeRecipient.TryParse(CaseKey, out var key) ? key : throw new InvalidOperationException("The public key of a draft is none.");

    /// <summary>Her draft; null for none, or for one that is too old.</summary>
    public static ReportDraft? Of(StoreSession session, string owner, DateTimeOffset now) => session[Find].All(
        row => new ReportDraft(row.GetString(0), row.GetString(1), row.GetBoolean(2), row.GetInt32(3), row.GetString(4), row.GetInt32(5), row.GetInt32(6)) { Bytes = row.GetInt64(7), HasPictures = row.GetBoolean(8) },
        owner, now.ToUnixTimeMilliseconds()) is [var draft] ? draft : null;

    /// <summary>Begins one; an earlier one goes.</summary>
    public static void Begin(StoreSession session, string owner, Guid ofCase, string about, AgeRecipient key, IReadOnlyList<KeyGrant> grants, DateTimeOffset now)
    {
        Discard(session, owner);
        session[Insert].Run(ofCase.ToString("n"), owner, about, key.ToString(), now.ToUnixTimeMilliseconds(), (now + Lasts).ToUnixTimeMilliseconds());
        foreach (var grant in grants)
            Cases.CaseRows.Give(session, ofCase, Purpose.CaseKey, Epoch, grant);
    }

    /// <summary>Deletes her draft with all that belongs to it.</summary>
    public static void Discard(StoreSession session, string owner)
    {
        foreach (var id in session[Earlier].All(row => row.GetString(0), owner))
            Cases.CaseRows.Wipe(session, id);
    }
}
