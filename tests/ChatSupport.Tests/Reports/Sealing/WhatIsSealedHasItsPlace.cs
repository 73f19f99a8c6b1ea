using System.Text;
using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Sealing.Age;
using CsCheck;

namespace ChatSupport.Tests.Reports.Sealing;

public sealed class WhatIsSealedHasItsPlace : IDisposable
{
    private readonly AgeIdentity dara = AgeIdentity.New();

    private static Gen<SealedPlace> Places { get; } = Gen.Select(Gen.Enum<Purpose>(), Gen.Guid, Gen.Guid, Gen.UInt, (purpose, ofCase, row, epoch) => new SealedPlace(purpose, ofCase, row, epoch));

    public static TheoryData<string> OtherPlaces => ["purpose", "case", "row", "epoch"];

    public void Dispose() => dara.Dispose();

    [Fact]
    public void Any_text_opens_at_its_place() => Gen.Select(Gen.String[0, 3_000], Places).Sample((text, place) =>
    {
        var content = Encoding.UTF8.GetBytes(text);
        return SealedFile.Open(SealedFile.Seal(content, place, [dara.Recipient]), place, dara).AsSpan().SequenceEqual(content);
    }, iter: 300);

    [Fact]
    public void At_any_other_place_it_does_not() => Gen.Select(Places, Places).Sample((place, other) =>
    {
        var file = SealedFile.Seal("x"u8, place, [dara.Recipient]);
        return place == other || Refused(() => SealedFile.Open(file, other, dara));
    }, iter: 300);

    [Theory, MemberData(nameof(OtherPlaces))]
    public async Task Whatever_part_of_the_place_is_another_the_error_is_the_same(string part)
    {
        var place = Some.Place;
        var other = part switch
        {
            "purpose" => place with { Purpose = Purpose.Note },
            "case" => place with { Case = Guid.NewGuid() },
            "row" => place with { Row = Guid.NewGuid() },
            _ => place with { Epoch = place.Epoch + 1 },
        };
        var file = SealedFile.Seal("x"u8, place, [dara.Recipient]);
        using var stranger = AgeIdentity.New();

        var swapped = Assert.Throws<CannotBeOpenedException>(() => SealedFile.Open(file, other, dara));
        var streamed = await Assert.ThrowsAsync<CannotBeOpenedException>(() => Opened(file, other));
        var foreign = Assert.Throws<CannotBeOpenedException>(() => SealedFile.Open(file, place, stranger));
        Assert.Equal([foreign.Message, foreign.Message], [swapped.Message, streamed.Message]);
        Assert.Null(swapped.InnerException ?? streamed.InnerException ?? foreign.InnerException);
    }

