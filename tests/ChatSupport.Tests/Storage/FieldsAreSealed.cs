using System.Security.Cryptography;
using System.Text;
using ChatSupport.Storage.Encryption;
using CsCheck;

namespace ChatSupport.Tests.Storage;

public sealed class FieldsAreSealed
{
    private static readonly FieldPlace Here = new("outbox", "body", "tg:1/2/3");

    [Fact]
    public void Whatever_is_sealed_opens_at_its_place_and_looks_different_each_time()
    {
        using var cipher = new FieldCipher(RandomNumberGenerator.GetBytes(32));
        Gen.Byte.Array[0, 3000].Sample(plain =>
        {
            var (one, two) = (cipher.Seal(plain, Here), cipher.Seal(plain, Here));
            return cipher.Open(one, Here).SequenceEqual(plain) && !one.SequenceEqual(two) && one.Length == plain.Length + 29;
        }, iter: 200);
    }

    [Theory]
    [InlineData("outboy", "body", "tg:1/2/3")]
    [InlineData("outbox", "state", "tg:1/2/3")]
    [InlineData("outbox", "body", "tg:1/2/4")]
    [InlineData("outboxb", "ody", "tg:1/2/3")]
    public void A_field_that_was_carried_to_another_place_does_not_open(string table, string column, string row)
    {
        using var cipher = new FieldCipher(RandomNumberGenerator.GetBytes(32));
        var stored = cipher.Seal("secret", Here);

        Assert.ThrowsAny<CryptographicException>(() => cipher.Open(stored, new FieldPlace(table, column, row)));
    }

    [Fact]
    public void A_field_with_any_bit_changed_or_cut_does_not_open()
    {
        using var cipher = new FieldCipher(RandomNumberGenerator.GetBytes(32));
        var stored = cipher.Seal("secret", Here);
        for (var bit = 0; bit < stored.Length * 8; bit++)
        {
            var changed = (byte[])stored.Clone();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.ThrowsAny<CryptographicException>(() => cipher.Open(changed, Here));
        }
        for (var length = 0; length < stored.Length; length++)
            Assert.ThrowsAny<CryptographicException>(() => cipher.Open(stored[..length], Here));
    }

    [Fact]
    public void Another_key_opens_nothing()
    {
        using var cipher = new FieldCipher(RandomNumberGenerator.GetBytes(32));
        using var other = new FieldCipher(RandomNumberGenerator.GetBytes(32));

        Assert.ThrowsAny<CryptographicException>(() => other.Open(cipher.Seal("secret", Here), Here));
    }

    [Fact]
    public void Many_threads_seal_and_open_beside_one_another()
    {
        using var cipher = new FieldCipher(RandomNumberGenerator.GetBytes(32));
        Parallel.For(0, 2000, n =>
            Assert.Equal($"secret {n}", Encoding.UTF8.GetString(cipher.Open(cipher.Seal($"secret {n}", Here), Here))));
    }
}
