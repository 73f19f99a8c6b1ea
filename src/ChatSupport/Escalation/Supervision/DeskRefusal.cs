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
    public const string NoRecipient = "Say who is told, in at most 80 letters.";
    public const string NoText = "Write exactly what is told, in at most 600 letters.";
    public const string NoReasonToHide = "Say why she is not told of it, in ten letters or more.";
    public const string SamePerson = "You began this yourself: somebody else must agree.";
    public const string NotNowReferral = "That cannot be done with it now. Load the page again.";
    public const string SaidNo = "She said no to exactly this. Do not ask again; she may bring it up herself.";
    public const string NoAnswer = "The content does not say this any more. Look again.";
    public const string NotYourLine = "This line cannot be changed any more.";
    public const string NoPicture = "This is no picture that can be sent. Choose another.";
    public const string NoVoice = "Nothing can be heard in it. Record it once more.";
    public const string VoiceTooLong = "It is longer than a minute. Say it in two parts.";
    public const string NothingToTakeBack = "There is nothing to take back.";
}
