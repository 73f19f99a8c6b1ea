using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace ChatSupport.Channels.DirectLine;

/// <summary>Settings under <c>ChatSupport:DirectLine</c>. Wrong ones stop the start.</summary>
internal sealed partial class DirectLineOptions : IValidatableObject
{
    public const string Section = "ChatSupport:DirectLine";

    /// <summary>The sites of partners, each with its own secret. Our own page needs none.</summary>
    public IReadOnlyList<DirectLineSite> Sites { get; init; } = [];

    /// <summary>How long a token is good for; it may be refreshed until then. Default 30 minutes.</summary>
    [Range(typeof(TimeSpan), "00:02:00", "1.00:00:00", ErrorMessage = Section + ":TokenLife must be between 2 minutes and 1 day, for example 00:30:00.")]
    public TimeSpan TokenLife { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a chat is kept after its last turn. Default 7 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00", ErrorMessage = Section + ":KeptFor must be between 1 hour and 30 days, for example 7.00:00:00.")]
    public TimeSpan KeptFor { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How many calls one address may make in a second, over time; three times as many at once. Default 100: many phones share an address.</summary>
    [Range(5, 100_000, ErrorMessage = Section + ":CallsPerAddress must be between 5 and 100000 a second, for example 100.")]
    public int CallsPerAddress { get; init; } = 100;

    /// <summary>How many chats one address may begin in an hour. Default 300.</summary>
    [Range(1, 1_000_000, ErrorMessage = Section + ":ChatsPerAddress must be between 1 and 1000000 an hour, for example 300.")]
    public int ChatsPerAddress { get; init; } = 300;

    /// <summary>How many pictures and recordings one address may send in an hour. Default 100.</summary>
    [Range(1, 1_000_000, ErrorMessage = Section + ":UploadsPerAddress must be between 1 and 1000000 an hour, for example 100.")]
    public int UploadsPerAddress { get; init; } = 100;

    /// <summary>How many open streams one address may hold. Default 200.</summary>
    [Range(1, 100_000, ErrorMessage = Section + ":StreamsPerAddress must be between 1 and 100000, for example 200.")]
    public int StreamsPerAddress { get; init; } = 200;

    /// <summary>How many megabytes of the disk pictures and recordings leave free. Default 500: words need room when it is scarce.</summary>
    [Range(0, 10_000_000, ErrorMessage = Section + ":SpareDisk must be between 0 and 10000000 megabytes, for example 500.")]
    public int SpareDisk { get; init; } = 500;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        for (var i = 0; i < Sites.Count; i++)
        {
            var (site, setting) = (Sites[i], $"{Section}:Sites:{i}");
            if (!NameForm().IsMatch(site.Name) || site.Name == DirectLineSite.Own)
                yield return new($"{setting}:Name must be 1 to 32 of a-z, 0-9 and -, and not '{DirectLineSite.Own}', for example partner-site.");
            if (!SecretForm().IsMatch(site.Secret))
                yield return new($"{setting}:Secret must be 32 to 256 of the characters A-Z a-z 0-9 . _ -. Make one, for example with: openssl rand -hex 32");
            if (site.Origins.Any(origin => !IsOrigin(origin)))
                yield return new($"{setting}:Origins must be addresses without a path, for example https://partner.example.");
        }
        if (Sites.Select(site => site.Name).Distinct(StringComparer.Ordinal).Count() < Sites.Count)
            yield return new($"{Section}:Sites has two sites of one name. Give each its own.");
        if (Sites.Select(site => site.Secret).Distinct(StringComparer.Ordinal).Count() < Sites.Count)
            yield return new($"{Section}:Sites has two sites with one secret. Give each its own.");
    }

    private static bool IsOrigin(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.GetLeftPart(UriPartial.Authority) == origin;

    [GeneratedRegex(@"^[a-z0-9-]{1,32}\z")]
    private static partial Regex NameForm();

    [GeneratedRegex(@"^[A-Za-z0-9._-]{32,256}\z")]
    private static partial Regex SecretForm();
}

/// <summary>One place from which workers chat.</summary>
internal sealed class DirectLineSite
{
    /// <summary>The name of our own page.</summary>
    public const string Own = "self";

    /// <summary>Short name, in tokens.</summary>
    public string Name { get; init; } = "";

    /// <summary>What the partner's server proves itself with. Never to be put into a page.</summary>
    public string Secret { get; init; } = "";

    /// <summary>Where pages of this site come from: <c>https://partner.example</c>.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];
}
