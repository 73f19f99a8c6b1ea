namespace ChatSupport.Staff.Roles;

/// <summary>What can be done in the console. Every page and every call names one.</summary>
public enum StaffAct
{
    /// <summary>Open the console at all: the home page, one's own sessions and keys.</summary>
    UseConsole,

    /// <summary>Look at what the bot says, and try it.</summary>
    SeeContent,

    /// <summary>Look at what workers do with the content, in figures.</summary>
    SeeInsight,

    /// <summary>Change drafts.</summary>
    EditContent,

    /// <summary>Sign a text off, or take that back.</summary>
    ReviewContent,

    /// <summary>Bring drafts to the workers, or bring back what was before.</summary>
    PublishContent,

    /// <summary>Invite, change, stop and recover accounts; end others' sessions.</summary>
    ManagePeople,

    /// <summary>Read and export the audit log.</summary>
    ReadAudit,

    /// <summary>Look after the desk: its queue, its roster, and what is held there.</summary>
    RunDesk,

    /// <summary>Read what was said in a chat, for a reason that is recorded.</summary>
    ReadTranscripts,

    /// <summary>See how the desk does, in figures.</summary>
    SeeDeskFigures,

    /// <summary>Look at the words after which somebody looks sooner, and try them.</summary>
    SeeRiskWords,

    /// <summary>Answer chats in the console. Who of the staff does is decided by the roster of the desk alone.</summary>
    AnswerChats,

    /// <summary>Take back what is wrong in the savings ledger, and enter what was short or over when cash was counted.</summary>
    CorrectSavings,

    /// <summary>Look after savings groups, approve, and check paper books.</summary>
    RunSavings,

    /// <summary>See how the savings do, in figures that tell of nobody.</summary>
    SeeSavingsFigures,

    /// <summary>Work on reports: take a case, open it with one's own key, answer, follow up.</summary>
    WorkCases,

    /// <summary>Look after case workers: see every case, give it to somebody, agree to decisions that take two.</summary>
    SuperviseCases,

    /// <summary>See how many reports came, in frozen figures that lead to no case.</summary>
    SeeCaseFigures,
}
