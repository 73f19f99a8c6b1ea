using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Office;
using ChatSupport.Savings.Seats;
using ChatSupport.Staff.Shell;

namespace ChatSupport.Savings.Pages;

/// <summary>How pages say what the office calls by a word of its own.</summary>
internal static class SavingsSay
{
    /// <summary>Everything that is said in English here, to be translated.</summary>
    public static IEnumerable<string> English =>
    [
        .. Enum.GetValues<EntryKind>().Select(Kind), .. new[] { AccountKind.NgoSafe, AccountKind.GroupBox, AccountKind.CollectorFloat, AccountKind.Opening, AccountKind.OverShort, AccountKind.Loan, AccountKind.Shares, AccountKind.SocialFund, AccountKind.Fines }.Select(Place),
        .. WithdrawalBook.Reasons.Concat(CashBook.Reasons).Concat(CorrectionBook.Reasons).Concat(CheckBook.Notes).Select(Reason), .. Enum.GetValues<SeenBy>().Select(Seen), .. Enum.GetValues<SealVerdict>().Select(Verdict),
        .. DisputeBook.Verdicts.Select(Answered), .. Enum.GetValues<SeatRefusal>().Select(Seat), NeedsAnother, NeedsAnotherLink, .. MonthFigureNames, "Riel", "Dollars",
    ];

    private static IEnumerable<string> MonthFigureNames => Figures.MonthFigures.Every.Select(figure => figure.Name);

    public static string Money(Tongue tongue, Money money) => MoneyText.Write(money, tongue.Language == "km");

    public static string Currency(Currency currency) => currency == Amounts.Currency.Khr ? "Riel" : "Dollars";

    public static string Kind(EntryKind kind) => kind switch
    {
        EntryKind.Deposit => "Saved",
        EntryKind.Withdrawal => "Paid out",
        EntryKind.Handover => "Cash handed over",
        EntryKind.Opening => "Opening balance",
        EntryKind.OpeningCash => "Cash counted at the opening",
        EntryKind.Shortage => "Less cash than there should be",
        EntryKind.Surplus => "More cash than there should be",
        EntryKind.Pocket => "Between her pockets",
        EntryKind.Reversal => "Correction",
        EntryKind.Loan => "Loan",
        EntryKind.Repayment => "Loan paid back",
        EntryKind.Share => "Share bought",
        EntryKind.ShareOut => "Share paid out",
        EntryKind.Contribution => "Given to the fund",
        EntryKind.Grant => "Help from the fund",
        _ => "Fine paid",
    };

    public static string Place(AccountKind kind) => kind switch
    {
        AccountKind.NgoSafe => "The safe",
        AccountKind.GroupBox => "Box of a group",
        AccountKind.CollectorFloat => "With a leader",
        AccountKind.Opening => "The paper books",
        AccountKind.Loan => "Loan",
        AccountKind.Shares => "Shares",
        AccountKind.SocialFund => "Fund for hard times",
        AccountKind.Fines => "Fines",
        _ => "Counting",
    };

    /// <summary>A place with its name.</summary>
    public static string Place(Tongue tongue, CashPlace? place) => place is null ? "" : place.Name.Length == 0 ? tongue[Place(place.Kind)] : $"{tongue[Place(place.Kind)]}: {place.Name}";

    public static string Reason(string word) => word switch
    {
        "" => "Nothing to add",
        "changed-mind" => "She changed her mind",
        "not-asked-for" => "She did not ask for it",
        "wrong-amount" => "Wrong amount",
        "wrong-member" => "Wrong member",
        "wrong-currency" => "Wrong currency",
        "wrong-day" => "Wrong day",
        "entered-twice" => "Entered twice",
        "not-given" => "It was never given",
        "counted-again" => "Counted again",
        "wrong-change" => "Wrong change was given",
        "false-note" => "A false note",
        "lost" => "Lost or stolen",
        "unknown" => "Nobody knows why",
        "page-missing" => "A page is missing",
        "not-readable" => "It cannot be read well",
        "line-missing-in-book" => "A line is missing in the book",
        "line-missing-in-ledger" => "A line is missing in the ledger",
        "adding-mistake" => "A mistake in adding",
        _ => "Another reason",
    };

    /// <summary>What is said where two of the staff are needed.</summary>
    public const string NeedsAnother = "Somebody else of the staff presses the same within the hour, she being there.";

    /// <summary>What is said where two of the staff are needed for a leader's link.</summary>
    public const string NeedsAnotherLink = "Somebody else of the staff presses the same within the hour, and gives her the link.";

    /// <summary>How a line was found that a member called wrong.</summary>
    public static string Answered(string verdict) => verdict switch
    {
        "right" => "The line is right",
        "corrected" => "It is corrected",
        _ => "She takes it back",
    };

    public static string Seat(SeatRefusal why) => why switch
    {
        SeatRefusal.NotLinked => "No phone of hers is linked.",
        SeatRefusal.NoPin => "She has no PIN yet: she chooses the first one on her phone.",
        SeatRefusal.NotThatDay => "This day has passed.",
        SeatRefusal.NoSuchDispute => "It is answered already, or you had a hand in this line.",
        _ => OfficeRefusal.NotThere,
    };

    public static string Seen(SeenBy by) => by switch
    {
        SeenBy.Member => "She herself",
        SeenBy.Leader => "Her leader",
        _ => "Nobody else",
    };

    public static string Verdict(SealVerdict verdict) => verdict switch
    {
        SealVerdict.Genuine => "The code is ours for exactly this balance, and the ledger says the same.",
        SealVerdict.LedgerDiffers => "The code is ours for this balance, but the ledger says something else there today. Keep the book, run the check of the ledger, and tell a manager.",
        SealVerdict.NotGenuine => "This code is not ours for this balance: book, position, amount or code were changed, or misread. Read it once more.",
        _ => "That cannot be read: the number of the book, or an amount.",
    };
}
