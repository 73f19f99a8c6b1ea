using ChatSupport.Dialogs.Reading;
using ChatSupport.Staff.Roles;
using ChatSupport.Storage;

namespace ChatSupport.Places.Editing;

/// <summary>What the directory needs of the content that it is a part of. The host brings it: Content and Places do not know each other.</summary>
/// <param name="Look">The files of the content with all drafts in their place.</param>
/// <param name="Put">Makes drafts of files, all or none, each if it is still the one that was seen; what is written together with them is given the editor.</param>
/// <param name="Watch">Calls back whenever a draft changes or something is published.</param>
/// <param name="Unwatch">Ends that.</param>
internal sealed record PlaceDrafts(
    Func<DraftedPlaces> Look,
    Func<string?, IReadOnlyList<ChangedPlaces>, Action<StoreSession, StaffPerson>, CancellationToken, Task<PlaceOutcome>> Put,
    Action<Action> Watch,
    Action<Action> Unwatch);

/// <summary>The files as they are now.</summary>
/// <param name="State">Another text as soon as anything changes.</param>
/// <param name="Files">All files of the content.</param>
/// <param name="VersionOf">The version of a file that <see cref="ChangedPlaces"/> names; 0 for no such file.</param>
/// <param name="ChangedBy">Opaque id of who changed the draft of a file last; empty where there is none.</param>
internal sealed record DraftedPlaces(string State, IReadOnlyList<ContentFile> Files, Func<string, int> VersionOf, Func<string, string> ChangedBy);

/// <summary>A file as it shall be.</summary>
/// <param name="File">The file.</param>
/// <param name="Seen">The version that was seen.</param>
internal sealed record ChangedPlaces(ContentFile File, int Seen);

/// <summary>What became of a change in the directory.</summary>
internal abstract record PlaceOutcome
{
    private PlaceOutcome()
    {
    }

    /// <summary>It is a draft, until somebody publishes it.</summary>
    /// <param name="Id">The entry; empty where it is gone, or where they are many.</param>
    internal sealed record Kept(string Id = "") : PlaceOutcome;

    /// <summary>Nothing changed.</summary>
    /// <param name="Why">What stands against it and what to do.</param>
    internal sealed record Refused(string Why) : PlaceOutcome;

    /// <summary>Nothing changed, because somebody else changed the same meanwhile.</summary>
    /// <param name="By">Opaque id of the account; empty where nobody knows.</param>
    internal sealed record Overtaken(string By) : PlaceOutcome;
}
