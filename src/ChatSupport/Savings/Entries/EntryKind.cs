namespace ChatSupport.Savings.Entries;

/// <summary>Why money changed its place. Stored by name.</summary>
internal enum EntryKind
{
    /// <summary>A member gave cash to a collector, or into the box.</summary>
    Deposit,

    /// <summary>A member got cash. Only as the end of a hold.</summary>
    Withdrawal,

    /// <summary>Cash went from one hand to another; the other confirms.</summary>
    Handover,

    /// <summary>What a paper book said at the beginning; keyed by two people.</summary>
    Opening,

    /// <summary>The cash behind what the books said was counted.</summary>
    OpeningCash,

    /// <summary>Less cash was counted than there should be.</summary>
    Shortage,

    /// <summary>More cash was counted than there should be.</summary>
    Surplus,

    /// <summary>A member moved money between her two pockets.</summary>
    Pocket,

    /// <summary>An entry was wrong: this one takes it back.</summary>
    Reversal,

    /// <summary>A member got a loan. This and all that follow only where their accounts are switched on.</summary>
    Loan,

    /// <summary>A member paid a loan back.</summary>
    Repayment,

    /// <summary>A member bought shares.</summary>
    Share,

    /// <summary>A member got money for her shares.</summary>
    ShareOut,

    /// <summary>A member gave to the fund for hard times.</summary>
    Contribution,

    /// <summary>The fund helped somebody.</summary>
    Grant,

    /// <summary>A member paid a fine.</summary>
    Fine,
}
