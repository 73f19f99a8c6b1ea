namespace ChatSupport.Escalation.Educators;

/// <summary>What the desk says to those who answer there.</summary>
internal enum DeskWord
{
    // A question to take a chat, and what becomes of it.
    OfferHead, OfferTake, OfferNotNow, OfferTaken, OfferPassed, OfferDeclined, OfferOver, YouTookIt, YouAreFull, NotForYou,

    // The head of a chat.
    HeadIntro, HeadAnswers, HeadAsk, Yes, No, Skipped, QuestionDanger, QuestionDying, QuestionMinor, LevelWord, WaitWord, MinutesWord, LanguageWord, AreaWord, TopicWord,
    Level0, Level1, Level2, Level3,
    ButtonAnswers, ButtonQuick, ButtonNote, ButtonRaise, ButtonLower, ButtonTransfer, ButtonSupervisor, ButtonKnowHer, ButtonCannot, ButtonTakeBack, ButtonMisuse, ButtonClose, ButtonSeen, ButtonMore,
    EarlierHead,

    // What happens in a chat.
    SheWaits, SheStopped, SheLeft, SheIsLost, SheIsBack, SheIsSafe, SheIsNotSafe, AskingSafe, SheIsAway, SheIsErased, Held, HeldRefused, HeldOfHers, NotDelivered, Retry,
    NotYours, ThreadAgain, TakenForSilence, TakenOver, RaisedWord, Closing, Closed, MarkedSeen, NoteAsk, NoteKept, AnswersAsk, AnswersNone, AnswersChoose, AnswerSent, AnswerGone, QuickChoose, QuickNone,
    CloseAsk, OutcomeHelped, OutcomeInformation, OutcomeReferred, OutcomeNoAnswer, OutcomeMisuse,
    TransferAsk, TransferNobody, TransferAsked, TransferLapsed, TransferImpossible, LowerAsk, LoweredWord, SupervisorCalled, LetGo, TookBack, NothingToTakeBack,
    MisuseAsk, MisuseKept, AskSend, Send, DoNotSend, NotSent, WhomAsk, WhomNobody, NobodyHere, ChatOver, Unreadable, TooLong, ContactHeld,

    // Being on.
    Welcome, LinkUsed, LinkBusy, MenuHead, DutyOn, DutyOff, DutyPaused, ButtonOn, ButtonPause, ButtonOff, ButtonPlan, ButtonChats, ButtonReport, ButtonLeave, YouAreOn, YouPaused, YouAreOff,
    StillOn, PausedUnasked, PausedAfterLapses, ShiftBegins, PlanHead, PlanDay, NoChats, Debrief, DebriefFine, DebriefHard, DebriefTalk, DebriefThanks, Resting, Gone,

    // Calls to those who are responsible.
    AlarmWaits, AlarmOwed, AlarmQuiet, AlarmUndelivered, AlarmRaised, AlarmLost, AlarmMinor, AlarmMisuse, AlarmCalled, AlarmDebrief, AlarmHeld, AlarmConsole, ButtonTakeOver,
    KindSticker, KindVideo, KindDocument, KindContact, KindOther,

    // Telling somebody outside, with her yes.
    ButtonRefer, ButtonReferrals, ReferWhom, ReferPick, ReferOwn, ReferText, ReferVoiceAsk, ReferTooLong, ReferAskHer, ReferAddVoice, ReferRewrite, ReferDrop,
    ReferDrafted, ReferAsked, ReferGranted, ReferRefused, ReferNoAnswer, ReferProposed, ReferDecided, ReferSent, ReferAccepted, ReferRejected, ReferDone, ReferRevoked, ReferForget,
    ReferExpired, ReferDropped, ReferErased, ReferTold, ReferTheyYes, ReferTheyNo, ReferGood, ReferBad, ReferToldForget, ReferWhyNo, ReferWhyBad,
    ReferNotYet, ReferChanged, ReferNotNow, ReferChatOver, ReferNone, ReferAlarm, ReferSheKnows, ReferSheDoesNotKnow,

    // What a supervisor does in a chat.
    SupervisorJoined, SupervisorLeft, WhisperHead, GivenToAnother, SupervisorLowered,
}
