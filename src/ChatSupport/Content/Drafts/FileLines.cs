using System.Text;
using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Content.Drafts;

/// <summary>What differs in a file that holds no screens, such as those of the places: line by line.</summary>
internal static class FileLines
{
    /// <summary>Where such files are edited.</summary>
    public const string Directory = "/console/places";

    private const string Content = "/console/content";
    private const int MostLines = 400;

    /// <summary>Whether it is a file of the places.</summary>
    public static bool IsOfPlaces(string path) => path.StartsWith("places/", StringComparison.Ordinal);

    /// <summary>Whether no screen shows what changes in it, so that its lines must.</summary>
    public static bool HasNoScreens(string path) => IsOfPlaces(path) || path == RiskFile.Path;

    /// <summary>The page on which a file is edited; of what is only edited by hand, the list of the content.</summary>
    public static string PageOf(string path) => IsOfPlaces(path) ? Directory : path == RiskFile.Path ? Content : $"{Content}/{Path.ChangeExtension(path, null)}";

    /// <summary>The lines that went and came, each run of them in its place, at most a few hundred.</summary>
    public static IReadOnlyList<LineChange> Between(ContentFile? before, ContentFile? after)
    {
        var (old, now) = (Lines(before), Lines(after));
        var changes = new List<LineChange>();
        var (i, j) = (0, 0);
        while ((i < old.Length || j < now.Length) && changes.Count < MostLines)
        {
            if (i < old.Length && j < now.Length && old[i] == now[j])
            {
                (i, j) = (i + 1, j + 1);
                continue;
            }

            var (gone, come) = NextSame(old, now, i, j);
            changes.AddRange(old[i..(i + gone)].Select(line => new LineChange(line, null)));
            changes.AddRange(now[j..(j + come)].Select(line => new LineChange(null, line)));
            (i, j) = (i + gone, j + come);
        }

        return changes;
    }

    /// <summary>How many lines go and come until both say the same again, the fewest together.</summary>
    private static (int Gone, int Come) NextSame(string[] old, string[] now, int i, int j)
    {
        for (var steps = 1; steps <= MostLines; steps++)
        {
            for (var gone = 0; gone <= steps; gone++)
            {
                if (i + gone < old.Length && j + steps - gone < now.Length && old[i + gone] == now[j + steps - gone] && old[i + gone].Length > 0)
                    return (gone, steps - gone);
            }
        }

        return (old.Length - i, now.Length - j);
    }

    private static string[] Lines(ContentFile? file) => file is null ? [] : Encoding.UTF8.GetString(file.Bytes.Span).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}
