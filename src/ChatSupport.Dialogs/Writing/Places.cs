namespace ChatSupport.Dialogs.Writing;

/// <summary>Texts that change places.</summary>
internal static class Places
{
    /// <summary>What stands in each place after one text was moved; the places stay.</summary>
    public static IEnumerable<Splice> Moved(FileText file, int from, int to, Func<int, (int Begin, int End)> place)
    {
        var step = Math.Sign(to - from);
        for (var at = from; at != to; at += step)
            yield return Put(place(at), place(at + step));
        yield return Put(place(to), place(from));

        Splice Put((int Begin, int End) here, (int Begin, int End) what) => new(here.Begin, here.End, file.Text[what.Begin..what.End]);
    }
}
