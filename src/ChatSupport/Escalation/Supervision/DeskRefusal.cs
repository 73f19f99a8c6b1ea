namespace ChatSupport.Escalation.Supervision;

/// <summary>What can stand against an act at the desk, in English; translated where it is shown.</summary>
internal static class DeskRefusal
{
    public const string Over = "This chat is over.";
    public const string AlreadyYours = "This chat is yours already.";
    public const string NotNow = "That cannot be done with this chat now.";
    public const string NobodyHasIt = "Nobody has this chat yet: take it over, or give it to somebody.";
    public const string NotFree = "She cannot be asked now: she is not on, has as many chats as she may, or must not have this one.";
    public const string NothingWritten = "Write something first.";
    public const string TooLong = "This is too long. Please split it in two.";
    public const string NoReason = "Say why, in ten letters or more.";
    public const string ContactInReason = "Leave numbers, names and links out of it: it stands in the audit log.";
    public const string SameLevel = "It has this level already.";
    public const string NoOutcome = "Choose how it ended.";
    public const string NoName = "A name has 1 to 60 letters.";
    public const string NameTaken = "Somebody on the roster has this name already.";
    public const string NoLanguage = "Choose at least one language.";
    public const string UnknownAccount = "There is no such account any more.";
    public const string AccountTaken = "Somebody on the roster answers by this account already.";
    public const string NotThere = "She is not on the roster any more. Load the page again.";
    public const string BadPlan = "The plan has hours that are none.";
    public const string NotHeld = "This is not held any more: somebody decided already.";
    public const string NotYours = "This chat is not yours any more. Nothing was sent.";
    public const string AlreadyTaken = "Another helper has taken it.";
    public const string Full = "You have as many chats as you may. Please end one first.";
    public const string NotForYou = "This chat cannot be yours.";
    public const string NotOnRoster = "You are not on the roster of the desk. A supervisor can put you there with your account.";
    public const string NothingToTakeBack = "There is nothing to take back.";
}
