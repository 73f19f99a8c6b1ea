namespace ChatSupport.Savings.Figures;

/// <summary>What is counted of one group in one month, before anything is hidden. Never leaves this folder.</summary>
internal sealed record GroupFacts(string Group)
{
    /// <summary>Members at the end of the month, or now.</summary>
    public int Members { get; init; }

    /// <summary>Of those who were members a year before: who still is, and how many they were.</summary>
    public (int Stayed, int Were) Year { get; init; }

    /// <summary>Members who saved in the month, in any currency.</summary>
    public int Savers { get; init; }

    /// <summary>By currency: who put in, who took out, and how much.</summary>
    public Flow Riel { get; init; } = new();

    /// <inheritdoc cref="Riel"/>
    public Flow Dollars { get; init; } = new();

    public int Entries { get; init; }

    public int Corrections { get; init; }

    /// <summary>Books looked at in the last 30 days of the month, each once.</summary>
    public int Checked { get; init; }

    /// <summary>Of these, those that differed at least once.</summary>
    public int Differed { get; init; }

    /// <summary>Balances above zero at the end of the month.</summary>
    public IReadOnlyList<long> InRiel { get; init; } = [];

    /// <inheritdoc cref="InRiel"/>
    public IReadOnlyList<long> InCents { get; init; } = [];
}

/// <summary>Money of one currency that went in and out.</summary>
internal sealed record Flow
{
    public int Gave { get; init; }

    public int Took { get; init; }

    public long In { get; init; }

    public long Out { get; init; }

    public static Flow operator +(Flow one, Flow other) => new() { Gave = one.Gave + other.Gave, Took = one.Took + other.Took, In = one.In + other.In, Out = one.Out + other.Out };
}
