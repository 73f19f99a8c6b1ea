namespace ChatSupport.Places;

/// <summary>Numbers as they are dialled in Cambodia.</summary>
internal static class PhoneText
{
    /// <summary>A short number of 3 or 4 digits, one of 9 or 10 digits that begins with 0, or +855 and 8 or 9 digits. Blanks and hyphens are for the eye.</summary>
    public static bool IsDiallable(string text)
    {
        var digits = text.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        var isAbroad = digits.StartsWith("+855", StringComparison.Ordinal);
        if (isAbroad)
            digits = digits[4..];
        if (!digits.All(char.IsAsciiDigit))
            return false;
        if (isAbroad)
            return digits.Length is 8 or 9 && digits[0] != '0';
        return digits.Length is 3 or 4 ? digits[0] == '1' : digits.Length is 9 or 10 && digits[0] == '0';
    }
}
