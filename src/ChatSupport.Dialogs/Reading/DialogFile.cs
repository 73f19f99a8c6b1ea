using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Reading;

/// <summary>Builds one dialog from the nodes of its file.</summary>
internal sealed class DialogFile(YamlMap root, string id, TextReading texts, Linker linker, Sources sources, ICollection<DialogIssue> issues)
{
    public Dialog Read()
    {
        var fields = new YamlFields(root, issues);
        fields.Node("format");
        CheckName(fields);
        var sensitive = fields.Flag("sensitive");
        var dialog = new Dialog
        {
            Id = id,
            Title = texts.Texts(fields, "title", required: true),
            Keywords = texts.Keywords(fields.Fields("keywords"), fields.Fields("not")),
            Source = ReadSource(fields),
            Status = texts.Status(fields),
            Sensitive = sensitive,
            Crisis = fields.Flag("crisis"),
            Fenced = fields.Flag("fenced"),
            Variables = ReadVariables(fields),
            Screens = ReadScreens(fields, sensitive),
            Mark = root.Mark,
        };
        fields.RefuseUnknown();
        return sources.Add(dialog, root);
    }

    private void CheckName(YamlFields fields)
    {
        if (fields.Text("dialog", required: true) is { } name && name.Value != id)
        {
            issues.Add(ShapeRules.WrongName.At(name.Mark, $"The dialog calls itself '{name.Value}', but its path says '{id}'.",
                $"Write 'dialog: {id}', or move the file."));
        }

        if (!Names.IsDialog(id))
            issues.Add(ShapeRules.BadName.At(root.Mark, $"The path '{id}' holds letters that do not work in 'go'.", "Use a to z, digits, - and _ for the file and its folders."));
    }

    private Citation? ReadSource(YamlFields dialog)
    {
        if (dialog.Fields("source") is not { } map)
            return null;

        var fields = new YamlFields(map, issues);
        var source = new Citation(
            fields.Text("text", required: true)?.Value ?? "", fields.Text("url")?.Value, fields.Date("checked", required: true), map.Mark);
        fields.RefuseUnknown();
        return sources.Add(source, map);
    }

    private Dictionary<string, VariableKind> ReadVariables(YamlFields dialog)
    {
        var variables = new Dictionary<string, VariableKind>(StringComparer.Ordinal);
        foreach (var (name, keyMark, node) in dialog.Fields("variables")?.Entries ?? [])
        {
            Names.CheckVariable(name, keyMark, issues);
            // A variable of unknown kind still exists: one finding for one mistake.
            variables[name] = texts.Filled(name, node) is { } kind ? Words.Read<VariableKind>(kind, $"The kind of '{name}'", issues) ?? default : default;
        }

        return variables;
    }

    private OrderedDictionary<string, Screen> ReadScreens(YamlFields dialog, bool sensitive)
    {
        var screens = new OrderedDictionary<string, Screen>(StringComparer.Ordinal);
        var map = dialog.Fields("screens", required: true);
        foreach (var (name, keyMark, node) in map?.Entries ?? [])
        {
            if (!Names.IsScreen(name))
                issues.Add(ShapeRules.BadName.At(keyMark, $"The screen '{name}' holds letters that do not work in 'go'.", "Use a to z, digits, - and _."));

            if (node is YamlMap screen)
                screens[name] = new ScreenNode(screen, new ScreenId(id, name), keyMark, texts, linker, sources, issues).Read(sensitive);
            else
                dialog.RefuseShape(name, node, "a screen");
        }

        if (map is not null && map.Find(ScreenId.Start) is null)
            issues.Add(ShapeRules.MissingKey.At(map.Mark, $"The dialog has no screen '{ScreenId.Start}', on which it opens.", $"Name its first screen '{ScreenId.Start}'."));

        return screens;
    }
}
