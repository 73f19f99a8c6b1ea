using System.ComponentModel.DataAnnotations;

namespace ChatSupport.Channels.DirectLine.Page;

/// <summary>Settings under <c>ChatSupport:WebChat</c>: the page at <c>/</c>. Wrong ones stop the start.</summary>
internal sealed class WebChatOptions : IValidatableObject
{
    public const string Section = "ChatSupport:WebChat";

    /// <summary>Name of the page in the tab, in the browser's history and on the home screen. Default <c>Notes</c>: it must tell nothing to who looks at the phone.</summary>
    [Required(ErrorMessage = Section + ":Title is empty. Give a harmless name, for example Notes.")]
    [StringLength(40, ErrorMessage = Section + ":Title is longer than 40 characters. Give a short, harmless name, for example Notes.")]
    public string Title { get; init; } = "Notes";

    /// <summary>The harmless site that "leave quickly" opens. Default <c>https://www.google.com/</c>: everybody has it open.</summary>
    [Required(ErrorMessage = Section + ":LeaveTo is empty. Give the address of a harmless site, for example https://www.google.com/.")]
    public string LeaveTo { get; init; } = "https://www.google.com/";

    /// <summary>Languages that the page's own words may come in, the usual one first. Default <c>km en</c>.</summary>
    [Required(ErrorMessage = Section + ":Languages is empty. Give tags with blanks between, the usual language first, for example: km en.")]
    [RegularExpression("[a-z]{2,3}( [a-z]{2,3})*", ErrorMessage = Section + ":Languages must be tags with one blank between, for example: km en.")]
    public string Languages { get; init; } = "km en";

    private static readonly string[] spoken = ["km", "en"]; // those that words.js has

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Languages.Split(' ').FirstOrDefault(language => !spoken.Contains(language, StringComparer.Ordinal)) is { } mute)
            yield return new ValidationResult($"{Section}:Languages names '{mute}', but the page has words of its own in {string.Join(" and ", spoken)} only. Write for example: km en.", [nameof(Languages)]);
        // Nothing else is harmless: a script address would run here, and plain http shows the way she took.
        if (!Uri.TryCreate(LeaveTo, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
            yield return new ValidationResult($"{Section}:LeaveTo must be the whole address of a site, beginning with https://, for example https://www.google.com/.");
    }
}
