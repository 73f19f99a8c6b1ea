using System.ComponentModel.DataAnnotations;

namespace ChatSupport.Content;

/// <summary>Settings under <c>ChatSupport:Content</c>. Wrong ones stop the start.</summary>
internal sealed class ContentOptions
{
    public const string Section = "ChatSupport:Content";

    /// <summary>The folder that staff edit, published at the start where it is good; a relative path begins at the content root. Default <c>dialogs</c>.</summary>
    [Required(ErrorMessage = Section + ":Folder is empty. Name the folder that holds home.yaml, for example dialogs, or leave the setting out.")]
    public string Folder { get; init; } = ContentFolder.UsualName;

    /// <summary>Whether whoever publishes in the console must be somebody else than who changed the drafts. Default false.</summary>
    public bool TwoToPublish { get; init; }

    /// <summary>The whole path of the folder.</summary>
    public string FolderIn(IHostEnvironment environment) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(Folder, environment.ContentRootPath));
}
