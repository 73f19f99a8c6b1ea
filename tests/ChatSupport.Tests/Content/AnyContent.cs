using System.Text;
using ChatSupport.Content;
using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Tests.Content;

/// <summary>Revisions as editors make them: screens come, go and change their names, choices move. What the engine needs is as shipped.</summary>
internal static class AnyContent
{
    private static readonly string[] needed = ["consent", "decoy", "emergency", "forget", "help", "home", "language", "link", "person", "privacy", "referral", "report", "thread", "phrases"];
    private static readonly string[] always = ["rights", "services", "legal", "rights/forced-labour"]; // what is needed leads there
    private static readonly string[] perhaps = ["topics/one", "topics/two", "topics/three", "topics/four"];
    private static readonly string[] names = ["a", "b", "c", "d", "e"];

    private static readonly ContentFile[] shipped =
        [.. ContentFolder.Read(ContentFolder.Find(AppContext.BaseDirectory)!).Where(file => needed.Contains(Path.ChangeExtension(file.Path, null)) && file.Path.EndsWith(".yaml", StringComparison.Ordinal))];

    /// <summary>One of them.</summary>
    public static List<ContentFile> Next(Random random, int number)
    {
        var dialogs = always.Concat(perhaps.Where(_ => random.Next(2) == 0)).ToList();
        return [.. shipped, .. dialogs.Select(dialog => new ContentFile($"{dialog}.yaml", Encoding.UTF8.GetBytes(Dialog(random, dialog, dialogs, number))))];
    }

    private static string Dialog(Random random, string dialog, List<string> dialogs, int number)
    {
        List<string> screens = [.. names.Where(_ => random.Next(2) == 0)];
        if (dialog == "services")
            screens = [.. screens.Take(4), "where"];
        var word = $"{dialog.Replace("/", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal)}";
        var text = new StringBuilder($$"""
            format: 1
            dialog: {{dialog}}
            title: { km: ប្រធានបទ{{word}}, en: About {{word}} }
            keywords: { km: [ពាក្យ{{word}}], en: [{{word}} please] }
            status: { km: draft, en: draft }
            source: { text: "Labour Law 1997", checked: 2026-11-24 }
            {{(random.Next(3) == 0 ? "sensitive: true" : "")}}
            variables: { said: text }
            screens:

            """);
        foreach (var screen in screens.Prepend("start"))
        {
            text.Append($$"""
                  {{screen}}:
                    text: { km: អត្ថបទ {{screen}} {{number}}, en: This is {{screen}} of {{number}}. }

                """);
            var asks = screen != "start" && random.Next(4) == 0;
            text.Append(asks ? $"    ask: {{ kind: text, into: said, go: start }}\n" : "    choices:\n");
            var leads = screen == "start" ? screens.Count > 0 ? screens : ["home"] : ["start", dialogs[random.Next(dialogs.Count)]];
            if (asks)
                continue;
            foreach (var to in leads.Distinct().OrderBy(_ => random.Next()))
                text.Append($"      - {{ label: {{ km: ទៅ {to.Replace("/", " ", StringComparison.Ordinal)}, en: To {to.Replace("/", " ", StringComparison.Ordinal)} }}, go: {to} }}\n");
        }
        return text.ToString();
    }
}
