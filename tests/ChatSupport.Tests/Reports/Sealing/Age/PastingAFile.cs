using ChatSupport.Reports.Sealing.Age;
using CsCheck;

namespace ChatSupport.Tests.Reports.Sealing.Age;

public sealed class PastingAFile
{
    [Fact]
    public void Any_file_comes_back_whatever_stands_around_it() =>
        Gen.Select(Gen.Byte.Array[1, 300], Gen.String[Gen.OneOf(Gen.Const(' '), Gen.Const('\n'), Gen.Const('\r'), Gen.Const('\t')), 0, 5], Gen.Bool).Sample((file, around, windows) =>
        {
            var text = Armor.Write(file);
            return Armor.TryRead(around + (windows ? text.ReplaceLineEndings("\r\n") : text) + around, out var read) && read.AsSpan().SequenceEqual(file);
        });

    [Fact]
    public void A_changed_text_is_refused_or_another_file() => Gen.Select(Gen.Byte.Array[1, 300], Gen.Int[0, 1_000], Gen.Char[' ', '~']).Sample((file, at, other) =>
    {
        var text = Armor.Write(file).ToCharArray();
        if (text[at % text.Length] == other)
            return true;
        text[at % text.Length] = other;
        return !Armor.TryRead(new string(text), out var read) || !read.AsSpan().SequenceEqual(file) || at % text.Length == text.Length - 1; // a blank at the end
    });
}
