using System.Globalization;
using System.Text;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Dialogs.Tests.Running;

/// <summary>Small content in which every behaviour of the interpreter has its screen. In English each phrase is its own name.</summary>
internal static class Village
{
    public static readonly DateOnly Today = new(2026, 11, 24);

    public static IReadOnlyList<ActionSpec> Actions { get; } =
    [
        .. EngineActions.All,
        new("peer.request", ActionKind.Effect, [new("topic", false)], Lands: ScreenId.Of("person")),
        new("shop.list", ActionKind.Query, [new("need", false)], VariableKind.List),
        new("note.add", ActionKind.Effect, [new("text", false)]),
    ];

    public static Interpreter Shipped { get; } = With();

    /// <summary>The content with some files replaced or added; a file without text is taken away.</summary>
    public static Interpreter With(params (string Path, string? Text)[] files)
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal) { ["phrases.yaml"] = Phrases(), ["chain.yaml"] = Chain(), ["media/work/rest.en.ogg"] = "" };
        foreach (var (path, text) in VillageDialogs.All)
            all[path] = text;
        foreach (var (path, text) in files)
            all[path] = text;
        var read = all.Where(file => file.Value is not null).Select(file => new ContentFile(file.Key, Encoding.UTF8.GetBytes(file.Value!))).ToList();
        return new Interpreter(DialogReader.Read(read, Actions, Today).Set!, Actions);
    }

    /// <summary>Thirty screens in a row.</summary>
    private static string Chain()
    {
        var yaml = new StringBuilder("format: 1\ndialog: chain\ntitle: { km: ខ្សែ, en: Chain }\nscreens:\n");
        for (var i = 0; i < 30; i++)
        {
            var (name, next) = (i == 0 ? "start" : $"s{i.ToString(CultureInfo.InvariantCulture)}", $"s{(i + 1).ToString(CultureInfo.InvariantCulture)}");
            yaml.Append(CultureInfo.InvariantCulture, $"  {name}: {{ text: {{ en: Link {i} }}, choices: [ {{ label: {{ en: On }}, go: {(i == 29 ? "home" : next)} }} ] }}\n");
        }

        return yaml.ToString();
    }

    private static string Phrases()
    {
        var yaml = new StringBuilder("format: 1\nlanguages: [km, en]\nphrases:\n");
        foreach (var phrase in Enum.GetNames<Phrase>().Select(Kebab))
            yaml.Append(CultureInfo.InvariantCulture, $"  {phrase}: {{ km: ពាក្យ-{phrase}, en: {phrase} }}\n");
        yaml.Append("""
            words:
              leave: { km: [លាក់], en: [leave] }
              back: { km: [ថយក្រោយ], en: [back] }
              home: { km: [ទំព័រដើម], en: [home] }
              person: { km: [មនុស្ស], en: [person] }
              forget: { en: [forget me] }
              language: { km: [ភាសា], en: [language] }
              help: { km: [ជំនួយ], en: [help] }
              return: { en: [lotus] }
            """);
        return yaml.ToString();
    }

    private static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? "-" + c : c.ToString())).ToLowerInvariant();
}
