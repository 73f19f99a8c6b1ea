using System.Text;
using ChatSupport.Reports.Sealing.Readers;
using CsCheck;

namespace ChatSupport.Tests.Reports.Sealing.Readers;

public sealed class SigningReaders : IDisposable
{
    private readonly RootSecret root = RootSecret.New();

    private static Gen<Reader> AnyReader { get; } = Gen.Select(
        Gen.String[Gen.OneOf(Gen.Char['a', 'z'], Gen.Char['0', '9'], Gen.Const('-')), 1, 40], Gen.Bool, Gen.Int[-1_000, 1_000], Gen.Int[1, 100_000], Gen.Bool,
        (staff, isWorker, begins, lasts, revoked) => Some.Reader(staff, isWorker ? ReaderRole.Worker : ReaderRole.Recovery) with
        {
            NotBefore = Some.Now.AddHours(begins),
            NotAfter = Some.Now.AddHours(begins).AddSeconds(lasts),
            Revoked = revoked,
        });

    public void Dispose() => root.Dispose();

    [Fact]
    public void Any_list_comes_back() => Gen.Select(AnyReader.List[0, 6], Gen.UInt).Sample((readers, version) =>
    {
        var list = Some.List(root, [.. readers.DistinctBy(reader => reader.Staff)]) with { Version = version };
        var read = ReaderList.Read(list.Sign(root), root.Public, out _);
        return read is not null && read.All.SequenceEqual(list.All) && (read.Version, read.SignedAt, read.Fingerprint) == (list.Version, list.SignedAt, list.Fingerprint);
    }, iter: 200);

    [Fact]
    public void Every_flipped_bit_makes_it_nobodys()
    {
        var text = Encoding.ASCII.GetBytes(Some.List(root, Some.Reader(), Some.Reader("recovery", ReaderRole.Recovery)).Sign(root));
        for (var bit = 0; bit < text.Length * 8; bit++)
        {
            text[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(ReaderList.Read(Encoding.Latin1.GetString(text), root.Public, out var wrong));
            Assert.Contains("list of readers", wrong, StringComparison.Ordinal);
            text[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void A_line_that_is_added_or_taken_out_makes_it_nobodys()
    {
        var lines = Some.List(root, Some.Reader(), Some.Reader("recovery", ReaderRole.Recovery)).Sign(root).Split('\n');
        var foreign = Some.List(root, Some.Reader("mallory")).Sign(root).Split('\n')[3];

        Assert.NotNull(Read(lines));
        Assert.Null(Read([.. lines[..4], foreign, .. lines[4..]]));
        Assert.Null(Read([.. lines[..3], .. lines[4..]]));
        Assert.Null(Read([.. lines, foreign]));
        Assert.Null(Read([lines[0], lines[1], lines[2], lines[4], lines[3], .. lines[5..]]));
    }

    [Fact]
    public void Another_root_makes_nobody_a_reader()
    {
        using var other = RootSecret.New();
        var forged = Some.List(other, Some.Reader()).Sign(other);

        Assert.Null(ReaderList.Read(forged, root.Public, out _));
        Assert.Null(ReaderList.Read(forged.Replace(other.Public.ToString(), root.Public.ToString(), StringComparison.Ordinal), root.Public, out var wrong));
        Assert.Contains("was not signed by the root key", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_stands_twice_is_not_signed_nor_taken()
    {
        var dara = Some.Reader();
        var twice = Some.List(root, dara, dara with { Staff = "recovery", Role = ReaderRole.Recovery });

        Assert.Contains("twice", Assert.Throws<InvalidOperationException>(() => twice.Sign(root)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2u)]
    [InlineData(0u)]
    public void Keys_of_one_reader_are_numbered_without_a_gap(uint epoch) =>
        Assert.Throws<InvalidOperationException>(() => Some.List(root, Some.Reader() with { Epoch = epoch }).Sign(root));

    [Fact]
    public void A_key_that_ends_before_it_begins_is_not_signed() =>
        Assert.Throws<InvalidOperationException>(() => Some.List(root, Some.Reader() with { NotAfter = Some.Now.AddDays(-2) }).Sign(root));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(29, true)]
    [InlineData(30, false)]
    public void A_key_counts_from_its_begin_until_before_its_end(int days, bool counts) =>
        Assert.Equal(counts, Some.List(root, Some.Reader()).At(Some.Now.AddDays(days)).Any());

    [Fact]
    public void A_revoked_key_does_not_count_and_neither_does_the_one_before_it()
    {
        var old = Some.Reader();
        var list = Some.List(root, old, Some.Reader() with { Epoch = 2, Revoked = true });

        Assert.Empty(list.At(Some.Now));
        Assert.Equal([2u], (list with { All = [old, list.All[1] with { Revoked = false }] }).At(Some.Now).Select(reader => reader.Epoch));
    }

    [Theory]
    [InlineData("worker recovery", true)]
    [InlineData("worker worker recovery", true)]
    [InlineData("worker worker", false)]
    [InlineData("recovery", false)]
    [InlineData("", false)]
    public void Without_a_case_worker_and_a_recovery_key_no_report_is_taken(string roles, bool isOpen)
    {
        var readers = roles.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((role, at) => Some.Reader($"r{at}", role == "worker" ? ReaderRole.Worker : ReaderRole.Recovery));

        Assert.Equal(isOpen, ReaderSet.Of(readers, out var wrong) is not null);
        Assert.Equal(isOpen, wrong.Length == 0);
    }

    private ReaderList? Read(string[] lines) => ReaderList.Read(string.Join('\n', lines), root.Public, out _);
}
