using System.Globalization;
using System.Text;

namespace ChatSupport.Benchmarks.Growth;

/// <summary>Writes content that nobody walks: dialogs of fifty screens, each with keywords, a text in two languages and two choices.</summary>
internal static class FillerScreens
{
    private const int InOneDialog = 50;

    /// <summary>Writes so many screens below a folder.</summary>
    public static void Write(string content, int screens)
    {
        var folder = Directory.CreateDirectory(Path.Combine(content, "filler")).FullName;
        for (var dialog = 0; dialog * InOneDialog < screens; dialog++)
            File.WriteAllText(Path.Combine(folder, $"d{Text(dialog)}.yaml"), Dialog(dialog, Math.Min(InOneDialog, screens - (dialog * InOneDialog))));
    }

    private static string Dialog(int number, int screens)
    {
        var yaml = new StringBuilder();
        yaml.AppendLine(CultureInfo.InvariantCulture, $$"""
            format: 1
            dialog: filler/d{{number}}
            title: { km: ប្រធានបទ {{number}}, en: Topic {{number}} }
            keywords: { km: [ពាក្យទី{{number}}], en: [subject{{number}}] }
            status: { km: draft, en: draft }
            screens:
            """);
        for (var screen = 0; screen < screens; screen++)
        {
            var (name, next) = (screen == 0 ? "start" : $"s{Text(screen)}", screen + 1 < screens ? $"s{Text(screen + 1)}" : "start");
            yaml.AppendLine(CultureInfo.InvariantCulture, $$"""
                  {{name}}:
                    text: { km: "អត្ថបទទី {{screen}} នៃប្រធានបទ {{number}}។", en: "Text {{screen}} of topic {{number}}." }
                    choices:
                      - { label: { km: បន្ទាប់, en: Next }, go: {{next}} }
                      - { label: { km: ទំព័រដើម, en: First page }, go: home }
                """);
        }
        return yaml.ToString();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
