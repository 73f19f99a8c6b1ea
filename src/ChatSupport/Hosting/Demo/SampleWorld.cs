using ChatSupport.Conversations.Insight;
using ChatSupport.Staff;
using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Audit;
using ChatSupport.Staff.Roles;
using ChatSupport.Storage;

namespace ChatSupport.Hosting.Demo;

/// <summary>Fills a new database. The same samples every time, but for keys and times.</summary>
internal sealed class SampleWorld(
    StoreWriter writer, AuditTrail trail, AccountBook book, AccountRows accounts, Sessions sessions, SampleTalks talks, SampleFigures figures,
    SampleEdits edits, FootstepKeeper footsteps)
{
    private const int Seed = 20261126;
    private const string Newcomer = "Sample newcomer";
    private static readonly StaffAtTheMachine here = new(AuditNote.CommandLine);

    private static readonly IReadOnlyList<(string Name, StaffRole[] Roles)> people =
    [
        ("Sample editor Bopha", [StaffRole.Editor]), ("Sample reviewer Dara", [StaffRole.Reviewer]), ("Sample case worker Sokha", [StaffRole.CaseWorker]),
        ("Sample supervisor Chanthy", [StaffRole.Supervisor]), ("Sample savings officer Mealea", [StaffRole.SavingsOfficer]), ("Sample manager Vanna", [StaffRole.Manager]),
    ];

    /// <summary>Fills it.</summary>
    /// <returns>The path of a link by which a newcomer gives herself keys, with every role.</returns>
    public async Task<string> Fill(CancellationToken cancel)
    {
        // First of all: what follows is not real, also where it breaks off.
        await writer.Write(session => trail.Add(session, new AuditNote(AuditNote.CommandLine, SampleData.Act)), cancel);
        foreach (var (name, roles) in people)
            await book.Invite(here, name, roles, cancel);
        var chance = new Random(Seed);
        await talks.Hold(chance, cancel);
        await footsteps.Keep(cancel);
        await figures.Write(chance, talks.Conversations, cancel);
        var (editor, reviewer) = (await SignIn(people[0].Name, cancel), await SignIn(people[1].Name, cancel));
        await edits.Make(editor, accounts.FindByName(people[0].Name)!.Id, reviewer, cancel);
        return ((BookOutcome.Link)await book.Invite(here, Newcomer, Enum.GetValues<StaffRole>(), cancel)).Path;
    }

    private async Task<string> SignIn(string name, CancellationToken cancel)
    {
        var account = accounts.FindByName(name)!;
        return (await sessions.Begin(account.Id, account.Stamp, "sample", "sample", cancel))!;
    }
}
