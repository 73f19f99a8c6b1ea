using System.Globalization;
using System.Text;
using ChatSupport.Staff.Audit;
using ChatSupport.Storage;

namespace ChatSupport.Staff.Accounts;

/// <summary>Which names a new account may have.</summary>
internal sealed class NewNames(AccountRows accounts)
{
    public const int Longest = 60;

    /// <summary>What the audit log calls those who have no account: a person of that name could not be told from them.</summary>
    private static readonly string[] taken = [.. new[] { AuditNote.System, AuditNote.CommandLine, SigningIn.Nobody }.Select(AccountRows.Fold)];

    /// <summary>Why nobody can have this name, in plain words; null where somebody can.</summary>
    public string? Refuse(StoreSession session, string name) => Clean(name) switch
    {
        "" => "Write a name: it is what others on the staff see.",
        { Length: > Longest } => $"A name may have {Longest} characters at most.",
        var clean when clean.EnumerateRunes().Any(IsUnseen) => "The name holds characters that cannot be seen. Type it anew.",
        var clean when !clean.EnumerateRunes().Any(Rune.IsLetter) => "A name needs at least one letter.",
        var clean when taken.Contains(AccountRows.Fold(clean)) => $"The audit log uses '{clean}' for something else. Choose another name.",
        var clean when accounts.FindByName(session, clean) is not null => $"There is somebody called {clean} already. Choose another name.",
        _ => null,
    };

    /// <summary>A name as it is kept: one space where there are several, none around it, and without what a Khmer keyboard puts between words unseen.</summary>
    public static string Clean(string typed)
    {
        var clean = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes()) // half a letter becomes the sign for it, which is refused
        {
            if (!Rune.IsControl(rune) && Rune.IsWhiteSpace(rune))
                clean.Append(clean.Length == 0 || clean[^1] == ' ' ? "" : " ");
            else if (rune.Value is not (>= 0x200B and <= 0x200D or 0x2060 or 0xFEFF or 0x00AD))
                clean.Append(rune.ToString());
        }
        return clean.ToString().Trim();
    }

    private static bool IsUnseen(Rune rune) => rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
