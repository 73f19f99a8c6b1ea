using ChatSupport.Places;
using CsCheck;

namespace ChatSupport.Tests.Places;

public sealed class NamingACommune
{
    private static readonly CommuneNames Names = ShippedPlaces.Book.Communes;

    [Fact]
    public void Every_name_of_the_gazetteer_is_found_in_both_scripts()
    {
        Assert.Equal(35, Names.All.Count);
        foreach (var commune in Names.All)
        {
            Assert.Same(commune, Names.Find(commune.Code));
            foreach (var name in commune.Also.Append(commune.Name.In("km")).Append(commune.Name.In("en")))
                Assert.Equal(commune.Name.In("en"), Names.Find(name)?.Name.In("en"));
        }
    }

    [Theory]
    [InlineData("3", "180103")]
    [InlineData("៣", "180103")]
    [InlineData("sangkat 3", "180103")]
    [InlineData("Sangkat3", "180103")]
    [InlineData("សង្កាត់លេខ៣", "180103")]
    [InlineData("សង្កាត់ ៣", "180103")]
    [InlineData("លេខ ៣", "180103")]
    [InlineData("ខ្ញុំនៅសង្កាត់បី", "180103")]
    [InlineData("sangkat lek bei", "180103")]
    [InlineData("១៨០២០៧", "180207")]
    [InlineData("រាម", "180601")]
    [InlineData("ខ្ញុំនៅរាម", "180601")]
    [InlineData("ខ្ញុំធ្វើការនៅក្នុងស្រុកស្ទឹងហាវឥឡូវនេះ", "1803")]
    [InlineData("ស្រុកព្រៃនប់", "1802")]
    [InlineData("ឃុំព្រៃនប់", "180207")]
    [InlineData("ព្រៃនប់", "180207")]
    [InlineData("កោះរ៉ុងសន្លឹម", "180502")]
    [InlineData("I am in Prey Nob district", "1802")]
    [InlineData("near veal rinh", "180214")]
    [InlineData("KOH RONG", "180501")]
    [InlineData("kompong som", "1806")]
    [InlineData("sihanoukvill", "1801")]
    [InlineData("tuek l'ak", "180211")]
    public void Is_understood_as_people_write_it(string text, string code) => Assert.Equal(code, Names.Find(text)?.Code);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("99")]
    [InlineData("180199")]
    [InlineData("ភ្នំពេញ")]
    [InlineData("អរុណសួស្ដី")]
    [InlineData("I do not want to say")]
    [InlineData("Phnom Penh")]
    [InlineData("nob")]
    public void Is_not_guessed_where_nothing_fits(string? text) => Assert.Null(Names.Find(text));

    [Fact]
    public void Never_fails_whatever_is_typed() =>
        Gen.OneOf(Gen.String, Gen.Char['\u1780', '\u17F0'].Array[0, 40].Select(chars => new string(chars))).Sample(text => _ = Names.Find(text));
}
