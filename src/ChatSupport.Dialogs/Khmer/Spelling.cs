namespace ChatSupport.Dialogs.Khmer;

/// <summary>One unit of spelling: a letter, a subscript with its coeng, a shifter, a vowel or another sign.</summary>
/// <param name="Letter">The character; of a subscript the consonant.</param>
/// <param name="Sign">What it does: Base (also for everything outside Khmer), Coeng, Shifter or Mark (every vowel and sign).</param>
internal readonly record struct SpellingUnit(char Letter, Sign Sign)
{
    /// <summary>What it costs to leave it out, in hundredths.</summary>
    public int Weight => Sign switch
    {
        Sign.Mark => 25,
        Sign.Shifter => 35,
        Sign.Coeng => 60,
        _ => 100,
    };

    /// <summary>What it costs to write <paramref name="other"/> for this one, in hundredths.</summary>
    public int CostOf(SpellingUnit other)
    {
        if (this == other)
            return 0;
        if (Sign == other.Sign)
            return Weight;
        if (Letter == other.Letter)
            return 60; // the coeng was forgotten, or typed where none belongs
        return Sign is Sign.Mark or Sign.Shifter && other.Sign is Sign.Mark or Sign.Shifter
            ? Math.Max(Weight, other.Weight)
            : Weight + other.Weight;
    }
}

/// <summary>A key taken apart into its units.</summary>
internal sealed class Spelling
{
    private readonly SpellingUnit[] units;
    private readonly int[] starts;

    public Spelling(ReadOnlySpan<char> strict)
    {
        var list = new List<SpellingUnit>(strict.Length);
        var at = new List<int>(strict.Length + 1);
        for (var i = 0; i < strict.Length; i++)
        {
            at.Add(i);
            if (strict[i] == Signs.Coeng && i + 1 < strict.Length && strict[i + 1] != Signs.Coeng) // one coeng is no subscript of another
                list.Add(new SpellingUnit(strict[++i], Sign.Coeng));
            else
                list.Add(new SpellingUnit(strict[i], Kind(strict[i])));
        }

        at.Add(strict.Length);
        units = [.. list];
        starts = [.. at];
        Weight = units.Sum(unit => unit.Weight);
    }

    /// <summary>What it costs to write it all, in hundredths. Two spellings are at least as far apart as their weights.</summary>
    public int Weight { get; }

    public ReadOnlySpan<SpellingUnit> Units => units;

    /// <summary>True where a cluster ends before this unit: at a letter, and at the end.</summary>
    public bool IsBoundary(int at) => at == units.Length || units[at].Sign == Sign.Base;

    /// <summary>Where this unit begins in the key.</summary>
    public int At(int unit) => starts[unit];

    private static Sign Kind(char c) => Signs.Of(c) switch
    {
        Sign.Base or Sign.Other => Sign.Base,
        Sign.Coeng => Sign.Coeng,
        Sign.Shifter => Sign.Shifter,
        _ => Sign.Mark,
    };
}
