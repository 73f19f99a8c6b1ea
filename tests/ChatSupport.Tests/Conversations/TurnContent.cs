using System.Text;
using ChatSupport.Content;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Tests.Conversations;

/// <summary>Small content with one of everything that a turn has to do with, beside the shipped phrases.</summary>
internal static class TurnContent
{
    private static readonly Dictionary<string, string> dialogs = new(StringComparer.Ordinal)
    {
        ["home"] = """
            choices:
                  - { label: { en: Health }, go: health }
                  - { label: { en: Rights }, go: rights }
                  - { label: { en: Note }, go: note }
                  - { label: { en: Near }, go: near }
                  - { label: { en: Faulty }, do: { action: pin.set, with: { pin: "no digits" } }, go: rights }
                  - { label: { en: Privacy }, go: privacy }
            """,
        ["consent"] = """
            choices:
                  - { label: { en: Agree }, do: { action: consent.give }, go: home }
                  - { label: { en: Urgent }, go: emergency }
                  - { label: { en: Sneak }, go: rights }
                  - { label: { en: Decline }, do: { action: consent.decline }, go: emergency }
            """,
        ["decoy"] = """
            choices:
                  - { label: { en: Recipes }, go: home }
            """,
        ["emergency"] = """
            choices:
                  - { label: { en: Shelter }, go: person }
            """,
        ["crisis"] = "choices: []",
        ["health"] = """
            choices:
                  - { label: { en: Deeper }, go: rights }
            """,
        ["rights"] = """
            choices:
                  - { label: { en: Refused }, go: note }
            """,
        ["note"] = "ask: { kind: text, into: note, go: rights }",
        ["near"] = """
            do: { action: test.lookup, with: { what: "all" }, into: found }
                when:
                  - { if: found == empty, go: rights }
                choices: []
            """,
        ["privacy"] = """
            choices:
                  - { label: { en: Pin }, go: pin }
                  - { label: { en: Word }, go: word }
                  - { label: { en: Clear }, do: { action: pin.clear }, go: home }
                  - { label: { en: Person }, go: peer.request, with: { topic: rights } }
            """,
        ["pin"] = """
            ask: { kind: pin, retry: { en: Four digits please }, do: { action: pin.set, with: { pin: "{{ answer }}" } }, go: home }
            """,
        ["word"] = """
            ask: { kind: text, do: { action: word.set, with: { word: "{{ answer }}" } }, go: home }
            """,
        ["person"] = "choices: []",
        ["help"] = "choices: []",
        ["language"] = """
            choices:
                  - { label: { en: Khmer }, do: { action: language.set, with: { language: km } }, go: home }
                  - { label: { en: English }, do: { action: language.set, with: { language: en } }, go: home }
            """,
        ["forget"] = """
            choices:
                  - { label: { en: Erase }, do: { action: privacy.forget }, go: goodbye }
            """,
        ["goodbye"] = "choices: []",
    };

    /// <summary>What differs from a plain dialog, above its screens.</summary>
    private static readonly Dictionary<string, string> heads = new(StringComparer.Ordinal)
    {
        ["consent"] = "fenced: true",
        ["decoy"] = "fenced: true",
        ["health"] = "sensitive: true",
        ["crisis"] = "crisis: true\nkeywords: { en: [they hurt me] }",
        ["rights"] = "keywords: { en: [overtime] }",
        ["note"] = "variables: { note: text }",
        ["near"] = "variables: { found: list }",
    };

    /// <summary>On purpose there is English only (DLG056), the decoy has a way out that a turn must not take (DLG054), and dialogs that the
    /// engine needs may be gone (DLG032): a turn bears what the check would stop.</summary>
    private static readonly string[] allowed = ["DLG056", "DLG054", "DLG032"];

    public static IReadOnlyList<ActionSpec> Actions { get; } =
        [.. KnownActions.All, new ActionSpec("test.lookup", ActionKind.Query, [new("what", true)], VariableKind.List)];

    /// <summary>The content without the dialogs named; what led to them leads to rights.</summary>
    public static Interpreter Without(params string[] gone) => Read([.. dialogs.Keys.Except(gone)], gone);

    public static Interpreter Read() => Without();

    /// <summary>The content with a dialog that calls an action for ever, which no check can see.</summary>
    public static Interpreter Broken(string name)
    {
        var dialog = Read().Dialogs.Dialogs[name];
        var start = dialog.Screens["start"];
        var loop = start with
        {
            Do = new ActionUse("test.lookup", new Dictionary<string, string> { ["what"] = "all" }, null, start.Mark),
            Branches = [new Branch("true", new Target(start.Id, null, new Dictionary<string, string>(), start.Mark), start.Mark)],
        };
        var broken = dialog with { Screens = new Dictionary<string, Screen>(dialog.Screens) { ["start"] = loop } };
        return new Interpreter(Read().Dialogs with { Dialogs = new Dictionary<string, Dialog>(Read().Dialogs.Dialogs) { [name] = broken } }, Actions);
    }

    private static Interpreter Read(IReadOnlyList<string> names, string[] gone)
    {
        var files = names.Select(name => new ContentFile($"{name}.yaml", Encoding.UTF8.GetBytes(Yaml(name, gone)))).ToList();
        var shipped = ContentFolder.Read(ContentFolder.Find(AppContext.BaseDirectory)!);
        files.Add(shipped.Single(file => file.Path == "phrases.yaml"));
        var read = DialogReader.Read(files, Actions, new DateOnly(2026, 11, 24));
        Assert.DoesNotContain(read.Issues, issue => issue.Severity == Severity.Error && !allowed.Contains(issue.Code));
        return new Interpreter(read.Set!, Actions);
    }

    private static string Yaml(string name, string[] gone)
    {
        var text = $"""
            format: 1
            dialog: {name}
            title: {"{"} en: {name} title {"}"}
            status: {"{"} en: draft {"}"}
            {heads.GetValueOrDefault(name)}
            screens:
              start:
                text: {"{"} en: This is {name}. {"}"}
                {dialogs[name]}
            """;
        return gone.Aggregate(text, (yaml, dialog) => yaml.Replace($"go: {dialog} ", "go: rights ", StringComparison.Ordinal));
    }
}
