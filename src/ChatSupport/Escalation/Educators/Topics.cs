using ChatSupport.Dialogs.Running;

namespace ChatSupport.Escalation.Educators;

/// <summary>What a chat can be about: how content names it, how urgent that is by itself, and what an educator reads.</summary>
internal static class Topics
{
    private const int Normal = 2;

    private static readonly Dictionary<string, (int Level, string Km, string En)> known = new(StringComparer.Ordinal)
    {
        ["emergency"] = (1, "បន្ទាន់", "emergency"),
        ["violence"] = (1, "អំពើហិង្សា", "violence"),
        ["report"] = (1, "រាយការណ៍", "a report"),
        ["child"] = (1, "កុមារ", "a child"),
        ["police"] = (1, "ប៉ូលិស", "police"),
        ["health"] = (2, "សុខភាព", "health"),
        ["rights"] = (2, "សិទ្ធិ និងការងារ", "rights and work"),
        ["legal"] = (2, "ច្បាប់", "law"),
        ["savings"] = (3, "ការសន្សំ", "savings"),
        ["jobs"] = (3, "ការងារ និងវគ្គសិក្សា", "jobs and training"),
    };

    /// <summary>What she looked at before she asked: the last dialog on her way that says what her matter is; null where none does.</summary>
    public static string? Of(DialogState? place) =>
        place?.Trail.Reverse().Select(screen => OfDialog(screen.Dialog)).FirstOrDefault(topic => topic is not null);

    private static string? OfDialog(string dialog) => dialog switch
    {
        "rights/violence" or "rights/harassment" or "rights/forced-labour" or "rights/forced-drinking" => "violence",
        "rights/under-18" => "child",
        "rights/police" => "police",
        "rights/hiv" or "rights/health-card" or "rights/maternity" => "health",
        _ when dialog.Split('/')[0] is var first && known.ContainsKey(first) => first,
        "services" => "health",
        _ => null,
    };

    /// <summary>How urgent it is before anybody was asked anything.</summary>
    public static int Level(string? topic) => topic is not null && known.TryGetValue(topic, out var found) ? found.Level : Normal;

    /// <summary>The topic in words; null where content names one that is not known here: it is then not shown, for it may be anything.</summary>
    public static bool IsKnown(string? topic) => topic is not null && known.ContainsKey(topic);

    public static string In(string topic, string language) => known.TryGetValue(topic, out var found) ? language == "km" ? found.Km : found.En : "…";
}
