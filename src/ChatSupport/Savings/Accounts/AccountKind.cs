namespace ChatSupport.Savings.Accounts;

/// <summary>What an account is for. Stored by name.</summary>
internal enum AccountKind
{
    /// <summary>What a member has saved; the owner is the member.</summary>
    MemberSavings,

    /// <summary>Cash that a collector holds after deposits, until she hands it over; the owner is the collector.</summary>
    CollectorFloat,

    /// <summary>Cash in the box of a group; the owner is the group.</summary>
    GroupBox,

    /// <summary>Cash in the safe, or at the bank of the organisation.</summary>
    NgoSafe,

    /// <summary>What the paper books said at the beginning, until the cash for it was counted.</summary>
    Opening,

    /// <summary>What was short when cash was counted, less what was over. Members' balances never take it.</summary>
    OverShort,

    /// <summary>What a member owes. Off unless switched on, as all that follow.</summary>
    Loan,

    /// <summary>Shares that a member bought.</summary>
    Shares,

    /// <summary>A group's fund for hard times.</summary>
    SocialFund,

    /// <summary>What a group took in fines.</summary>
    Fines,
}

/// <summary>Which of a member's two pockets.</summary>
internal enum Pocket
{
    /// <summary>The account is no member's savings.</summary>
    None,

    /// <summary>What she may be made to show.</summary>
    Open,

    /// <summary>What only her private PIN shows.</summary>
    Private,
}

/// <summary>How accounts of a kind behave. The database holds the same, so it is fixed for ever.</summary>
internal static class AccountKinds
{
    /// <summary>1 where a debit makes the balance larger, which is so for cash; -1 where a credit does, which is so for what is owed to members.</summary>
    public static int SideOf(AccountKind kind) => kind switch
    {
        AccountKind.MemberSavings or AccountKind.Shares or AccountKind.SocialFund or AccountKind.Fines => -1,
        _ => 1,
    };

    /// <summary>Whether the balance must never be below zero.</summary>
    public static bool IsGuarded(AccountKind kind) => kind is not (AccountKind.Opening or AccountKind.OverShort);

    /// <summary>Whether it is one of those that are off unless switched on.</summary>
    public static bool IsOptional(AccountKind kind) => kind is AccountKind.Loan or AccountKind.Shares or AccountKind.SocialFund or AccountKind.Fines;

    /// <summary>Cash that is somewhere.</summary>
    public static bool IsCash(AccountKind kind) => kind is AccountKind.CollectorFloat or AccountKind.GroupBox or AccountKind.NgoSafe;

    /// <summary>Who owns accounts of the kind.</summary>
    public static OwnerKind OwnerOf(AccountKind kind) => kind switch
    {
        AccountKind.MemberSavings or AccountKind.Loan or AccountKind.Shares => OwnerKind.Member,
        AccountKind.GroupBox or AccountKind.SocialFund or AccountKind.Fines => OwnerKind.Group,
        AccountKind.CollectorFloat => OwnerKind.Collector,
        _ => OwnerKind.Programme,
    };
}

/// <summary>Who owns an account.</summary>
internal enum OwnerKind
{
    Member,
    Group,
    Collector,

    /// <summary>The organisation: there is one such account for each currency.</summary>
    Programme,
}
