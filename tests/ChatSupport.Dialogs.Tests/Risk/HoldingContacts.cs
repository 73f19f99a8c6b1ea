using ChatSupport.Dialogs.Risk;
using ChatSupport.Dialogs.Tests.Khmer;
using CsCheck;

namespace ChatSupport.Dialogs.Tests.Risk;

public sealed class HoldingContacts
{
    [Theory]
    [InlineData("call 012 345 678 now", "012 345 678")]
    [InlineData("012345678", "012345678")]
    [InlineData("097 123 4567", "097 123 4567")]
    [InlineData("+855 12 345 678", "+855 12 345 678")]
    [InlineData("+85512345678!", "+85512345678")]
    [InlineData("00855 12 345 678", "00855 12 345 678")]
    [InlineData("855 12 345 678", "855 12 345 678")]
    [InlineData("(012) 345-678", "012) 345-678")]
    [InlineData("0 1 2 - 3 4 5 - 6 7 8", "0 1 2 - 3 4 5 - 6 7 8")]
    [InlineData("0.1.2.3.4.5.6.7.8", "0.1.2.3.4.5.6.7.8")]
    [InlineData("012/345/678", "012/345/678")]
    [InlineData("លេខខ្ញុំ០១២៣៤៥៦៧៨ណា", "០១២៣៤៥៦៧៨")]
    [InlineData("០១២ ៣៤៥ ៦៧៨", "០១២ ៣៤៥ ៦៧៨")]
    [InlineData("01\u200B23\u200C45\u200D678", "01\u200B23\u200C45\u200D678")]
    [InlineData("0\uFE0F\u20E31\uFE0F\u20E32\uFE0F\u20E3345678", "0\uFE0F\u20E31\uFE0F\u20E32\uFE0F\u20E3345678")]
    [InlineData("o12 345 678", "o12 345 678")]
    [InlineData("O1O345678", "O1O345678")]
    [InlineData("０１２３４５６７８", "０１２３４５６７８")]
    [InlineData("𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖")]
    [InlineData("12 345 678", "12 345 678")]
    [InlineData("call me at 22:30 on 012345678", "012345678")]
    [InlineData("012345678$", "012345678")]
    [InlineData("$ 012345678", "012345678")]
    [InlineData("012 117 119", "012 117 119")]
    [InlineData("012\n345\n678", "012\n345\n678")]
    [InlineData("5$ ហើយតេមក 098-765-432", "098-765-432")]
    public void A_telephone_number_is_found_however_it_is_parted(string said, string number) =>
        Assert.Equal([(ContactKind.Telephone, number)], Found(said));

    [Theory]
    [InlineData("10000៛")]
    [InlineData("10 000 ៛")]
    [InlineData("25,000 riel")]
    [InlineData("12,500,000 riel")]
    [InlineData("12500000៛")]
    [InlineData("១២៥០០០០០ រៀល")]
    [InlineData("១.២៥០.០០០៛")]
    [InlineData("12.250.000")]
    [InlineData("$100")]
    [InlineData("100$ 200$ 300$ 400$")]
    [InlineData("usd 1500.50")]
    [InlineData("10000 20000 30000")]
    [InlineData("10 000 - 25 000")]
    [InlineData("22:30")]
    [InlineData("22:30 23:30 01:00")]
    [InlineData("07:30-11:30, 14:00-17:00")]
    [InlineData("07.30-11.30")]
    [InlineData("2026-11-24")]
    [InlineData("24/11/2026")]
    [InlineData("24.11.2026 22:30")]
    [InlineData("24/11/2026 - 30/11/2026")]
    [InlineData("ថ្ងៃទី ២៤/១១/២០២៦")]
    [InlineData("2025 2026")]
    [InlineData("117")]
    [InlineData("117, 119, 1280, 1288")]
    [InlineData("117 119 1280 1288")]
    [InlineData("call ១២៨០ or ១១៧")]
    [InlineData("1, 2, 3, 4, 5, 6, 7, 8")]
    [InlineData("អាយុ ២៥ ម៉ោង ៨ បន្ទប់ ១២")]
    [InlineData("1234567")]
    [InlineData("we meet @ home")]
    [InlineData("3 @ 5")]
    [InlineData("please help.me now")]
    [InlineData("ok.thanks.bye")]
    [InlineData("art. 137 of the law 1997")]
    [InlineData("10.627, 103.522")]
    [InlineData("yes/no")]
    [InlineData("")]
    public void Prices_times_dates_and_public_numbers_are_no_contact(string said) => Assert.Empty(Found(said));

