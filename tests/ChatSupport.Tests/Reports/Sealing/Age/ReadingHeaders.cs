using System.Text;
using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Sealing.Age;
using CsCheck;

namespace ChatSupport.Tests.Reports.Sealing.Age;

public sealed class ReadingHeaders
{
    private static readonly byte[] mac = new byte[32];

    private static Gen<Stanza> Stanzas { get; } = Gen.Select(Gen.String[Gen.Char['!', '~'], 1, 20].List[1, 4], Gen.Byte.Array[0, 200], (arguments, body) => new Stanza(arguments, body));

    [Fact]
    public void Whatever_is_written_is_read() => Stanzas.List[1, 5].Sample(stanzas =>
    {
        var text = AgeHeader.Write(stanzas, _ => mac);
        return AgeHeader.TryRead([.. text, 1, 2, 3], out var header) && header.Length == text.Length && header.Mac.AsSpan().SequenceEqual(mac)
            && text.AsSpan(0, header.Proven).EndsWith("\n---"u8)
            && header.Stanzas.Zip(stanzas).All(pair => pair.First.Arguments.SequenceEqual(pair.Second.Arguments) && pair.First.Body.AsSpan().SequenceEqual(pair.Second.Body));
    });

    [Fact]
    public void What_is_read_is_the_only_text_for_it() => Gen.Select(Stanzas, Gen.Int[0, 1_000], Gen.Byte).Sample((stanza, at, other) =>
    {
        var text = AgeHeader.Write([stanza], _ => mac);
        text[at % text.Length] = other;
        return !AgeHeader.TryRead(text, out var header) || AgeHeader.Write(header.Stanzas, _ => header.Mac).AsSpan().SequenceEqual(text.AsSpan(0, header.Length));
    });

    [Fact]
    public void Unknown_recipients_beside_ours_do_not_matter()
    {
        using var identity = AgeIdentity.New();
        var file = AgeFile.Seal("x"u8, [identity.Recipient]);
        Assert.True(AgeHeader.TryRead(file, out var header));

        // The proof fails, but only after our stanza was found among the others.
        Assert.Null(X25519Stanza.Unwrap(new Stanza(["GREASE-grease", "x", "y"], [1, 2, 3]), identity));
        Assert.NotNull(X25519Stanza.Unwrap(header.Stanzas[0], identity));
        Assert.Throws<CannotBeOpenedException>(() => AgeFile.Open([.. AgeHeader.Write([new Stanza(["GREASE"], []), .. header.Stanzas], _ => mac), .. file[header.Length..]], identity));
    }

    [Fact]
    public void One_that_has_no_end_is_refused() =>
        Assert.False(AgeHeader.TryRead(Encoding.ASCII.GetBytes("age-encryption.org/v1\n" + string.Concat(Enumerable.Repeat("-> a\n\n", 20_000))), out _));

    [Fact]
    public void A_passphrase_beside_a_key_is_refused()
    {
        using var identity = AgeIdentity.New();
        var key = new byte[X25519Stanza.FileKeySize];
        var header = AgeHeader.Write([X25519Stanza.Wrap(key, identity.Recipient), new Stanza(["scrypt", "x", "18"], key)], _ => mac);

        Assert.Throws<CannotBeOpenedException>(() => AgeFile.Open(header, identity));
    }
}
