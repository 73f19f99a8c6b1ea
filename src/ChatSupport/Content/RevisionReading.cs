using ChatSupport.Conversations;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Running;
using ChatSupport.Dialogs.Running.Talks;

namespace ChatSupport.Content;

/// <summary>The files of one revision, read and checked whole.</summary>
internal sealed class RevisionReading
{
    private readonly IReadOnlyList<PartReading> parts;
    private readonly DialogSet? dialogs;
    private readonly IReadOnlyList<ContentFile> files;
    private readonly DateOnly today;
    private readonly Lazy<Interpreter> interpreter;

    private RevisionReading(IReadOnlyList<ContentFile> files, DateOnly today, ReadingResult result, IReadOnlyList<PartReading> parts)
    {
        (this.files, this.today, this.parts) = (files, today, parts);
        dialogs = result.Set;
        interpreter = new(() => new Interpreter(Dialogs, KnownActions.All));
        // A stable sort: the order within a file stays.
        Issues = [.. result.Issues.Concat(parts.SelectMany(part => part.Issues)).OrderBy(issue => issue.Mark.File, StringComparer.Ordinal)];
        IsGood = dialogs is not null && !Issues.Any(issue => issue.Severity == Severity.Error);
    }

    /// <summary>The day against which sources were stale.</summary>
    public DateOnly Today => today;

    /// <summary>Every finding, by file.</summary>
    public IReadOnlyList<DialogIssue> Issues { get; }

    /// <summary>Nothing stands against running it.</summary>
    public bool IsGood { get; }

    /// <summary>A hash of all files.</summary>
    /// <exception cref="InvalidOperationException">No dialog could be read.</exception>
    public string Fingerprint => Dialogs.Fingerprint;

    /// <summary>Facts that may not stand in production, a sentence with mend each.</summary>
    public IReadOnlyList<string> NotForProduction => [.. parts.SelectMany(part => part.NotForProduction)];

    /// <summary>The dialogs, also where they have errors, so that an editor can show them; null where none could be read.</summary>
    public DialogSet? Found => dialogs;

    /// <summary>The revision ready to run, for whoever tries it without serving it.</summary>
    /// <exception cref="InvalidOperationException">It is not good.</exception>
    public Interpreter Interpreter => IsGood ? interpreter.Value : throw new InvalidOperationException("A revision with errors must not run.");

    private DialogSet Dialogs => dialogs ?? throw new InvalidOperationException("No dialog could be read.");

    /// <summary>Reads it; the dialogs and the parts of the features beside one another.</summary>
    /// <param name="files">Every file of the revision.</param>
    /// <param name="parts">What features read of it.</param>
    /// <param name="today">The day against which sources are stale.</param>
    /// <param name="dialogs">The dialogs, where they were read already.</param>
    public static RevisionReading Read(IReadOnlyList<ContentFile> files, IEnumerable<ContentPart> parts, DateOnly today, ReadingResult? dialogs = null)
    {
        var others = Task.Run(() => parts.Select(part => part.Read(files, today)).ToList());
        var result = dialogs ?? DialogReader.Read(files, KnownActions.All, today);
        return new RevisionReading(files, today, result, others.GetAwaiter().GetResult());
    }

    /// <summary>Plays the talks beside the content; it must be good.</summary>
    /// <returns>What failed or cannot be read, with place and mend; empty where all went as written.</returns>
    public IReadOnlyList<DialogIssue> PlayTalks()
    {
        var unreadable = new List<DialogIssue>();
        var talks = TalkReader.Read(files, Dialogs, unreadable);
        var report = TalkRunner.Run(interpreter.Value, talks, Answer, today);
        return [.. unreadable, .. report.Failures];
    }

    /// <summary>Puts it in place: turns that begin from now on run it, with the facts that belong to it.</summary>
    /// <exception cref="InvalidOperationException">It is not good.</exception>
    public void PutInPlace(Library library)
    {
        if (!IsGood)
            throw new InvalidOperationException("A revision with errors must not run.");
        foreach (var part in parts)
            part.Attach(Dialogs);
        library.Replace(interpreter.Value);
    }

    /// <summary>Answers a query of the dialogs from the facts of this revision, or by a sample where it is about somebody; null where none of its parts knows it.</summary>
    public Value? Answer(ActionCall call, string language, DateTimeOffset now) =>
        parts.Select(part => part.Answer(call, language, now)).FirstOrDefault(found => found is not null) ?? ReferralActions.Sample(call, language) ?? MeetingActions.Sample(call, language)
            ?? SavingsActions.Sample(call, language) ?? ReportActions.Sample(call) ?? PeerActions.Sample(call);
}