    [Theory]
    [InlineData("write @sokha_99 please", ContactKind.Handle, "@sokha_99")]
    [InlineData("តាម @so\u200Bkha", ContactKind.Handle, "@so\u200Bkha")]
    [InlineData("＠sokha", ContactKind.Handle, "＠sokha")]
    [InlineData("fb: Sokha Chan", ContactKind.Handle, "fb: Sokha")]
    [InlineData("Facebook/sokha.chan", ContactKind.Handle, "Facebook/sokha.chan")]
    [InlineData("zalo: 0912", ContactKind.Handle, "zalo: 0912")]
    [InlineData("t.me/sokha", ContactKind.Messenger, "t.me/sokha")]
    [InlineData("https://t.me/+AbC_d", ContactKind.Messenger, "https://t.me/+AbC_d")]
    [InlineData("t . me / sokha", ContactKind.Messenger, "t . me / sokha")]
    [InlineData("telegram.me/sokha.", ContactKind.Messenger, "telegram.me/sokha")]
    [InlineData("wa.me/85512345678", ContactKind.Messenger, "wa.me/85512345678")]
    [InlineData("m.me/sokha", ContactKind.Messenger, "m.me/sokha")]
    [InlineData("www.facebook.com/sokha?x=1", ContactKind.Messenger, "www.facebook.com/sokha?x=1")]
    [InlineData("fb.com/sokha", ContactKind.Messenger, "fb.com/sokha")]
    [InlineData("line.me/ti/p/abc", ContactKind.Messenger, "line.me/ti/p/abc")]
    [InlineData("zalo.me/0912345678", ContactKind.Messenger, "zalo.me/0912345678")]
    [InlineData("tg://resolve?domain=sokha", ContactKind.Messenger, "tg://resolve?domain=sokha")]
    [InlineData("មើលhttps://example.org/aនៅ", ContactKind.Link, "https://example.org/a")]
    [InlineData("example.com", ContactKind.Link, "example.com")]
    [InlineData("bit.ly/abc", ContactKind.Link, "bit.ly/abc")]
    [InlineData("(www.example.org)", ContactKind.Link, "www.example.org")]
    [InlineData("Sokha.Chan@gmail.com", ContactKind.Email, "Sokha.Chan@gmail.com")]
    [InlineData("sokha (at) gmail (dot) com", ContactKind.Email, "sokha (at) gmail (dot) com")]
    [InlineData("sokha@ gmail.com", ContactKind.Email, "sokha@ gmail.com")]
    public void Names_links_and_addresses_are_found(string said, ContactKind kind, string place) =>
        Assert.Equal([(kind, place)], Found(said));

    [Fact]
    public void Each_number_of_several_is_found() =>
        Assert.Equal(["012345678", "098765432", "+85597123456"], Found("012345678 098765432 +85597123456").Select(hit => hit.Place));

    [Fact]
    public void What_stands_beside_it_and_how_it_is_parted_hides_no_number()
    {
        var digits = Gen.Char['0', '9'].Array[8, 9].Select(all => "0" + new string(all));
        var gap = Gen.OneOf("", " ", ".", "-", " - ", "\u200B", "\u200C", "/", "_");
        Gen.Select(digits, gap, Gen.Int[1, 4], Gen.Bool, Gen.OneOf("", "ខ្ញុំ ", "tel:", "😀", "(", "call ")).Sample((number, between, each, khmer, before) =>
        {
            var parted = string.Join(between, number.Chunk(each).Select(part => new string(part)));
            var said = before + (khmer ? Dialogs.Khmer.Digits.ToKhmer(parted) : parted);
            return IsDateOrTime(parted) || Found(said).Any(hit => hit.Kind == ContactKind.Telephone && said.IndexOf(hit.Place, StringComparison.Ordinal) >= before.Length);
        });
    }

    [Fact]
    public void Any_text_is_looked_through_and_what_is_found_is_a_part_of_it() => Gen.OneOf(
        KhmerTexts.Any, Gen.OneOf("012", "345 678", "+855", "@", "@sokha", "t.me/", "https://", "x.com", "៛", "$", "២២:៣០", "2026-11-24", "\u200B", "\uD835", "𝟎", "o", ".", "-", "/", ",")).Array[0, 12].Select(string.Concat).Sample(said =>
    {
        var end = 0;
        foreach (var hit in ContactWords.Find(said))
        {
            Assert.InRange(hit.Start, end, said.Length - 1);
            Assert.InRange(hit.Length, 3, said.Length - hit.Start);
            end = hit.Start + hit.Length;
            Assert.False(char.IsLowSurrogate(said[hit.Start]) && hit.Start > 0 && char.IsHighSurrogate(said[hit.Start - 1]), "A find cuts a sign in two.");
        }
    });

    [Fact]
    public void The_longest_text_is_looked_through()
    {
        foreach (var nearly in new[] { "0 1", "1 ", "@", "a.", "@a.", "t.me/", "12,", "a@a", "http", "www.", "+", "១", "24/11/" })
            Assert.InRange(ContactWords.Find(string.Concat(Enumerable.Repeat(nearly, 200_000 / nearly.Length))).Count, 0, 200_000);
    }

    /// <summary>Digits that are parted as a day or an hour is are taken for one.</summary>
    private static bool IsDateOrTime(string parted) => parted.Split('-', '/', '.') is { Length: 2 or 3 or 4 } parts && parts.All(part => part.Length is 1 or 2 or 4);

    private static IEnumerable<(ContactKind Kind, string Place)> Found(string said) => ContactWords.Find(said).Select(hit => (hit.Kind, said.Substring(hit.Start, hit.Length)));
}
