namespace ChatSupport.Reports.Work;

/// <summary>Marks reports that came with many others at once: some of them may be made up to hide the others. Where they came from is kept nowhere, so it is the time that says it.</summary>
internal static class ManyAtOnce
{
    /// <summary>From how many on within <see cref="Within"/>.</summary>
    public const int Most = 30;

    /// <summary>How near to one another.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromMinutes(10);

    /// <summary>How many of these came with at least <see cref="Most"/> of them, themselves counted, within that time.</summary>
    public static int Count(IEnumerable<DateTimeOffset> came)
    {
        var times = came.Order().ToList();
        var marked = new bool[times.Count];
        for (var (first, last) = (0, 0); last < times.Count; last++)
        {
            while (times[last] - times[first] > Within)
                first++;
            if (last - first + 1 >= Most)
                Array.Fill(marked, true, first, last - first + 1);
        }
        return marked.Count(one => one);
    }
}
