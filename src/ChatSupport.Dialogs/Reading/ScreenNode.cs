using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Reading;

/// <summary>Builds one screen from its nodes.</summary>
internal sealed class ScreenNode(
    YamlMap map, ScreenId id, Mark mark, TextReading texts, Linker linker, Sources sources, ICollection<DialogIssue> issues)
{
    private static readonly Dictionary<string, string> none = [];

    public Screen Read(bool dialogIsSensitive)
    {
        var fields = new YamlFields(map, issues);
        var screen = new Screen
        {
            Id = id,
            Text = texts.Texts(fields, "text"),
            Voice = fields.Text("voice")?.Value,
            Set = ReadTemplates(fields, "set"),
            Do = ReadAction(fields),
            Branches = [.. Maps(fields, "when").Select(ReadBranch)],
            Choices = [.. Maps(fields, "choices").Select(ReadChoice)],
            Ask = fields.Fields("ask") is { } ask ? ReadAsk(ask) : null,
            Map = fields.Text("map")?.Value,
            Sensitive = fields.Flag("sensitive") || dialogIsSensitive,
            Mark = mark,
        };
        fields.RefuseUnknown();
        return sources.Add(screen, map);
    }

    private Branch ReadBranch(YamlMap branch)
    {
        var fields = new YamlFields(branch, issues);
        var read = new Branch(fields.Text("if", required: true)?.Value ?? "", ReadTarget(fields), branch.Mark);
        fields.RefuseUnknown();
        return sources.Add(read, branch);
    }

    private Choice ReadChoice(YamlMap choice)
    {
        var fields = new YamlFields(choice, issues);
        var read = new Choice
        {
            Label = texts.Texts(fields, "label", required: true),
            Go = ReadTarget(fields),
            Do = ReadAction(fields),
            Set = ReadTemplates(fields, "set"),
            When = fields.Text("when")?.Value,
            Keywords = texts.Keywords(fields.Fields("keywords"), null),
            Each = fields.Text("each")?.Value,
            As = ReadAs(fields),
            Mark = choice.Mark,
        };
        fields.RefuseUnknown();
        return sources.Add(read, choice);
    }

    private string ReadAs(YamlFields choice)
    {
        if (choice.Text("as") is not { } name)
            return "item";

        Names.CheckVariable(name.Value, name.Mark, issues);
        return name.Value;
    }

    private Ask ReadAsk(YamlMap ask)
    {
        var fields = new YamlFields(ask, issues);
        var read = new Ask
        {
            Kind = fields.Word<AskKind>("kind", required: true) ?? AskKind.Text,
            Into = fields.Text("into")?.Value,
            Min = fields.Number("min"),
            Max = fields.Number("max"),
            Retry = texts.Texts(fields, "retry"),
            Do = ReadAction(fields),
            Go = ReadTarget(fields),
            Mark = ask.Mark,
        };
        fields.RefuseUnknown();
        return sources.Add(read, ask);
    }

    private ActionUse? ReadAction(YamlFields owner)
    {
        if (owner.Fields("do") is not { } action)
            return null;

        var fields = new YamlFields(action, issues);
        var name = fields.Text("action", required: true);
        var read = new ActionUse(name?.Value ?? "", ReadTemplates(fields, "with"), fields.Text("into")?.Value, name?.Mark ?? action.Mark);
        fields.RefuseUnknown();
        return sources.Add(read, action);
    }

    /// <summary>Where <c>go</c> is missing the screen leads to itself, so that the one mistake makes one finding.</summary>
    private Target ReadTarget(YamlFields owner)
    {
        var with = ReadTemplates(owner, "with");
        if (owner.Text("go", required: true) is not { } go)
            return new Target(id, null, with, owner.Mark);

        var (screen, action) = linker.Resolve(go.Value, id.Dialog);
        return sources.Add(new Target(screen, action, with, go.Mark), go);
    }

    private static Dictionary<string, string> ReadTemplates(YamlFields owner, string key)
    {
        if (owner.Fields(key) is not { } map)
            return none;

        var templates = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, _, node) in map.Entries)
        {
            // An empty text in quotes clears a variable, so it is allowed here.
            if (node is YamlScalar { IsNothing: false } text)
                templates[name] = text.Value;
            else
                owner.RefuseShape(name, node, "a text; put quotes around a template");
        }

        return templates;
    }

    private static IEnumerable<YamlMap> Maps(YamlFields owner, string key)
    {
        foreach (var item in owner.Items(key))
        {
            if (item is YamlMap found)
                yield return found;
            else
                owner.RefuseShape($"an item of {key}", item, "names with values");
        }
    }
}
