using System.Text;
using Fluid;
using Fluid.Ast;

namespace ChatSupport.Dialogs.Running.Liquid;

/// <summary>The longest text that a template writes by itself, before anything is filled in: of <c>if</c> and <c>case</c> the longest way,
/// of a loop one round.</summary>
internal static class LiquidConstant
{
    public static string Of(IFluidTemplate template) => template is IStatementList list ? Of(list.Statements) : "";

    private static string Of(IEnumerable<Statement?> statements)
    {
        var text = new StringBuilder();
        foreach (var statement in statements)
            text.Append(Of(statement));
        return text.ToString();
    }

    private static string Of(Statement? statement) => statement switch
    {
        TextSpanStatement text => text.Text.ToString(),
        RawStatement raw => raw.Text.ToString(),
        IfStatement choice => Longest([Of(choice.Statements), .. choice.ElseIfs.Select(other => Of(other.Statements)), Of(choice.Else)]),
        UnlessStatement choice => Longest([Of(choice.Statements), Of(choice.Else)]),
        CaseStatement choice => Longest([.. choice.Whens.Select(when => Of(when.Statements)), Of(choice.Else)]),
        ForStatement loop => Longest([Of(loop.Statements), Of(loop.Else)]),
        ElseStatement other => Of(other.Statements),
        _ => "",
    };

    private static string Longest(IEnumerable<string> texts) => texts.MaxBy(text => text.Length) ?? "";
}
