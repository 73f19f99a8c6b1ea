using System.Diagnostics.CodeAnalysis;
using ChatSupport.Dialogs.Running.Liquid;
using Fluid.Ast;

namespace ChatSupport.Dialogs.Running;

/// <summary>A question about the variables, written as a Liquid condition: <c>age &lt; 18 and lang == "km"</c>.
/// Immutable and safe to ask on many threads at once.</summary>
public sealed class Condition
{
    private readonly string source;
    private readonly Expression expression;

    private Condition(string source, Expression expression, IReadOnlyList<string> names)
    {
        this.source = source;
        this.expression = expression;
        Names = names;
    }

    /// <summary>The longest condition, in UTF-16 units.</summary>
    public const int MaxLength = 500;

    /// <summary>The variables it reads, each once, in the order they appear.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Reads a condition.</summary>
    /// <param name="text">The condition as the author wrote it, without braces.</param>
    /// <param name="condition">The condition; null where it cannot be read.</param>
    /// <param name="problem">Why not, one sentence without line breaks; empty where it can.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out Condition? condition, out string problem)
    {
        condition = null;
        var readable = Sandbox.TryParseCondition(text, out var expression, out var names, out var fault);
        problem = fault?.Sentence ?? "";
        condition = readable ? new Condition(text, expression!, names!.Read) : null;
        return readable;
    }

    /// <summary>Whether it holds. A variable that is absent equals <c>nil</c>, <c>empty</c> and <c>blank</c>.
    /// Never throws: what cannot be compared does not hold.</summary>
    public bool Holds(Scope scope) => Sandbox.Holds(expression, scope);

    /// <summary>The condition as the author wrote it.</summary>
    public override string ToString() => source;
}
