using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Reading;

/// <summary>The letters that names of the dialog language may hold.</summary>
internal static class Names
{
    /// <summary>The variables that are always there.</summary>
    public static IReadOnlyList<string> AlwaysThere { get; } = ["lang", "today", "channel"];

    /// <summary>What a question's action sees of the answer.</summary>
    public const string Answer = "answer";

    public static bool IsScreen(string name) => name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    public static bool IsDialog(string id) => id.Split('/').All(IsScreen);

    public static bool IsVariable(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    public static void CheckVariable(string name, Mark mark, ICollection<DialogIssue> issues)
    {
        if (!IsVariable(name))
        {
            issues.Add(ShapeRules.BadName.At(mark, $"The variable '{name}' holds letters that do not work in a template.",
                "Use a to z, digits and _, and begin with a letter."));
        }
        else if (name == Answer || AlwaysThere.Contains(name))
        {
            issues.Add(ShapeRules.BadName.At(mark, $"The variable '{name}' has the name of one that is always there.", "Choose another name."));
        }
    }
}
