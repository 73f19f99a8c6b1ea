using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChatSupport.Content.Drafts;
using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Writing;
using ChatSupport.Staff.Audit;
using ChatSupport.Staff.Roles;
using ChatSupport.Staff.Voices;

namespace ChatSupport.Content.Recordings;

/// <summary>What editors do with recordings. A recording is a draft like a text: workers hear it once it is published.</summary>
internal sealed class RecordingBook(
    Workspaces workspaces, DraftBook drafts, RecordingRows rows, Media media, VoiceConversion conversion, StaffGuard guard, AuditTrail trail, TimeProvider time)
{
    private const int MostTries = 5;
    private const int PrintDigits = 8;

    /// <summary>The refusal of what is longer than any recording.</summary>
    public static readonly EditOutcome.Refused TooLarge = new(
        $"This is larger than a recording of {Sound.Longest} seconds can be, so it was not taken. Nothing was changed: make it shorter, then send it again.");

    /// <summary>Keeps a recording of a screen in the drafts.</summary>
    /// <param name="session">Who recorded it.</param>
    /// <param name="screen">The screen.</param>
    /// <param name="language">The language.</param>
    /// <param name="print">What the text was that she read, as <see cref="RecordingList.PrintOf"/> says it.</param>
    /// <param name="sent">What her browser sends. It is read no further than it may be long.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns><see cref="TooLarge"/> where it is longer than that.</returns>
    public async Task<EditOutcome> Keep(string? session, ScreenId screen, string language, string print, Stream sent, CancellationToken cancel)
    {
        guard.Require(session, StaffAct.EditContent);
        if (print.Length != PrintDigits || !print.All(char.IsAsciiHexDigitLower))
            return new EditOutcome.Refused("It is not known which text was recorded. Load the page again, then record once more.");
        if (Refusal(await workspaces.Now(), screen, language) is { } why)
            return why;
        if (await VoiceConversion.Take(sent, cancel) is not { } taken)
            return TooLarge;
        return await conversion.Convert(taken, cancel) switch
        {
            Voice.Made made => await Write(session, screen, language, made, print, cancel),
            Voice.Refused refused => new EditOutcome.Refused(refused.Why),
            _ => throw new InvalidOperationException("A sound came to nothing."),
        };
    }

    /// <summary>Takes a recording out of the drafts. The same can be put back.</summary>
    public Task<EditOutcome> Remove(string? session, ScreenId screen, string language, CancellationToken cancel) =>
        Write(guard.Require(session, StaffAct.EditContent), screen, language, null, null, cancel);

    /// <summary>Puts a recording back that was taken out.</summary>
    public async Task<EditOutcome> PutBack(string? session, ScreenId screen, string language, Recording former, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.EditContent);
        return !rows.Has(former.Hash)
            ? new EditOutcome.Refused("That recording is gone: it was never published, and was removed long ago. Record it again.")
            : await Write(person, screen, language, former, null, cancel);
    }

    /// <summary>A recording as it stands in the drafts; null where there is none of that name.</summary>
    /// <param name="session">Who listens.</param>
    /// <param name="name">Its name with language and without ending, as a reply says it: <c>rights/hours.km</c>.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<byte[]?> Read(string? session, string name, CancellationToken cancel)
    {
        guard.Require(session, StaffAct.SeeContent);
        return (await workspaces.Now()).Reading.Found is { } dialogs ? await media.Read(name, dialogs.Recorded, cancel) : null;
    }

    /// <summary>Who recorded it, and when; null where it was not recorded here.</summary>
    public RecordingFacts? FactsOf(string? session, Recording recording)
    {
        guard.Require(session, StaffAct.SeeContent);
        return rows.FactsOf(recording.Hash);
    }

    private Task<EditOutcome> Write(string? session, ScreenId screen, string language, Voice.Made made, string print, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.EditContent); // converting took a while
        var sound = new RecordingRow { Hash = Convert.ToHexStringLower(SHA256.HashData(made.Bytes)), Bytes = made.Bytes, MadeAt = time.GetUtcNow(), MadeBy = person.Id };
        return Write(person, screen, language, new Recording(sound.Hash, made.Seconds, print), sound, cancel);
    }

    private async Task<EditOutcome> Write(StaffPerson person, ScreenId screen, string language, Recording? recording, RecordingRow? sound, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var workspace = await workspaces.Now();
            if (Refusal(workspace, screen, language) is { } why)
                return why;
            if (workspace.Reading.Found!.Find(screen)!.Voice is not { } voice)
            {
                var path = $"{screen.Dialog}.yaml";
                var named = await drafts.Build(person.Session, path, workspace.VersionOf(path), [new DialogEdit.SetVoice(screen.Screen, FreeName(workspace.Reading.Found!, screen))], cancel);
                if (named is EditOutcome.Refused)
                    return named;
                continue; // with what stands there now
            }
            var list = RecordingList.Read(workspace.Files, []).With($"{voice}.{language}", recording);
            var after = new ContentFile(RecordingList.Path, Encoding.UTF8.GetBytes(list.ToYaml()));
            var outcome = await drafts.Put(person, workspace, after, cancel, also: store =>
            {
                if (sound is not null)
                    RecordingRows.Put(store, sound);
                trail.Add(store, new AuditNote(person.Id, recording is null ? "content.unrecord" : "content.record", screen.ToString(), language));
            });
            if (outcome is not EditOutcome.Overtaken)
                return outcome;
        }
        return new EditOutcome.Refused("Many people change the recordings at this moment. Wait a little, then do it again.");
    }

    /// <summary>Why the screen cannot have a recording in this language. Nothing that a caller names ever becomes a path before it is found in the content.</summary>
    private static EditOutcome.Refused? Refusal(Workspace workspace, ScreenId id, string language)
    {
        if (workspace.Reading.Found is not { } dialogs || dialogs.Find(id) is not { } screen)
            return new EditOutcome.Refused($"There is no screen '{Clusters.Cut(id.ToString(), 40)}' any more. Load the page again.");
        if (!dialogs.Languages.Contains(language))
            return new EditOutcome.Refused($"'{Clusters.Cut(language, 10)}' is none of the languages: {string.Join(", ", dialogs.Languages)}.");
        var name = $"{screen.Voice ?? FreeName(dialogs, id)}.{language}";
        if (!RecordingList.IsName(name))
            return new EditOutcome.Refused($"The recording of this screen is called '{Clusters.Cut(name, 40)}', which no file can be called. Change 'voice' in {id.Dialog}.yaml to small letters, digits and hyphens.");
        var issues = new List<DialogIssue>();
        RecordingList.Read(workspace.Files, issues);
        return issues.FirstOrDefault(issue => issue.Severity == Severity.Error) is { } broken ? new EditOutcome.Refused($"The list of recordings has an error: {broken} Mend it first.") : null;
    }

    /// <summary>The name of the dialog with that of the screen, or the next that no other screen uses.</summary>
    private static string FreeName(DialogSet dialogs, ScreenId id)
    {
        var taken = dialogs.Dialogs.Values.SelectMany(dialog => dialog.Screens.Values).Select(screen => screen.Voice).ToHashSet(StringComparer.Ordinal);
        var own = id.Screen == ScreenId.Start ? id.Dialog : $"{id.Dialog}-{id.Screen}";
        var name = own;
        for (var number = 2; taken.Contains(name); number++)
            name = string.Create(CultureInfo.InvariantCulture, $"{own}-{number}");
        return name;
    }
}
