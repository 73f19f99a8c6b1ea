namespace ChatSupport.Dialogs.Writing;

/// <summary>The comments of a file, which no edit may lose.</summary>
internal static class Comments
{
    /// <summary>Every comment with its <c>#</c>, sorted.</summary>
    public static IReadOnlyList<string> Of(FileText file, Piece root)
    {
        var comments = new List<string>();
        var at = 0;
        foreach (var scalar in Scalars(root))
        {
            at = Collect(file, at, scalar.Begin, comments);
            if (scalar.IsLiteral)
                Collect(file, scalar.Begin, file.LineEnd(scalar.Begin), comments);
            at = Math.Max(at, scalar.End);
        }

        Collect(file, at, file.Length, comments);
        comments.Sort(StringComparer.Ordinal);
        return comments;
    }

    /// <summary>Whether the sorted comments after an edit are those before, some of which may be gone.</summary>
    public static bool IsWithin(IReadOnlyList<string> after, IReadOnlyList<string> before)
    {
        var at = 0;
        foreach (var comment in after)
        {
            while (at < before.Count && before[at] != comment)
                at++;
            if (at++ >= before.Count)
                return false;
        }

        return true;
    }

    private static int Collect(FileText file, int begin, int end, List<string> comments)
    {
        for (var at = begin; at < end; at++)
        {
            if (file[at] != '#')
                continue;

            comments.Add(file.Text[at..file.LineEnd(at)].TrimEnd());
            at = file.LineEnd(at);
        }

        return Math.Max(begin, end);
    }

    private static IEnumerable<Piece> Scalars(Piece node)
    {
        if (node.Kind == TreeKind.Scalar)
            yield return node;
        foreach (var (key, value) in node.Children)
        {
            foreach (var scalar in key is null ? Scalars(value) : Scalars(key).Concat(Scalars(value)))
                yield return scalar;
        }
    }
}
