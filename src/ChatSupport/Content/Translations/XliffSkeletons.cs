namespace ChatSupport.Content.Translations;

/// <summary>What was exported, as the skeletons of an XLIFF file say it: each names all files, and the texts of its own.</summary>
internal sealed class XliffSkeletons
{
    private const int Parts = 3;

    private readonly Dictionary<string, IReadOnlyList<Exported>?> files = new(StringComparer.Ordinal);
    private string[] names = [];
    private string path = "";

    /// <summary>A file of the XLIFF file begins.</summary>
    public void Begin(string file)
    {
        path = file;
        files.TryAdd(file, null);
    }

    /// <summary>Its skeleton.</summary>
    public void Read(string skeleton)
    {
        var words = skeleton.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var units = Array.IndexOf(words, "units");
        if (words is not ["files", ..] || units < 0 || (words.Length - units - 1) % Parts != 0)
            return;

        names = [.. words[1..units].Select(XliffNames.AddressOf)];
        files[path] = [.. words[(units + 1)..].Chunk(Parts).Select(unit => new Exported($"{path} {XliffNames.AddressOf(unit[0])}", unit[1], unit[2]))];
    }

    /// <summary>All of it in order; null where a skeleton is gone.</summary>
    /// <param name="problems">Receives the files that are gone as a whole.</param>
    public IReadOnlyList<Exported>? Exported(List<TranslationProblem> problems)
    {
        if (files.Values.Any(units => units is null) || names.Length == 0)
            return null;

        problems.AddRange(names.Where(name => !files.ContainsKey(name)).Take(SheetFile.MostLines).Select(name =>
            new TranslationProblem("The file", $"The texts of {name} were exported, but none of them is here.", "Put the <file> element back, or export the texts again.")));
        return [.. names.Concat(files.Keys.Except(names, StringComparer.Ordinal)).SelectMany(name => files.GetValueOrDefault(name) ?? [])];
    }
}
