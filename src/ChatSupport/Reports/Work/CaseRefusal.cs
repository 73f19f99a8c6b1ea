namespace ChatSupport.Reports.Work;

/// <summary>What can stand against an act in a case, in English; translated where it is shown.</summary>
internal static class CaseRefusal
{
    /// <summary>One sentence for a case that is not there, is another's, or hidden from her: nobody learns which.</summary>
    public const string NotThere = "There is no such case for you. Load the page again.";
    public const string NotNow = "That cannot be done with this case now. Load the page again.";
    public const string AlreadyTaken = "Another case worker has taken it.";
    public const string NoSuchPerson = "This account cannot have the case: it has no such role, is stopped, or said that it knows somebody in it.";
    public const string NoSuchRisk = "Choose one of the four levels.";
    public const string DayIsPast = "The day is past. Choose another.";
    public const string NoReason = "Choose why.";
    public const string SamePerson = "You began this yourself: somebody else must agree.";
    public const string NoSupervisor = "One of the two must be a supervisor.";
    public const string NoKey = "You have no key yet that opens reports. Make one first.";
    public const string KeyNotSigned = "Your key is not on the signed list of readers, or was revoked there. Whoever holds the root key signs it.";
    public const string KeyNotProven = "This key could not be proven to be yours. Load the page again and make it once more.";
    public const string HasKey = "You have a key already. A new one is made when yours was revoked.";
    public const string NotSealed = "What arrived was not sealed as it must be. Nothing was kept: load the page again.";
    public const string TwiceSent = "This was sent already.";
    public const string OldKey = "The case has a new key since you opened it. Lock it and open it again, then send this once more.";
    public const string NoReader = "This key is not on the signed list of readers now, or belongs to nobody who works here. Load the page again.";
    public const string NotHerCase = "This case is not for her: give it to her first, or let her take it.";
    public const string KeysChanged = "The readers or the key of this case changed meanwhile. Load the page again, then go on.";
    public const string NobodyLeft = "A case worker for this case and a recovery key must count now. Look at the list of readers.";
    public const string NobodyElseHasIt = "Nobody else has this key, so it stays as it is.";
    public const string NoList = "The signed list of readers cannot be taken. Ask whoever looks after the server: chatsupport reports keys verify";
    public const string NoConsent = "She gave no yes to exactly this, or it ended or was taken back.";
    public const string NoRecipient = "Choose whom it is for.";
    public const string NoTask = "Choose what is to be done.";
    public const string TooFar = "The day is more than a year away. Choose an earlier one.";
    public const string TooManyTasks = "Twenty tasks are open in this case already. Finish some first.";
    public const string NoSuchDays = "Choose between 1 and 180 days.";
    public const string NoPurpose = "Choose what the export is for.";
    public const string NoReferral = "Nobody outside was told of this case with her yes or by two. Do that first: an export for a helper rests on it.";
}

/// <summary>What became of an act in a case.</summary>
/// <param name="Why">One of <see cref="CaseRefusal"/>; null where it was done.</param>
internal sealed record CaseAnswer(string? Why)
{
    public static CaseAnswer Done { get; } = new((string?)null);
}
