namespace ChatSupport.EndToEnd.Crashes;

/// <summary>Content whose first screen keeps all that it is given and says it, with its number, in each answer: what is lost or doubled shows.</summary>
internal static class CountingContent
{
    private const string Home = """
        format: 1
        dialog: home
        title: { km: home, en: home }
        status: { km: draft, en: draft }
        variables: { n: number, given: number, log: text }
        screens:
          start:
            text: { km: "[2]", en: "[2]" }
            ask: { kind: number, into: given, go: counted }
          counted:
            set: { n: "{{ n | plus: 1 }}", log: "{{ log }} {{ given }}" }
            text: { km: "[{{ n | plus: 2 }}]{{ log }}", en: "[{{ n | plus: 2 }}]{{ log }}" }
            ask: { kind: number, into: given, go: counted }
            choices:
              - { label: { km: one more, en: one more }, set: { given: "1" }, go: counted }
        """;

    private const string Consent = """
        format: 1
        dialog: consent
        title: { km: consent, en: consent }
        status: { km: draft, en: draft }
        fenced: true
        screens:
          start:
            text: { km: "[1]", en: "[1]" }
            choices:
              - { label: { km: "yes", en: "yes" }, do: { action: consent.give }, go: home }
        """;

    /// <summary>Writes it to the folder <c>dialogs</c> of a program's folder.</summary>
    public static void Write(string folder)
    {
        var dialogs = Directory.CreateDirectory(Path.Combine(folder, "dialogs")).FullName;
        File.Copy(Path.Combine(Repository.Dialogs, "phrases.yaml"), Path.Combine(dialogs, "phrases.yaml"));
        File.WriteAllText(Path.Combine(dialogs, "home.yaml"), Home);
        File.WriteAllText(Path.Combine(dialogs, "consent.yaml"), Consent);
        foreach (var name in new[] { "decoy", "person", "emergency", "privacy", "language", "forget" })
            File.WriteAllText(Path.Combine(dialogs, name + ".yaml"), Plain(name));
    }

    private static string Plain(string name) => $$"""
        format: 1
        dialog: {{name}}
        title: { km: {{name}}, en: {{name}} }
        status: { km: draft, en: draft }
        fenced: {{(name == "decoy" ? "true" : "false")}}
        screens:
          start:
            text: { km: {{name}}, en: {{name}} }
            choices:
              - { label: { km: again, en: again }, go: start }
        """;
}
