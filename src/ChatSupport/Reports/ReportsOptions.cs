using System.ComponentModel.DataAnnotations;

namespace ChatSupport.Reports;

/// <summary>Settings under <c>ChatSupport:Reports</c>. Wrong ones stop the start.</summary>
internal sealed class ReportsOptions
{
    public const string Section = "ChatSupport:Reports";

    /// <summary>The public half of the root key, as <c>chatsupport reports keys init</c> printed it. Empty: no reports are taken.</summary>
    [IsRootKey(ErrorMessage = Section + ":RootKey is not the public half of a root key, or has a slip. Copy it from where 'chatsupport reports keys init' printed it: it begins with reports-root1.")]
    public string RootKey { get; init; } = "";

    /// <summary>The signed list of those who can open reports; a relative path begins at the content root. Default <c>data/readers.txt</c>.</summary>
    [Required(ErrorMessage = Section + ":Readers is empty. Name the signed list of readers, for example data/readers.txt, or leave the setting out.")]
    public string Readers { get; init; } = "data/readers.txt";

    [AttributeUsage(AttributeTargets.Property)]
    private sealed class IsRootKeyAttribute : ValidationAttribute
    {
        public override bool IsValid(object? value) => value is "" || Sealing.Readers.RootKey.TryParse(value as string, out _);
    }
}
