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

    /// <summary>Meetings that were held and closed.</summary>
    public int Meetings { get; init; }

    /// <summary>How the roll was called at them.</summary>
    public RollCalls Roll { get; init; } = new();

    /// <summary>Members who save for something, and those of them who have it together. Null where nobody knows: goals are kept as they are today alone.</summary>
    public (int Have, int Reached)? Goals { get; init; }

    /// <summary>Lines that members called wrong in the month, and what became of them.</summary>
    public CalledWrong Wrong { get; init; } = new();
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

/// <summary>Who was there when the roll was called.</summary>
internal sealed record RollCalls
{
    /// <summary>How often somebody was there: three meetings of one member are three.</summary>
    public int There { get; init; }

    public int Away { get; init; }

    /// <summary>Members who were there at least once.</summary>
    public int Came { get; init; }

    /// <summary>Members who were away at least once.</summary>
    public int Missed { get; init; }

    public static RollCalls operator +(RollCalls one, RollCalls other) =>
        new() { There = one.There + other.There, Away = one.Away + other.Away, Came = one.Came + other.Came, Missed = one.Missed + other.Missed };
}

/// <summary>Lines that members called wrong in one month, as they stand today.</summary>
internal sealed record CalledWrong
{
    public int Lines { get; init; }

    public int Answered { get; init; }

    /// <summary>Members who called one wrong.</summary>
    public int People { get; init; }

    /// <summary>Members who were answered at least once.</summary>
    public int PeopleAnswered { get; init; }

    /// <summary>Members who wait for an answer to one at least.</summary>
    public int PeopleWaiting { get; init; }

    /// <summary>Whole days since the oldest was called wrong that nobody answered; null where all are answered.</summary>
    public int? Oldest { get; init; }

    public static CalledWrong operator +(CalledWrong one, CalledWrong other) => new()
    {
        Lines = one.Lines + other.Lines,
        Answered = one.Answered + other.Answered,
        People = one.People + other.People,
        PeopleAnswered = one.PeopleAnswered + other.PeopleAnswered,
        PeopleWaiting = one.PeopleWaiting + other.PeopleWaiting,
        Oldest = one.Oldest is { } known && other.Oldest is { } also ? Math.Max(known, also) : one.Oldest ?? other.Oldest,
    };
}
