using ChatSupport.Dialogs.Khmer;
using ChatSupport.Reports.Sealing.Receipts;
using CsCheck;

namespace ChatSupport.Tests.Reports.Sealing.Receipts;

public sealed class TypingAReceipt
{
    private const string Code = "12345678901234567890";

    [Theory]
    [InlineData("1234 5678 9012 3456 7890")]
    [InlineData("១២៣៤ ៥៦៧៨ ៩០១២ ៣៤៥៦ ៧៨៩០")]
    [InlineData(" 12-34–5678\u200B9012\u00A03456\n78—90 ")]
    [InlineData("១២៣៤5678៩០១២34567890")]
    public void Digits_of_either_kind_in_any_groups_are_taken(string typed)
    {
        Assert.True(ReceiptCode.TryParse(typed, out var code));
        Assert.Equal(("123456", "78901234567890"), (code.Locator, code.Secret));
        Assert.Equal("1234 5678 9012 3456 7890", code.Shown);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("1234567890123456789")]
    [InlineData("123456789012345678901")]
    [InlineData("1234 5678 9012 3456 789O")]
    [InlineData("1234.5678.9012.3456.7890")]
    [InlineData("١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩٠")] // digits that nobody here types
    public void Anything_else_is_none(string? typed) => Assert.False(ReceiptCode.TryParse(typed, out _));

    [Fact]
    public void What_is_longer_than_anybody_types_is_not_looked_at() => Assert.False(ReceiptCode.TryParse(Code + new string(' ', 100), out _));

    [Fact]
    public void A_new_one_is_read_as_it_is_shown_also_in_Khmer() => Gen.Int[0, 1].Sample(_ =>
    {
        var code = ReceiptCode.New();
        return ReceiptCode.TryParse(Digits.ToKhmer(code.Shown), out var read) && (read.Locator, read.Secret) == (code.Locator, code.Secret);
    });

    [Fact]
    public void By_mistake_it_is_not_printed() => Assert.DoesNotContain("1", $"{(ReceiptCode.TryParse(Code, out var code) ? code : null)}", StringComparison.Ordinal);
}
