namespace ChatSupport.Reports;

/// <summary>The few words that stand beside what is shown once, and in no screen of the content.</summary>
internal sealed record ReportWord(string Km, string En)
{
    public static readonly ReportWord CouldNotBeOpened = new("⚠ {0} មិនអាចបើកបានទេ។ វានៅតែរក្សាទុក។", "⚠ {0} could not be opened. They are still kept.");
    public static readonly ReportWord Picture = new("📷 រូបភាព", "📷 a picture");
    public static readonly ReportWord Voice = new("🎤 សំឡេង", "🎤 a voice message");
    public static readonly ReportWord Document = new("📄 ឯកសារ", "📄 a document");
    public static readonly ReportWord Hers = new("អ្នក", "You");
    public static readonly ReportWord Ours = new("យើង", "We");

    private static readonly Dictionary<string, ReportWord> choices = new(StringComparer.Ordinal)
    {
        ["about/me"] = new("អំពីខ្ញុំ", "about me"),
        ["about/other"] = new("អំពីអ្នកផ្សេង", "about somebody else"),
        ["about/child"] = new("អំពីក្មេង", "about a child"),
        ["danger/yes"] = new("មានគ្រោះថ្នាក់ឥឡូវ", "danger now"),
        ["danger/no"] = new("គ្មានគ្រោះថ្នាក់ឥឡូវ", "no danger now"),
        ["kind/hurt"] = new("គេធ្វើបាប", "somebody hurts"),
        ["kind/forced"] = new("គេបង្ខំ ឬឃុំ", "forced or held"),
        ["kind/money"] = new("ប្រាក់ ឬឯកសារ", "money or papers"),
        ["kind/other"] = new("រឿងផ្សេង", "something else"),
        ["since/today"] = new("ថ្ងៃនេះ", "today"),
        ["since/week"] = new("សប្តាហ៍នេះ", "this week"),
        ["since/month"] = new("ខែនេះ", "this month"),
        ["since/longer"] = new("យូរជាងនេះ", "longer"),
        ["where/work"] = new("កន្លែងធ្វើការ", "at work"),
        ["where/home"] = new("កន្លែងស្នាក់នៅ", "where she lives"),
        ["where/other"] = new("កន្លែងផ្សេង", "elsewhere"),
    };

    public string In(string language) => language == "km" ? Km : En;

    /// <summary>What she chose; as it is kept where nobody wrote words for it.</summary>
    public static string Choice(string question, string choice, string language) => choices.GetValueOrDefault($"{question}/{choice}")?.In(language) ?? choice;
}
