using ChatSupport.Dialogs.Reading;
using ChatSupport.Places.Editing;

namespace ChatSupport.Places.Pages;

/// <summary>One entry on one open page: what it says, what its boxes say, what is wrong with that.</summary>
internal sealed class PlaceEditing(PlaceDesk desk, string? session, bool mayEdit, EntryText was)
{
    private IReadOnlyList<EntryFinding>? findings;

    /// <summary>A box changed.</summary>
    public event Action? Changed;

    public bool MayEdit => mayEdit;

    /// <summary>What the entry said when the page saw it last; without an id for one that is new.</summary>
    public EntryText Was { get; private set; } = was;

    /// <summary>What the boxes say.</summary>
    public EntryText Now { get; private set; } = was.Copy();

    /// <summary>What the draft says, where both it and the boxes changed; null for no such thing.</summary>
    public EntryText? Theirs { get; private set; }

    /// <summary>The directory around it.</summary>
    public Shelf Shelf { get; private set; } = desk.Look(session);

    public bool IsChanged => Now.Print != Was.Print;

    /// <summary>What is wrong with what the boxes say.</summary>
    public IReadOnlyList<EntryFinding> Findings => findings ??= desk.Try(session, Was, Now);

    /// <summary>The findings about a column.</summary>
    public IEnumerable<DialogIssue> Of(string column) => Findings.Where(finding => finding.Column == column).Select(finding => finding.Issue);

    public void Put(string column, string? text)
    {
        Now[column] = text ?? "";
        Tell();
    }

    public void PutKinds(IEnumerable<string> kinds)
    {
        Now.Kinds = [.. kinds];
        Tell();
    }

    /// <summary>Takes in what the draft says. What somebody has under her hand is never taken from her: she is told and chooses.</summary>
    public void Compare(Shelf shelf)
    {
        (Shelf, findings) = (shelf, null);
        if (Was.Id.Length == 0 || shelf.Find(Was.Id) is not { } entry)
            return;
        if (entry.Text.Print == Now.Print)
            (Was, Now, Theirs) = (entry.Text, entry.Text.Copy(), null);
        else if (entry.Text.Print == Was.Print)
            Theirs = null;
        else if (!IsChanged)
            (Was, Now, Theirs) = (entry.Text, entry.Text.Copy(), null);
        else
            Theirs = entry.Text;
    }

    /// <summary>The boxes are kept as the draft.</summary>
    public void Settle()
    {
        if (Shelf.Find(Now.Id) is { } entry)
            (Was, Now, Theirs) = (entry.Text, entry.Text.Copy(), null);
        findings = null;
    }

    /// <summary>What she changed and did not save goes.</summary>
    public void TakeBack()
    {
        (Was, Theirs) = (Theirs ?? Was, null);
        Now = Was.Copy();
        Tell();
    }

    public void TakeTheirs()
    {
        if (Theirs is { } other)
            (Was, Now, Theirs) = (other, other.Copy(), null);
        Tell();
    }

    /// <summary>Only what she changed herself stands over theirs.</summary>
    public void KeepMine()
    {
        if (Theirs is { } other)
        {
            var merged = other.Copy();
            foreach (var column in Now.ChangedFrom(Was))
                merged[column] = Now[column];
            (Was, Now, Theirs) = (other, merged, null);
        }

        Tell();
    }

    private void Tell()
    {
        findings = null;
        Changed?.Invoke();
    }
}
