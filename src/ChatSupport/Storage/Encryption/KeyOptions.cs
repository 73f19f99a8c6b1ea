using System.ComponentModel.DataAnnotations;

namespace ChatSupport.Storage.Encryption;

/// <summary>Settings under <c>ChatSupport:Keys</c>. Wrong ones stop the start.</summary>
internal sealed class KeyOptions
{
    public const string Section = "ChatSupport:Keys";

    /// <summary>The folder of the key files, readable by the program alone; a relative path begins at the content root. Default <c>data/keys</c>.
    /// Where the service manager hands over credentials (<c>CREDENTIALS_DIRECTORY</c>) with these names, they are used instead.</summary>
    [Required(ErrorMessage = Section + ":Folder is empty. Name the folder of the key files, for example data/keys, or leave the setting out.")]
    public string Folder { get; init; } = "data/keys";
}
