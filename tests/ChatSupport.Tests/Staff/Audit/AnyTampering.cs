using ChatSupport.Staff.Audit;
using CsCheck;

namespace ChatSupport.Tests.Staff.Audit;

/// <summary>Random logs and one random thing done to each.</summary>
public sealed class AnyTampering
{
    private static readonly Gen<AuditNote> notes = Gen.Select(
        Gen.OneOf("account-1", "account-2", AuditNote.System, AuditNote.CommandLine),
        Gen.OneOf("content.publish", "staff.invite", "session.sign-in"),
        Gen.String[0, 40],
        Gen.String[Gen.OneOf(Gen.Char, Gen.Char['\u1780', '\u17f9']), 0, 20],
        (who, act, subject, detail) => new AuditNote(who, act, subject, detail));

    private static readonly Gen<(AuditNote[] Notes, Tampering Tampering)> cases =
        from written in notes.Array[1, 12]
        from tampering in Tampering.Of(written.Length)
        select (written, tampering);

    [Fact]
    public async Task Is_found_and_what_is_untouched_is_not()
    {
        await using var host = new AuditHost();
        var check = host.Get<AuditCheck>();
        await cases.SampleAsync(async one =>
        {
            host.Tamper("DELETE FROM audit_entries");
            File.Delete(host.Head);
            await host.Writer.Write(session => one.Notes.Sum(note => host.Trail.Add(session, note)), TestContext.Current.CancellationToken);
            if (Found(check) is [_, ..] untouched)
                throw new InvalidDataException($"Nothing was touched, but: {string.Join(' ', untouched)}");

            host.Tamper(one.Tampering.Sql);

            var found = Found(check);
            if (!found.Any(finding => Names(finding, one.Tampering.At)))
                throw new InvalidDataException($"{one.Tampering.Name} of {one.Notes.Length} was not found at {one.Tampering.At}: {string.Join(' ', found)}");
        }, iter: 300, threads: 1);
    }

    private static bool Names(AuditFinding finding, long at) =>
        (finding.From <= at && at <= finding.To) || (finding.Written <= at && at <= finding.Written + finding.To - finding.From);

    private static List<AuditFinding> Found(AuditCheck check) =>
        [.. check.Verify(TestContext.Current.CancellationToken).Findings.Where(finding => finding.Kind != AuditFault.Unguarded)];
}
