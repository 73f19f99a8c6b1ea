using ChatSupport.Dialogs.Reading;
using ChatSupport.Staff.Audit;
using ChatSupport.Storage;

namespace ChatSupport.Content.Drafts;

/// <summary>Who signed which language off, and who wrote what was published. Both stand in the audit log, where nobody can change them.</summary>
internal sealed class Reviews(AuditTrail trail)
{
    /// <summary>What stands for a language where somebody confirmed that the dialog says what its source says.</summary>
    public const string Claim = "source";

    private const string Signed = "content.review";
    private const string Wrote = "content.wrote";
    private const int Most = 200;

    /// <summary>Records a signature, within the transaction that makes it hold.</summary>
    public void Sign(StoreSession session, string who, ContentFile file, string language) =>
        trail.Add(session, new AuditNote(who, Signed, file.Path, PrintOf(file, language)));

    /// <summary>Records who wrote a draft, within the transaction that publishes it: the draft itself goes.</summary>
    public void Published(StoreSession session, Draft draft)
    {
        foreach (var (who, languages) in Authors.Of(draft.Authors))
            trail.Add(session, new AuditNote(who, Wrote, draft.Path, string.Join(' ', languages)));
    }

    /// <summary>Who signed what the file says in this language now; null where nobody did in this console.</summary>
    public Review? Of(ContentFile file, string language)
    {
        var print = PrintOf(file, language);
        return trail.Page(new AuditFilter(Act: Signed, Subject: file.Path), null, Most).FirstOrDefault(entry => entry.Detail == print) is { } found ? new Review(found.Who, found.At) : null;
    }

    /// <summary>Every signature, by file and what was signed in which form.</summary>
    public IReadOnlyDictionary<(string Path, string Print), Review> All() => trail.All(new AuditFilter(Act: Signed))
        .GroupBy(entry => (entry.Subject, entry.Detail)).ToDictionary(group => group.Key, group => group.Last() is var last ? new Review(last.Who, last.At) : null!);

    /// <summary>What a signature of a file as it is now is called.</summary>
    public static string PrintOf(ContentFile file, string language) => $"{language} {Authors.PrintOf(file, language)}";

    /// <summary>Whether an account wrote something of a language, or anything at all of a claim, that was published and that nobody signed off since.</summary>
    public bool WroteUnsigned(string who, string path, string language)
    {
        var signed = trail.Page(new AuditFilter(Act: Signed, Subject: path), null, Most).FirstOrDefault(entry => entry.Detail.StartsWith($"{language} ", StringComparison.Ordinal))?.Number ?? 0;
        return trail.Page(new AuditFilter(who, Wrote, path), null, Most).Any(entry => entry.Number > signed && (language == Claim || entry.Detail.Split(' ').Contains(language)));
    }
}

/// <summary>A signature.</summary>
/// <param name="Who">Opaque id of the account.</param>
/// <param name="At">When.</param>
internal sealed record Review(string Who, DateTimeOffset At);
