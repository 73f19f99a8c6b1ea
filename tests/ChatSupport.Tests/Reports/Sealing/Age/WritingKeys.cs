using System.Text;
using ChatSupport.Reports.Sealing.Age;
using CsCheck;

namespace ChatSupport.Tests.Reports.Sealing.Age;

/// <summary>Keys as text: <c>age1…</c>, <c>AGE-SECRET-KEY-1…</c>. The examples are those of the age format and of BIP 173.</summary>
public sealed class WritingKeys
{
    private const string Secret = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX";
    private const string Public = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";

    [Fact]
    public void The_example_of_the_format_is_read_and_written()
    {
        Assert.True(AgeIdentity.TryParse(Secret, out var identity));
        using (identity)
        {
            Assert.Equal(Enumerable.Repeat((byte)0x42, 32), identity.ToBytes());
            Assert.Equal(Secret, Encoding.ASCII.GetString(identity.ToText()));
            Assert.Equal(Public, identity.Recipient.ToString());
            Assert.True(AgeRecipient.TryParse(Public, out var recipient));
            Assert.Equal(identity.Recipient, recipient);
        }
    }

    [Fact]
    public void A_key_that_was_disposed_of_is_gone()
    {
        var identity = AgeIdentity.New();
        identity.Dispose();

        Assert.Throws<ObjectDisposedException>(identity.ToBytes);
    }

    [Fact]
    public void Any_bytes_come_back_in_small_and_in_capital_letters() => Gen.Byte.Array[0, 100].Sample(bytes =>
    {
        var text = Bech32.Write("a-word", bytes);
        return Bech32.TryRead("a-word", text, out var small) && small.AsSpan().SequenceEqual(bytes)
            && Bech32.TryRead("a-word", text.ToUpperInvariant(), out var large) && large.AsSpan().SequenceEqual(bytes)
            && text.Length == Bech32.Length("a-word", bytes.Length);
    });

    [Fact]
    public void Up_to_four_slips_are_always_found() =>
        Gen.Select(Gen.Byte.Array[32], Gen.Int[0, 57].Array[1, 4], Gen.Char['0', 'z']).Sample((bytes, places, slip) =>
        {
            var text = Bech32.Write("age", bytes).ToCharArray();
            foreach (var place in places)
                text[4 + place] = slip;
            return !Bech32.TryRead("age", text, out var read) || read.AsSpan().SequenceEqual(bytes);
        });

    [Theory]
    [InlineData("a", "A12UEL5L")]
    [InlineData("a", "a12uel5l")]
    [InlineData("abcdef", "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw")]
    public void What_BIP_173_calls_right_is_read(string prefix, string text) => Assert.True(Bech32.TryRead(prefix, text, out _));

    [Theory]
    [InlineData("x", "x1b4n0q5v")] // a letter that there is not
    [InlineData("li", "li1dgmt3")] // too short
    [InlineData("a", "A1G7SGD8")] // the sum of capital letters
    [InlineData("a", "A12uEL5L")] // both kinds
    [InlineData("b", "a12uel5l")] // another word
    [InlineData("a", "a12uel5")]
    [InlineData("a", "")]
    public void What_it_calls_wrong_is_refused(string prefix, string text) => Assert.False(Bech32.TryRead(prefix, text, out _));

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("0100000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800")]
    [InlineData("5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157")]
    [InlineData("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    [InlineData("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    [InlineData("eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    [InlineData("0900000000000000000000000000000000000000000000000000000000000080")] // sound but for a bit that its owner would write otherwise
    public void A_point_that_everybody_can_open_is_no_recipient(string point) =>
        Assert.False(AgeRecipient.TryParse(Bech32.Write("age", Convert.FromHexString(point)), out _));

    [Theory]
    [InlineData("")]
    [InlineData("age1")]
    [InlineData(Secret)]
    [InlineData("AGE1ZVKYG2LQZRAA2LNJVQEJ32NKUU0UES2S82HZRYE869XEEXVN73EQUNUJWJ")]
    [InlineData(Public + " ")]
    public void Nothing_else_is_a_recipient(string text) => Assert.False(AgeRecipient.TryParse(text, out _));

    [Fact]
    public void A_key_of_another_length_is_none()
    {
        Assert.False(AgeRecipient.TryParse(Bech32.Write("age", new byte[31]), out _));
        Assert.False(AgeIdentity.TryParse(Bech32.Write("age-secret-key-", new byte[33]).ToUpperInvariant(), out _));
        Assert.False(AgeIdentity.TryParse(Secret.ToLowerInvariant(), out _));
    }
}
