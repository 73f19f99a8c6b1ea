namespace ChatSupport.Dialogs.Writing;

/// <summary>How the author of a file lays it out.</summary>
internal sealed class Manners
{
    private const int UsualStep = 2;
    private readonly FileText file;

    /// <summary>Learns from a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="root">Its nodes.</param>
    /// <param name="quoteAll">Write every new text in double quotes: the second attempt, where the smallest form was read as something else.</param>
    public Manners(FileText file, Piece root, bool quoteAll)
    {
        this.file = file;
        QuoteAll = quoteAll;
        Step = Steps(root, TreeKind.Map).FirstOrDefault(step => step > 0, UsualStep);
        ListStep = Steps(root, TreeKind.List).FirstOrDefault(step => step >= 0, UsualStep);
    }

    public bool QuoteAll { get; }

    public string NewLine => file.NewLine;

    /// <summary>How much further in a value stands than its name.</summary>
    public int Step { get; }

    /// <summary>How much further in the dashes of a list stand than its name; some write 0.</summary>
    public int ListStep { get; }

    /// <summary>What stands between a brace or bracket and what is inside.</summary>
    public string Padding(Piece? like, bool isMap)
    {
        if (like is { Children.Count: > 0 })
            return file[like.Begin + 1] == ' ' ? " " : "";

        return isMap ? " " : "";
    }

    private IEnumerable<int> Steps(Piece node, TreeKind kind)
    {
        foreach (var (key, value) in node.Children)
        {
            if (key is not null && value.Kind == kind && !value.IsFlow && !node.IsFlow)
                yield return file.Column(value.Begin) - file.Column(key.Begin);
            foreach (var step in Steps(value, kind))
                yield return step;
        }
    }
}
