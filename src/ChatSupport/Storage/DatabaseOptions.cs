using System.ComponentModel.DataAnnotations;

namespace ChatSupport.Storage;

/// <summary>Settings under <c>ChatSupport:Database</c>. Wrong ones stop the start.</summary>
internal sealed class DatabaseOptions
{
    public const string Section = "ChatSupport:Database";

    /// <summary>Which database is used. Only <c>Sqlite</c> so far, which is the default.</summary>
    [AllowedValues("Sqlite", ErrorMessage = Section + ":Provider must be Sqlite, the only database this version knows. Set it to Sqlite or leave it out.")]
    public string Provider { get; init; } = "Sqlite";

    /// <summary>The database file; a relative path begins at the content root. Default <c>data/chatsupport.db</c>.</summary>
    [Required(ErrorMessage = Section + ":File is empty. Name the database file, for example data/chatsupport.db, or leave the setting out.")]
    public string File { get; init; } = "data/chatsupport.db";
}