    [Fact]
    public void Every_flipped_bit_is_refused()
    {
        var file = SealedFile.Seal("ខ្ញុំចង់ប្រាប់"u8, Some.Place, [dara.Recipient]);
        for (var bit = 0; bit < file.Length * 8; bit++)
        {
            file[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.True(Refused(() => SealedFile.Open(file, Some.Place, dara)), $"Bit {bit} of {file.Length * 8} was flipped, and it opened.");
            file[bit / 8] ^= (byte)(1 << (bit % 8));
        }
        Assert.Equal("ខ្ញុំចង់ប្រាប់"u8, SealedFile.Open(file, Some.Place, dara));
    }

    [Fact]
    public Task An_attachment_opens_at_its_place_alone() => Gen.Select(Gen.OneOf(Gen.Int[0, 2_000], Gen.Int[60_000, 140_000]), Places, Places).SampleAsync(async (length, place, other) =>
    {
        var content = Some.Bytes(length);
        var file = await Sealed(content, place);

        Assert.Equal(content, await Opened(file, place));
        Assert.Equal(content, SealedFile.Open(file, place, dara));
        Assert.Equal(content, await Opened(SealedFile.Seal(content, place, [dara.Recipient]), place));
        if (place != other)
            await Assert.ThrowsAsync<CannotBeOpenedException>(() => Opened(file, other));
        await Assert.ThrowsAsync<CannotBeOpenedException>(() => Opened(file[..^1], place));
    }, iter: 50, threads: 1);

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task An_attachment_that_has_another_length_than_was_said_is_not_sealed(int more)
    {
        using var content = new MemoryStream(Some.Bytes(100));
        using var target = new MemoryStream();

        await Assert.ThrowsAsync<EndOfStreamException>(() => SealedFile.Seal(content, 100 + more, target, Some.Place, [dara.Recipient], TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<CannotBeOpenedException>(() => Opened(target.ToArray(), Some.Place));
    }

    /// <summary>What a reader with the right key could put there by hand: there must be one file for a content only.</summary>
    [Theory]
    [InlineData("1 chatsupport answer case 3f2504e04f8941d39a0c0305e82c3301 row 0e984725c51c4bf49960e1c80e27aba0 epoch 7 bytes 1\n", 1024, true)]
    [InlineData("1 chatsupport answer case 3f2504e04f8941d39a0c0305e82c3301 row 0e984725c51c4bf49960e1c80e27aba0 epoch 7 bytes 1\n", 1023, false)] // an unusual size
    [InlineData("1 chatsupport answer case 3f2504e04f8941d39a0c0305e82c3301 row 0e984725c51c4bf49960e1c80e27aba0 epoch 7 bytes 1\n", 4096, false)]
    [InlineData("1 chatsupport answer case 3f2504e04f8941d39a0c0305e82c3301 row 0e984725c51c4bf49960e1c80e27aba0 epoch 7 bytes 0\n", 1024, false)] // the x is no filling
    [InlineData("1 chatsupport answer case 3f2504e04f8941d39a0c0305e82c3301 row 0e984725c51c4bf49960e1c80e27aba0 epoch 7 bytes 01\n", 1024, false)]
    [InlineData("1 chatsupport answer case 3f2504e04f8941d39a0c0305e82c3301 row 0e984725c51c4bf49960e1c80e27aba0 epoch 7 bytes 2000\n", 1024, false)]
    [InlineData("1 chatsupport answer case 3f2504e04f8941d39a0c0305e82c3301 row 0e984725c51c4bf49960e1c80e27aba0 epoch 7 bytes 9223372036854775807\n", 1024, false)]
    [InlineData("1 chatsupport answer case 3f2504e04f8941d39a0c0305e82c3301 row 0e984725c51c4bf49960e1c80e27aba0 epoch 7 bytes 1", 1024, false)]
    [InlineData("2 chatsupport answer case 3f2504e04f8941d39a0c0305e82c3301 row 0e984725c51c4bf49960e1c80e27aba0 epoch 7 bytes 1\n", 1024, false)]
    [InlineData("1 chatsupport answer case 3F2504E04F8941D39A0C0305E82C3301 row 0e984725c51c4bf49960e1c80e27aba0 epoch 7 bytes 1\n", 1024, false)]
    [InlineData("", 1024, false)]
    public async Task Only_the_one_form_is_taken(string line, int size, bool isTaken)
    {
        var plain = new byte[size];
        Array.Fill(plain, (byte)' ');
        Encoding.ASCII.GetBytes(line + "x").CopyTo(plain, 0);
        var file = AgeFile.Seal(plain, [dara.Recipient]);

        Assert.Equal(isTaken, !Refused(() => SealedFile.Open(file, Some.Place, dara)));
        if (isTaken)
            Assert.Equal("x", Encoding.ASCII.GetString(await Opened(file, Some.Place)));
        else
            await Assert.ThrowsAsync<CannotBeOpenedException>(() => Opened(file, Some.Place));
    }

    private static bool Refused(Action open)
    {
        try
        {
            open();
            return false;
        }
        catch (CannotBeOpenedException)
        {
            return true;
        }
    }

    private async Task<byte[]> Sealed(byte[] content, SealedPlace place)
    {
        using var source = new MemoryStream(content);
        using var target = new MemoryStream();
        await SealedFile.Seal(source, content.Length, target, place, [dara.Recipient], TestContext.Current.CancellationToken);
        return target.ToArray();
    }

    private async Task<byte[]> Opened(byte[] file, SealedPlace place)
    {
        using var source = new MemoryStream(file);
        using var target = new MemoryStream();
        await SealedFile.Open(source, target, place, [dara], TestContext.Current.CancellationToken);
        return target.ToArray();
    }
}
