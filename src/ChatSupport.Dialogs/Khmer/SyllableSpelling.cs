using System.Buffers;

namespace ChatSupport.Dialogs.Khmer;

/// <summary>Brings the spellings of one syllable that look the same to one.</summary>
internal static class SyllableSpelling
{
    private const char VowelAa = '\u17B6';
    private const char VowelIi = '\u17B8';
    private const char VowelU = '\u17BB';
    private const char VowelOe = '\u17BE';
    private const char VowelYa = '\u17BF';
    private const char VowelE = '\u17C1';
    private const char VowelOo = '\u17C4';
    private const char Nikahit = '\u17C6';

    private static readonly SearchValues<char> FirstSeries = SearchValues.Create(
        "\u1780\u1781\u1782\u1783\u1785\u1786\u1787\u1788\u178A\u178B\u178C\u178D\u178F\u1790\u1791\u1792\u1795\u1796\u1797\u179E\u179F\u17A0\u17A2");

    /// <summary>Rewrites a run that is in canonical order, in place, until no rule applies.</summary>
    /// <param name="run">A base with its signs.</param>
    /// <returns>How many characters of the run are left.</returns>
    public static int Fold(Span<char> run)
    {
        var length = FoldSubscripts(run);
        while (JoinVowels(run, ref length) || RaiseU(run, ref length))
        {
        }

        return length;
    }

    /// <summary>One coeng for several, and TA for DA; then drops signs that stand twice.</summary>
    private static int FoldSubscripts(Span<char> run)
    {
        var to = 1;
        for (var i = 1; i < run.Length; i++)
        {
            var c = run[i];
            var before = run[to - 1];
            if (c == before && c is >= '\u17B6' and <= Signs.Coeng)
                continue;
            run[to++] = c == Signs.Da && before == Signs.Coeng ? Signs.Ta : c;
        }

        return to;
    }

    /// <summary>One step: a vowel typed in two parts becomes the one it looks like. A mark between the parts is kept.</summary>
    private static bool JoinVowels(Span<char> run, ref int length)
    {
        for (var i = 1; i < length - 1; i++)
        {
            if (run[i] == VowelOe && run[i + 1] == VowelAa)
            {
                run[i] = VowelOo;
                run[i + 1] = VowelIi;
                return DropRepeats(run, ref length);
            }

            if (run[i] != VowelE)
                continue;

            var second = run[i + 1] is >= VowelU and <= '\u17BD' && i + 2 < length ? i + 2 : i + 1;
            if (run[second] is not (VowelIi or VowelAa))
                continue;

            run[i] = run[second] == VowelIi ? VowelOe : VowelOo;
            run[(second + 1)..length].CopyTo(run[second..]);
            length--;
            return DropRepeats(run, ref length);
        }

        return false;
    }

    /// <summary>One step: ុ beside an upper vowel is drawn exactly like the shifter that slipped below, so it is that shifter.</summary>
    private static bool RaiseU(Span<char> run, ref int length)
    {
        for (var i = 1; i < length; i++)
        {
            if (run[i] != VowelU || !IsUpper(run[..length], i))
                continue;

            var at = 1;
            while (at < i && Signs.Of(run[at]) <= Sign.Shifter)
                at++;
            run[at..i].CopyTo(run[(at + 1)..]);
            run[at] = IsStrong(run[..at]) ? '\u17CA' : '\u17C9';
            return DropRepeats(run, ref length);
        }

        return false;
    }

    private static bool IsUpper(ReadOnlySpan<char> run, int u)
    {
        if (run[u - 1] is VowelOe or VowelYa)
            return true;
        if (u + 1 == run.Length)
            return false;
        return run[u + 1] is (>= '\u17B7' and <= '\u17BA') or '\u17DD' or '\u17D0'
            || (run[u + 1] == VowelAa && u + 2 < run.Length && run[u + 2] == Nikahit);
    }

    /// <summary>A consonant of the first series and no BA: its shifter is the triisap.</summary>
    private static bool IsStrong(ReadOnlySpan<char> letters) =>
        !letters.Contains(Signs.Ba) && letters.ContainsAny(FirstSeries);

    private static bool DropRepeats(Span<char> run, ref int length)
    {
        length = FoldSubscripts(run[..length]);
        return true;
    }
}
