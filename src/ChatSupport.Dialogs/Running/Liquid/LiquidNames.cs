using Fluid.Ast;

namespace ChatSupport.Dialogs.Running.Liquid;

/// <summary>Collects what a template reads and which filters it names.</summary>
internal sealed class LiquidNames : AstVisitor
{
    private readonly List<string> read = [];
    private readonly HashSet<string> made = new(StringComparer.Ordinal) { "forloop" };

    /// <summary>The variables read, without those that the template makes itself.</summary>
    public IReadOnlyList<string> Read => [.. read.Where(name => !made.Contains(name)).Distinct(StringComparer.Ordinal)];

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
            read.Add(root.Identifier);
        foreach (var index in memberExpression.Segments.OfType<IndexerSegment>())
            Visit(index.Expression);
        return memberExpression;
    }

    protected override Expression VisitFilterExpression(FilterExpression filterExpression)
    {
        if (!LiquidFilters.Exists(filterExpression.Name))
            UnknownFilter ??= filterExpression.Name;
        return base.VisitFilterExpression(filterExpression);
    }

    protected override Statement VisitAssignStatement(AssignStatement assignStatement)
    {
        made.Add(assignStatement.Identifier);
        return base.VisitAssignStatement(assignStatement);
    }

    protected override Statement VisitForStatement(ForStatement forStatement)
    {
        made.Add(forStatement.Identifier);
        return base.VisitForStatement(forStatement);
    }
}
