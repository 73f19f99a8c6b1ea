namespace ChatSupport.Savings.Office;

/// <summary>What can stand against an act at the office, in English; translated where it is shown.</summary>
internal static class OfficeRefusal
{
    public const string NoSuchGroup = "There is no such group any more. Load the page again.";
    public const string Retired = "This group has ended: nobody joins it.";
    public const string HasMembers = "Somebody is still a member of it. Note for each that she left, then end the group.";
    public const string NotAName = "A name has 1 to 60 characters.";
    public const string Contact = "Leave numbers, addresses and links out of it: only what she chose to be called.";
    public const string NotABook = "A book number has 1 to 12 letters, digits and hyphens.";
    public const string BookIsTaken = "Somebody of the group has a book with this number.";
    public const string NoSuchBook = "Nobody of the group has a book with this number.";
    public const string HasLeft = "She has left the group.";
    public const string NoMoneyText = "This is no amount. Write riel as 12500, dollars as 2.50$.";
    public const string Doubtful = "This can be read in two ways. Write it without points and commas: 12500, or 2.50$ for dollars.";
    public const string OneAmount = "Write one amount here.";
    public const string BothNeeded = "Key both, riel and dollars; 0 where the book has none.";
    public const string OpeningIsThere = "Her opening balance in this currency is entered already. If it is wrong, correct that entry.";
    public const string NothingKeyed = "Nothing is keyed here any more. Load the page again.";
    public const string OwnSheet = "You brought this sheet yourself: somebody else has to confirm it.";
    public const string OtherTotals = "These are not the totals of the sheet. Count the paper books again; if they are right, the sheet is wrong.";
    public const string SheetDiffers = "For some books somebody keyed another amount, or they are entered meanwhile. Settle these first.";
    public const string Overtaken = "Something changed meanwhile. Look at it once more.";
    public const string SamePerson = "You asked for this yourself: somebody else has to decide. No role is exempt.";
    public const string PayerApproved = "You approved it yourself: somebody else pays it out.";
    public const string NotApproved = "Nobody approved it yet.";
    public const string ApprovedAlready = "It is approved already.";
    public const string DecidedAlready = "Somebody decided already.";
    public const string Proposed = "A correction of this entry waits for a second person already.";
    public const string NoReason = "Choose a reason.";
    public const string NotThere = "It is not there any more. Load the page again.";
    public const string NotAPosition = "There is no such position in the ledger yet.";
    public const string NotALeader = "Choose whose limit it is.";
    public const string SamePlace = "Cash goes from one place to another. Choose two.";

    public const string NotToAnswer = "It is answered already, or you had a hand in this line.";
    public const string StillStands = "The line still stands in the ledger. Take it back first, by two people, then say so here.";
    public const string NotADay = "Choose a day that has not passed.";
    public const string NoShares = "Nobody of this group has shares in this currency.";
    public const string IsOff = "Shares, loans, funds and fines are switched off.";
    public const string OtherCash = "She offered another sum. Nothing is entered: count it together once more, and she offers what is there.";

    private const string Mistake = "That cannot be entered like this.";

    /// <summary>What the ledger means.</summary>
    public static string Of(LedgerRefusal why) => why switch
    {
        LedgerRefusal.AccountIsClosed => "The account is closed.",
        LedgerRefusal.NotPositive => "An amount is more than nothing.",
        LedgerRefusal.TooLarge => "This is more than one entry may have. Look for a mistake in typing.",
        LedgerRefusal.NoNotes => "No notes exist for this amount of riel.",
        LedgerRefusal.CentsNotMeant => "There are no coins of cents. Say that cents are meant, or write whole dollars.",
        LedgerRefusal.TooLittle => "There is not enough money for this.",
        LedgerRefusal.KeptBack => "This money is kept back for a withdrawal.",
        LedgerRefusal.NotConfirmed or LedgerRefusal.SamePerson => SamePerson,
        LedgerRefusal.NotAnOfficer => "Who asked for it is no savings officer any more.",
        LedgerRefusal.NoReason => NoReason,
        LedgerRefusal.NoSuchEntry => "There is no such entry.",
        LedgerRefusal.AlreadyReversed => "It was taken back already.",
        LedgerRefusal.IsAReversal => "A correction is not taken back. Make the right entry anew.",
        LedgerRefusal.NoSuchHold => NotThere,
        LedgerRefusal.HoldIsPaid => "It was paid out already.",
        LedgerRefusal.HoldIsReleased => "It was turned down, or she changed her mind.",
        LedgerRefusal.HoldIsExpired => "Its time is over; the money is free again. Ask for it anew.",
        LedgerRefusal.KindIsOff => IsOff,
        LedgerRefusal.NoSuchOwner or LedgerRefusal.NoSuchAccount => NotThere,
        _ => Mistake,
    };
}
