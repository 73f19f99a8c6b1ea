using System.Globalization;

namespace ChatSupport.Dialogs.Reading;

/// <summary>Lifts the nodes of a file that an older version of this program wrote, one format at a time. Places stay as they are in the file.</summary>
public static class Migrations
{
    /// <summary>The format that this program reads and writes.</summary>
    public const int Newest = 1;

    /// <summary>From format n, at index n, to format n + 1.</summary>
    private static readonly IReadOnlyList<Func<YamlMap, YamlMap>> Steps = [SayBecomesText];

    /// <summary>Brings a file to <see cref="Newest"/>.</summary>
    /// <param name="root">The names at the top of the file.</param>
    /// <param name="issues">Receives a hint for an older format, an error for a newer or unreadable one.</param>
    /// <returns>The nodes in the newest format; null where the file is newer than the program.</returns>
    public static YamlMap? Lift(YamlMap root, ICollection<DialogIssue> issues)
    {
        if (new YamlFields(root, issues).Text("format", required: true) is not { } text)
            return root;

        if (!int.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var format))
        {
            issues.Add(ShapeRules.Unreadable.At(text.Mark, $"'format' is '{text.Value}', but a whole number is expected.", $"Write 'format: {Newest}'."));
            return root;
        }

        if (format > Newest)
        {
            issues.Add(ShapeRules.NewerFormat.At(text.Mark, $"The file is written in format {format}, but this program knows formats up to {Newest}.",
                "Use a newer version of the program."));
            return null;
        }

        if (format < Newest)
        {
            issues.Add(ShapeRules.OlderFormat.At(text.Mark, $"The file is written in format {format} and was read as format {Newest}.",
                "Nothing needs to be done; dialogs/README.md says what changed."));
        }

        return Steps.Skip(format).Aggregate(root, (lifted, step) => step(lifted));
    }

    /// <summary>Format 0 wrote <c>say:</c> on a screen where format 1 writes <c>text:</c>.</summary>
    private static YamlMap SayBecomesText(YamlMap root) => root.Replace("screens", screens =>
        screens is YamlMap named ? named.ReplaceAll(screen => screen is YamlMap map ? map.Rename("say", "text") : screen) : screens);
}
