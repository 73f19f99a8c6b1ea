using ChatSupport.Reports.Cases;
using ChatSupport.Reports.Work;
using ChatSupport.Staff.Shell;

namespace ChatSupport.Reports.Pages;

/// <summary>How pages say what cases call by a word of their own. English; the console translates it.</summary>
internal static class CaseSay
{
    private static readonly Dictionary<string, string> questions = new(StringComparer.Ordinal)
    {
        ["about"] = "Who it is about",
        ["danger"] = "Is somebody in danger now",
        ["kind"] = "What it is",
        ["what"] = "What happened",
        ["since"] = "Since when",
        ["where"] = "Where",
        ["more"] = "What she added",
    };

    private static readonly Dictionary<string, string> choices = new(StringComparer.Ordinal)
    {
        ["about me"] = "Herself",
        ["about other"] = "Somebody else",
        ["about child"] = "A child",
        ["danger yes"] = "Yes",
        ["danger no"] = "No",
        ["kind hurt"] = "Somebody hurts",
        ["kind forced"] = "Forced or held",
        ["kind money"] = "Money or papers",
        ["kind other"] = "Something else",
        ["since today"] = "Today",
        ["since week"] = "This week",
        ["since month"] = "This month",
        ["since longer"] = "Longer",
        ["where work"] = "At work",
        ["where home"] = "Where she lives",
        ["where other"] = "Elsewhere",
    };

    private static readonly string[] referrals = ["in-progress", "accepted", "rejected", "done", "revoked"];
    private static readonly string[] decisions = [DecisionBook.NotAChild, DecisionBook.TellForChild, DecisionBook.TellForLife];

    public static IReadOnlyDictionary<string, string> Questions(Tongue tongue) => questions.ToDictionary(one => one.Key, one => tongue[one.Value]);

    public static IReadOnlyDictionary<string, string> Choices(Tongue tongue) => choices.ToDictionary(one => one.Key, one => tongue[one.Value]);

    public static IReadOnlyDictionary<string, string> Tasks(Tongue tongue) => TaskBook.Kinds.ToDictionary(kind => kind, kind => tongue[Work(kind)]);

    /// <summary>The coded facts of a case as they stand at the head of an exported one.</summary>
    public static IReadOnlyList<string> Facts(Case one) =>
    [
        $"Where it stands: {State(one.State)}", $"Risk: {Risk(one.Risk)}", $"About a child, or may be: {(one.IsChild ? "yes" : "no")}",
        $"Somebody was said to be in danger: {(one.InDanger ? "yes" : "no")}", $"Came: {Tongue.Time(one.CreatedAt)}", $"Last change: {Tongue.Time(one.LastAt)}",
    ];

    public static string State(CaseState state) => state switch
    {
        CaseState.New => "New",
        CaseState.InAssessment => "In assessment",
        CaseState.InProgress => "In progress",
        CaseState.Referred => "Referred",
        CaseState.Closed => "Closed",
        _ => "Opened again",
    };

    public static string Risk(int risk) => risk switch
    {
        0 => "Danger now",
        1 => "High",
        2 => "Usual",
        _ => "Low",
    };

    public static string About(string about) => about switch
    {
        "me" => "Herself",
        "other" => "Somebody else",
        "child" => "A child",
        _ => "Not said",
    };

    /// <summary>What is to be done.</summary>
    public static string Work(string kind) => kind switch
    {
        "answer" => "Answer her",
        "call" => "Call",
        "meet" => "Meet her",
        "safety-plan" => "Make a safety plan",
        "health" => "Health care",
        "shelter" => "A safe place",
        "papers" => "Papers",
        "legal" => "Legal help",
        "ask-service" => "Ask a service",
        _ => "Something else",
    };

    /// <summary>Why a case is held.</summary>
    public static string HoldReason(string reason) => reason == "child-in-danger" ? "A child in danger" : "A life in danger";

    /// <summary>What an export is for.</summary>
    public static string Export(string purpose) => purpose switch
    {
        "her-copy" => "Her own copy",
        ExportBook.ForHelper => "A helper outside who was told",
        _ => "A colleague who works on it",
    };

    public static string Ending(string ending) => ending switch
    {
        "helped" => "She was helped",
        "referred" => "Somebody outside helps",
        "no-contact" => "She did not come back",
        "asked-to-end" => "She asked that it ends",
        _ => "It is not for us",
    };

    public static string Recipient(string recipient) => recipient switch
    {
        "health" => "Health",
        "legal" => "Legal help",
        "shelter" => "A shelter",
        "social-affairs" => "Social affairs",
        "womens-affairs" => "Women's affairs",
        "police" => "Police",
        "village-chief" => "A village chief",
        _ => "An employer",
    };

    public static string Referral(string state) => state switch
    {
        "in-progress" => "Under way",
        "accepted" => "They help",
        "rejected" => "They said no",
        "done" => "It is done",
        _ => "She took her yes back: they are asked to forget it",
    };

    public static string Decision(string kind) => kind switch
    {
        DecisionBook.NotAChild => "It is not about a child",
        DecisionBook.TellForChild => "Tell for a child in danger:",
        _ => "Tell for a life in danger:",
    };

    /// <summary>Every text here, for the test that each has its Khmer.</summary>
    public static IEnumerable<string> English =>
    [
        .. questions.Values, .. choices.Values, .. Enum.GetValues<CaseState>().Select(State), .. Enumerable.Range(0, 4).Select(Risk),
        .. Figures.ReportCounts.Abouts.Select(About), .. CaseBook.Endings.Select(Ending), .. Recipients.All.Select(Recipient),
        .. referrals.Select(Referral), .. decisions.Select(Decision), .. TaskBook.Kinds.Select(Work), .. HoldBook.Reasons.Select(HoldReason), .. ExportBook.Purposes.Select(Export),
    ];
}
