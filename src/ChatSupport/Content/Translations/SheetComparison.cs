using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Writing;

namespace ChatSupport.Content.Translations;

/// <summary>Compares what came back with what was exported and with the content as it is now: who stands where, what is lost, what is whose, what changed.</summary>
internal sealed class SheetComparison
{
    private const string ExportAgain = "Export the texts again, and take the translations over into that file.";
    private const int MostSimilar = 50;
    private const int Shown = 40;

    private readonly SheetFile file;
    private readonly string language;
    private readonly Dictionary<string, TranslationRow> rows;
    private readonly Dictionary<string, (Exported Was, int At)> exported = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> bySource = new(StringComparer.Ordinal);
    private readonly ILookup<string, Exported> byTarget;
    private readonly Dictionary<string, SheetLine> lines = new(StringComparer.Ordinal);
    private readonly HashSet<string> left = new(StringComparer.Ordinal); // the texts that no longer stand where they stood
    private readonly List<TranslationProblem> problems = [];
    private readonly List<(SheetLine Line, TranslationEdit Edit)> edits = [];

    private SheetComparison(SheetFile file, TranslationSheet now)
    {
        this.file = file;
        language = now.TargetLanguage;
        rows = now.Rows.ToDictionary(row => row.Id, StringComparer.Ordinal);
        foreach (var was in file.Exported ?? [.. now.Rows.Select(Exported.Of)])
        {
            exported.TryAdd(was.Id, (was, exported.Count));
            bySource.TryAdd(was.Source, was.Id);
        }

        byTarget = exported.Values.Select(one => one.Was).Where(was => rows.ContainsKey(was.Id)).ToLookup(was => was.Target, StringComparer.Ordinal);
    }

    /// <summary>All problems, and what would be changed by the lines that are where they belong.</summary>
    /// <param name="file">What came back.</param>
    /// <param name="now">The content as it is.</param>
    public static (IReadOnlyList<TranslationProblem> Problems, IReadOnlyList<(SheetLine Line, TranslationEdit Edit)> Edits) Of(SheetFile file, TranslationSheet now)
    {
        var comparison = new SheetComparison(file, now);
        comparison.FindPlaces();
        comparison.FindLost();
        comparison.FindLeft();
        foreach (var line in comparison.lines.Values)
            comparison.Compare(line);
        return (comparison.problems, comparison.edits);
    }

    private void Find(SheetLine line, string found, string mend) => problems.Add(new(line.Id.Length == 0 ? line.Where : $"{line.Where} ({Short(line.Id)})", found, mend));

    /// <summary>Which line is which text, and whether they stand in the order in which they were exported.</summary>
    private void FindPlaces()
    {
        var (last, lastLine, isInOrder) = (-1, (SheetLine?)null, true);
        foreach (var line in file.Lines)
        {
            if (line.Id.Length == 0)
            {
                Find(line, "There is no id, so nobody knows which text this is.", "Put the id back as it was exported, or delete the row if you added it.");
            }
            else if (!exported.TryGetValue(line.Id, out var was))
            {
                FindUnknown(line);
            }
            else if (!lines.TryAdd(line.Id, line))
            {
                Find(line, $"The id stands twice: also at {Lower(lines[line.Id].Where)}.", "Put the right id back, or delete the copy.");
            }
            else if (was.At < last && isInOrder)
            {
                isInOrder = false;
                Find(line, $"It stands behind '{Short(lastLine!.Id)}', but was exported before it: the rows were reordered.", "Sort the rows by the column 'no', all columns together; in XLIFF, put the texts back into their order.");
            }
            else
            {
                (last, lastLine) = (was.At, line);
            }
        }
    }

    private void FindUnknown(SheetLine line)
    {
        var near = problems.Count < MostSimilar ? Similar.To(Short(line.Id), rows.Keys) : null;
        Find(line, rows.ContainsKey(line.Id) ? "This text was not exported into this file." : "There is no text with this id.",
            near is null ? "Put the id back as it was exported, or delete the row if you added it." : $"Did you mean '{near}'?");
    }

