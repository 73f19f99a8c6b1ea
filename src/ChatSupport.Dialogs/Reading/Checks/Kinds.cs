using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running.Liquid;

namespace ChatSupport.Dialogs.Reading.Checks;

/// <summary>What a template may take a variable of each kind for.</summary>
internal static class Kinds
{
    /// <summary>The end of a sentence that says why not; null where it may.</summary>
    public static string? Refuse(LiquidUse use, VariableKind kind)
    {
        if (use.Member is { } member)
            return HasMember(kind, member) ? null : $"which has no '.{member}'.";

        return use.As switch
        {
            LiquidUseAs.Written => kind is VariableKind.List or VariableKind.Fields ? "which cannot be written out as a whole." : null,
            LiquidUseAs.Repeated => kind == VariableKind.List ? null : "but 'for' repeats over a list.",
            LiquidUseAs.Measured => kind == VariableKind.Number ? null : "but only numbers are compared by size.",
            LiquidUseAs.Counted => kind is VariableKind.Number or VariableKind.Text ? null : "but this filter takes a number.",
            LiquidUseAs.EqualToText => IsText(kind) ? null : "which never equals a text in quotes.",
            LiquidUseAs.EqualToNumber => kind == VariableKind.Number ? null : "which never equals a number.",
            LiquidUseAs.EqualToFlag => kind == VariableKind.Flag ? null : "which is neither true nor false.",
            _ => null,
        };
    }

    private static bool HasMember(VariableKind kind, string member) => kind switch
    {
        VariableKind.Fields or VariableKind.Place => true,
        VariableKind.List => member is "size" or "first" or "last" or "",
        VariableKind.Text => member == "size",
        _ => false,
    };

    private static bool IsText(VariableKind kind) => kind is VariableKind.Text or VariableKind.Date or VariableKind.Place or VariableKind.Media;
}
