using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Sealing.Age;
using ChatSupport.Reports.Sealing.Readers;

namespace ChatSupport.Tests.Reports.Sealing;

public sealed class MakingTheKeysOfACase : IDisposable
{
    private static readonly Guid ofCase = Guid.NewGuid();

    private readonly AgeIdentity dara = AgeIdentity.New();
    private readonly AgeIdentity sokha = AgeIdentity.New();
    private readonly AgeIdentity recovery = AgeIdentity.New();
    private readonly ReaderSet readers;

    public MakingTheKeysOfACase() => readers = ReaderSet.Of(
        [Some.Reader("dara", key: dara.Recipient), Some.Reader("sokha", key: sokha.Recipient), Some.Reader("recovery", ReaderRole.Recovery, recovery.Recipient)], out _)!;

    public void Dispose()
    {
        dara.Dispose();
        sokha.Dispose();
        recovery.Dispose();
    }

    [Fact]
    public void Each_reader_opens_her_own_grant_and_with_it_the_report()
    {
        using var key = new NewKey(Purpose.CaseKey, ofCase, 1);
        var grants = key.SealTo(readers);
        var report = SealedFile.Seal("ខ្ញុំត្រូវគេវាយ"u8, Some.Place, [key.Public]);

        Assert.Equal(["dara", "sokha", "recovery"], grants.Select(grant => grant.Staff));
        foreach (var (grant, reader) in grants.Zip([dara, sokha, recovery]))
        {
            using var opened = NewKey.Open(grant, Purpose.CaseKey, ofCase, 1, reader);
            Assert.Equal(key.Public, opened.Recipient);
            Assert.Equal("ខ្ញុំត្រូវគេវាយ"u8, SealedFile.Open(report, Some.Place, opened));
        }
    }

    [Fact]
    public void A_grant_opens_to_nobody_else_and_as_nothing_else()
    {
        using var key = new NewKey(Purpose.ThreadKey, ofCase, 1);
        var (hers, other) = (key.SealTo(readers)[0], key.SealTo(readers)[0]);

        Assert.Throws<CannotBeOpenedException>(() => NewKey.Open(hers, Purpose.ThreadKey, ofCase, 1, sokha));
        Assert.Throws<CannotBeOpenedException>(() => NewKey.Open(hers, Purpose.CaseKey, ofCase, 1, dara));
        Assert.Throws<CannotBeOpenedException>(() => NewKey.Open(hers, Purpose.ThreadKey, Guid.NewGuid(), 1, dara));
        Assert.Throws<CannotBeOpenedException>(() => NewKey.Open(hers, Purpose.ThreadKey, ofCase, 2, dara));
        Assert.Throws<CannotBeOpenedException>(() => NewKey.Open(hers with { Row = other.Row }, Purpose.ThreadKey, ofCase, 1, dara));
    }

    [Fact]
    public void What_is_no_key_under_the_place_of_one_is_the_same_error()
    {
        var place = new SealedPlace(Purpose.CaseKey, ofCase, Guid.NewGuid(), 1);
        var forged = new KeyGrant(place.Row, "dara", 1, SealedFile.Seal("AGE-SECRET-KEY-1ខ"u8, place, [dara.Recipient]));

        Assert.Throws<CannotBeOpenedException>(() => NewKey.Open(forged, Purpose.CaseKey, ofCase, 1, dara));
    }

    [Fact]
    public void Once_it_is_given_the_private_half_is_gone()
    {
        var key = new NewKey(Purpose.CaseKey, ofCase, 1);
        key.Dispose();

        Assert.Throws<ObjectDisposedException>(() => key.SealTo(readers));
        Assert.NotEmpty(SealedFile.Seal("x"u8, Some.Place, [key.Public])); // but sealing goes on
    }

    [Fact]
    public void Who_must_not_read_it_gets_no_grant()
    {
        using var key = new NewKey(Purpose.CaseKey, ofCase, 1);

        Assert.Equal(["sokha", "recovery"], key.SealTo(readers.Only(new HashSet<string> { "sokha" })!).Select(grant => grant.Staff));
        Assert.Null(readers.Only(new HashSet<string> { "nobody", "recovery" }));
    }
}