    private void FindLost()
    {
        if (file.Exported is null)
        {
            problems.Add(new("The file", $"The list of what was exported is gone (the hidden sheet '{XlsxWriting.ExportedSheet}', in XLIFF the skeletons), so nobody can tell whether something is lost.", ExportAgain));
            return;
        }

        problems.AddRange(exported.Values.Where(one => !lines.ContainsKey(one.Was.Id)).Select(one =>
            new TranslationProblem($"The text '{Short(one.Was.Id)}'", "It was exported, but is not here: its row is lost.", "Put the row back, without a translation where there is none yet, or export the texts again.")));
    }

    private void FindLeft() => left.UnionWith(lines.Values
        .Where(line => rows.ContainsKey(line.Id) && line.Target is not null && Exported.MarkOf(line.Target) != exported[line.Id].Was.Target).Select(line => line.Id));

    private void Compare(SheetLine line)
    {
        var was = exported[line.Id].Was;
        if (!rows.TryGetValue(line.Id, out var row))
        {
            Find(line, "This text is no longer in the content.", ExportAgain);
            return;
        }

        var isItself = IsItsSource(line, was, row);
        if (line.Target is null || !isItself || Exported.MarkOf(line.Target) is var mark && mark == was.Target)
            return;
        if (line.Target.Length == 0)
        {
            Find(line, "The translation is empty, but there was one.", "Put it back. What is no longer needed is taken away in the dialog itself.");
            return;
        }

        var now = Exported.MarkOf(row.Target);
        if (mark == now)
            return;
        if (byTarget[mark].FirstOrDefault(other => other.Id != line.Id && left.Contains(other.Id)) is { } whose)
        {
            Find(line, $"The translation is that of '{whose.Id}': translations were mixed up.", "Put each translation back beside its source. If it is meant, import the other text first and this one afterwards.");
            return;
        }

        if (now != was.Target)
            Find(line, $"Somebody else changed this translation after the export, to '{Quote(row.Target)}'.", ExportAgain);
        foreach (var (found, mend) in TargetRules.Find(row, line.Target, language))
            Find(line, found, mend);
        if (!row.Place.IsWords || TargetRules.EmptyLine(line.Target) is null) // it could not be written, which is said already
            edits.Add((line, new TranslationEdit(row.Path, new DialogEdit.SetAt(row.Place, language, line.Target))));
    }

    /// <summary>False where the source is that of another text, and whose translation this is cannot be told.</summary>
    private bool IsItsSource(SheetLine line, Exported was, TranslationRow row)
    {
        if (line.Source is null)
            return true;

        var (mark, now) = (Exported.MarkOf(line.Source), Exported.MarkOf(row.Source));
        if (mark != was.Source && line.Source.Length > 0 && bySource.TryGetValue(mark, out var whose))
        {
            Find(line, $"The source is that of '{whose}': rows were mixed up.", "Put id, source and translation of each text back into one row.");
            return false;
        }

        if (mark != was.Source)
            Find(line, $"The source is '{Quote(line.Source)}', which is not what was exported{(now == was.Source ? $": '{Quote(row.Source)}'" : "")}.", "Put it back as it was. If the source is wrong, tell an editor.");
        else if (now != was.Source)
            Find(line, $"The source changed after the export, to '{Quote(row.Source)}'.", ExportAgain);
        return true;
    }

    private static string Lower(string where) => where.Length == 0 ? where : char.ToLowerInvariant(where[0]) + where[1..];

    private static string Short(string id) => Clusters.Cut(id.Length > 200 ? id[..200] : id, 120);

    private static string Quote(string text) => Clusters.Cut((text.Length > 400 ? text[..400] : text).ReplaceLineEndings(" "), Shown);
}
