using System.Globalization;
using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Reading;

/// <summary>Reads the names of one map by their kind and finds what is missing, misspelt or of the wrong shape.</summary>
/// <remarks>Ask for every name that may stand there, then call <see cref="RefuseUnknown"/>: what nobody asked for is a finding.</remarks>
/// <param name="map">The map.</param>
/// <param name="issues">Receives every finding.</param>
public sealed class YamlFields(YamlMap map, ICollection<DialogIssue> issues)
{
    private readonly List<string> asked = new(12); // a dozen names at most: looking through them is quicker than hashing

    /// <summary>Where the map begins.</summary>
    public Mark Mark => map.Mark;

    /// <summary>The names with their values.</summary>
    public YamlMap Map => map;

    /// <summary>The node of a name, or null; nothing is found.</summary>
    public YamlNode? Node(string key)
    {
        if (!asked.Contains(key))
            asked.Add(key);
        return map.Find(key);
    }

    /// <summary>A text; null where the name is missing or its value is no text.</summary>
    public YamlScalar? Text(string key, bool required = false)
    {
        if (Found(key, required) is not { } node)
            return null;

        if (node is YamlScalar { IsNothing: false } scalar)
            return scalar;

        RefuseShape(key, node, "a text");
        return null;
    }

    /// <summary>Names with values; null where the name is missing or its value is of another shape.</summary>
    public YamlMap? Fields(string key, bool required = false)
    {
        if (Found(key, required) is not { } node)
            return null;

        if (node is YamlMap fields)
            return fields;

        RefuseShape(key, node, "names with values");
        return null;
    }

    /// <summary>The items of a list; empty where the name is missing or its value is of another shape.</summary>
    public IReadOnlyList<YamlNode> Items(string key, bool required = false)
    {
        if (Found(key, required) is not { } node)
            return [];

        if (node is YamlList list)
            return list.Items;

        RefuseShape(key, node, "a list");
        return [];
    }

    /// <summary><c>true</c> or <c>false</c>; false where the name is missing.</summary>
    public bool Flag(string key)
    {
        if (Text(key) is not { } text)
            return false;

        if (text.Value is not ("true" or "false"))
            issues.Add(ShapeRules.UnknownWord.At(text.Mark, $"'{key}' is '{text.Value}', but true or false is expected.", "Write true, or leave the line out."));

        return text.Value == "true";
    }

    /// <summary>A decimal number with a dot; null where the name is missing.</summary>
    public decimal? Number(string key, bool required = false)
    {
        if (Text(key, required) is not { } text)
            return null;

        if (decimal.TryParse(text.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return number;

        issues.Add(ShapeRules.Unreadable.At(text.Mark, $"'{key}' is '{text.Value}', but a number is expected.", "Write it in Arabic digits, for example 18."));
        return null;
    }

    /// <summary>A day; null where the name is missing.</summary>
    public DateOnly? Date(string key, bool required = false)
    {
        if (Text(key, required) is not { } text)
            return null;

        if (DateOnly.TryParseExact(text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;

        issues.Add(ShapeRules.Unreadable.At(text.Mark, $"'{key}' is '{text.Value}', but a day is expected.", "Write year-month-day, for example 2026-11-24."));
        return null;
    }

    /// <summary>One of the values of an enum, in kebab case; null where the name is missing.</summary>
    public T? Word<T>(string key, bool required = false) where T : struct, Enum =>
        Text(key, required) is { } text ? Words.Read<T>(text, $"'{key}'", issues) : null;

    /// <summary>Finds every name that nobody asked for.</summary>
    public void RefuseUnknown()
    {
        foreach (var entry in map.Entries)
        {
            if (asked.Contains(entry.Key))
                continue;

            issues.Add(ShapeRules.UnknownKey.At(entry.KeyMark, $"'{entry.Key}' stands here, but nothing reads it.",
                Similar.Mend(entry.Key, asked, $"Delete it; what can stand here: {string.Join(", ", asked)}.")));
        }
    }

    /// <summary>Says that a value is of another shape than expected.</summary>
    public void RefuseShape(string key, YamlNode node, string expected)
    {
        if (node is YamlHole)
            return;

        issues.Add(node is YamlScalar { IsNothing: true }
            ? ShapeRules.Empty.At(node.Mark, $"'{key}' is empty, but {expected} is expected.", "Fill it in, or delete the line.")
            : ShapeRules.WrongShape.At(node.Mark, $"'{key}' is {node.Shape}, but {expected} is expected.", "See dialogs/README.md for how it is written."));
    }

    private YamlNode? Found(string key, bool required)
    {
        var node = Node(key);
        if (node is null && required)
            issues.Add(ShapeRules.MissingKey.At(map.Mark, $"'{key}' is missing here.", $"Add a line '{key}: …'."));

        return node;
    }
}
