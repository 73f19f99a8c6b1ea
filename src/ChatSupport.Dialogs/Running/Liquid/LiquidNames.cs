using System.Collections.Frozen;
using Fluid.Ast;
using Fluid.Ast.BinaryExpressions;
using Fluid.Values;

namespace ChatSupport.Dialogs.Running.Liquid;

/// <summary>Collects what a template reads, what it takes that for, and which filters it names, in the order of the text.</summary>
internal sealed class LiquidNames : AstVisitor
{
    private static readonly FrozenSet<string> counting = new[]
    {
        "money", "distance", "abs", "at_least", "at_most", "ceil", "divided_by", "floor", "minus", "modulo", "plus", "round", "times",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly List<LiquidUse> uses = [];
    private readonly Dictionary<string, int> times = new(StringComparer.Ordinal);
    private readonly HashSet<string> made = new(StringComparer.Ordinal) { "forloop" };
    private readonly Dictionary<Expression, LiquidUseAs> takenFor = new(ReferenceEqualityComparer.Instance);

    /// <summary>The variables read, without those that the template makes itself.</summary>
    public IReadOnlyList<string> Read => [.. Uses.Select(use => use.Name).Distinct(StringComparer.Ordinal)];

    /// <summary>Every reading of a variable, without those that the template makes itself.</summary>
    public IReadOnlyList<LiquidUse> Uses => [.. uses.Where(use => !made.Contains(use.Name))];

    /// <summary>The first filter that does not exist; null where all do.</summary>
    public string? UnknownFilter { get; private set; }

    /// <summary>It counts through a range, which the library would write out in memory.</summary>
    public bool HasRange { get; private set; }

    protected override Expression VisitRangeExpression(RangeExpression rangeExpression)
    {
        HasRange = true;
        return base.VisitRangeExpression(rangeExpression);
    }

    protected override Expression VisitMemberExpression(MemberExpression memberExpression)
    {
        if (memberExpression.Segments[0] is IdentifierSegment root)
        {
            var nth = times[root.Identifier] = times.GetValueOrDefault(root.Identifier, -1) + 1;
            var member = memberExpression.Segments.Count == 1 ? null : (memberExpression.Segments[1] as IdentifierSegment)?.Identifier ?? "";
            uses.Add(new LiquidUse(root.Identifier, nth, takenFor.GetValueOrDefault(memberExpression), member));
        }

        foreach (var index in memberExpression.Segments.OfType<IndexerSegment>())
            Visit(index.Expression);
        return memberExpression;
    }

    protected override Expression VisitFilterExpression(FilterExpression filterExpression)
    {
        if (counting.Contains(filterExpression.Name))
            takenFor[filterExpression.Input] = LiquidUseAs.Counted;
        var result = base.VisitFilterExpression(filterExpression);
        if (!LiquidFilters.Exists(filterExpression.Name))
            UnknownFilter ??= filterExpression.Name;
        return result;
    }

    protected override Statement VisitOutputStatement(OutputStatement outputStatement)
    {
        takenFor[outputStatement.Expression] = LiquidUseAs.Written;
        return base.VisitOutputStatement(outputStatement);
    }

    protected override Expression VisitGreaterThanBinaryExpression(GreaterThanBinaryExpression greaterThanBinaryExpression)
    {
        Measure(greaterThanBinaryExpression);
        return base.VisitGreaterThanBinaryExpression(greaterThanBinaryExpression);
    }

    protected override Expression VisitLowerThanBinaryExpression(LowerThanBinaryExpression lowerThanBinaryExpression)
    {
        Measure(lowerThanBinaryExpression);
        return base.VisitLowerThanBinaryExpression(lowerThanBinaryExpression);
    }

    protected override Expression VisitEqualBinaryExpression(EqualBinaryExpression equalBinaryExpression)
    {
        Compare(equalBinaryExpression);
        return base.VisitEqualBinaryExpression(equalBinaryExpression);
    }

    protected override Expression VisitNotEqualBinaryExpression(NotEqualBinaryExpression notEqualBinaryExpression)
    {
        Compare(notEqualBinaryExpression);
        return base.VisitNotEqualBinaryExpression(notEqualBinaryExpression);
    }

    protected override Statement VisitAssignStatement(AssignStatement assignStatement)
    {
        made.Add(assignStatement.Identifier);
        return base.VisitAssignStatement(assignStatement);
    }

    protected override Statement VisitForStatement(ForStatement forStatement)
    {
        made.Add(forStatement.Identifier);
        takenFor[forStatement.Source] = LiquidUseAs.Repeated;
        return base.VisitForStatement(forStatement);
    }

    // The library visits 'else' before what stands between: here the order of the text counts.
    protected override Statement VisitIfStatement(IfStatement ifStatement)
    {
        Visit(ifStatement.Condition);
        foreach (var statement in ifStatement.Statements.Concat(ifStatement.ElseIfs))
            Visit(statement);
        Visit(ifStatement.Else);
        return ifStatement;
    }

    protected override Statement VisitUnlessStatement(UnlessStatement unlessStatement)
    {
        Visit(unlessStatement.Condition);
        foreach (var statement in unlessStatement.Statements)
            Visit(statement);
        Visit(unlessStatement.Else);
        return unlessStatement;
    }

    private void Measure(BinaryExpression comparison) =>
        takenFor[comparison.Left] = takenFor[comparison.Right] = LiquidUseAs.Measured;

    private void Compare(BinaryExpression comparison)
    {
        if (As(comparison.Right) is { } right)
            takenFor[comparison.Left] = right;
        if (As(comparison.Left) is { } left)
            takenFor[comparison.Right] = left;
    }

    private static LiquidUseAs? As(Expression expression) => expression is not LiteralExpression literal ? null : literal.Value.Type switch
    {
        FluidValues.String when literal.Value.ToStringValue().Length > 0 => LiquidUseAs.EqualToText,
        FluidValues.Number => LiquidUseAs.EqualToNumber,
        FluidValues.Boolean => LiquidUseAs.EqualToFlag,
        _ => null,
    };
}
