using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Fluid;
using Fluid.Ast;
using Fluid.Parser;
using Parlot.Fluent;

namespace ChatSupport.Dialogs.Running.Liquid;

/// <summary>The only door to the template library: what it may read, how long it may run, and its errors in plain words.</summary>
internal static class Sandbox
{
    private static readonly Grammar grammar = new();
    private static readonly TemplateOptions options = Options();

    public static bool TryParse(
        string text, [NotNullWhen(true)] out IFluidTemplate? template, out IReadOnlyList<string> names, out string problem)
    {
        template = null;
        names = [];
        if (text.Length > Template.MaxLength)
        {
            problem = string.Create(CultureInfo.InvariantCulture, $"It is {text.Length} characters long, but may have at most {Template.MaxLength}.");
            return false;
        }

        problem = Depth.Exceeded(text) ?? "";
        if (problem.Length > 0)
            return false;

        if (!grammar.TryParse(text, out var parsed, out var error))
        {
            problem = LiquidProblem.From(error, text);
            return false;
        }

        if (!TryName(visitor => visitor.VisitTemplate(parsed), out names, out problem))
            return false;

        template = parsed;
        return true;
    }

    public static bool TryParseCondition(
        string text, [NotNullWhen(true)] out Expression? condition, out IReadOnlyList<string> names, out string problem)
    {
        condition = null;
        names = [];
        problem = Depth.ExceededInside(text, "It") ?? "";
        if (problem.Length > 0)
            return false;

        if (!grammar.TryParseCondition(text, out var parsed, out problem))
            return false;

        if (!TryName(visitor => visitor.Visit(parsed), out names, out problem))
            return false;

        condition = parsed;
        return true;
    }

    public static Rendering Render(IFluidTemplate template, Scope scope)
    {
        try
        {
            using var writer = new Limits.Writer();
            var rendering = template.RenderAsync(writer, Context(scope), NullEncoder.Default);
            if (!rendering.IsCompletedSuccessfully)
                rendering.AsTask().GetAwaiter().GetResult(); // nothing in a template waits: this only brings out what was thrown
            return new Rendering(writer.ToString(), false);
        }
        catch (Exception error) when (IsOfTheTemplate(error))
        {
            return new Rendering("", true);
        }
    }

    public static bool Holds(Expression condition, Scope scope)
    {
        try
        {
            var context = Context(scope);
            var result = condition.EvaluateAsync(context);
            return (result.IsCompletedSuccessfully ? result.Result : result.AsTask().GetAwaiter().GetResult()).ToBooleanValue();
        }
        catch (Exception error) when (IsOfTheTemplate(error))
        {
            return false;
        }
    }

    private static bool TryName(Action<LiquidNames> visit, out IReadOnlyList<string> names, out string problem)
    {
        var visitor = new LiquidNames();
        visit(visitor);
        names = visitor.Read;
        problem = visitor.UnknownFilter is { } filter ? LiquidProblem.UnknownFilter(filter)
            : visitor.HasRange ? "A range such as (1..5) cannot be used here; repeat over a list variable." : "";
        return problem.Length == 0;
    }

    private static TemplateContext Context(Scope scope)
    {
        var context = new TemplateContext(LiquidValues.From(scope), options);
        context.AmbientValues["lang"] = scope.Language;
        return context;
    }

    private static TemplateOptions Options()
    {
        var made = new TemplateOptions
        {
            MaxSteps = Limits.Statements,
            MaxRecursion = 20,
            CultureInfo = CultureInfo.InvariantCulture,
            ModelNamesComparer = StringComparer.Ordinal,
            TimeZone = TimeZoneInfo.Utc,
            Now = static () => DateTimeOffset.UnixEpoch, // templates have no clock
        };
        LiquidFilters.Keep(made.Filters);
        return made;
    }

    // Everything that a template can provoke: broken limits, numbers compared with texts, division by zero, overflow.
    private static bool IsOfTheTemplate(Exception error) =>
        error is LimitException or FluidException or InvalidOperationException or ArithmeticException or ArgumentException
            or FormatException or InvalidCastException or NullReferenceException or IndexOutOfRangeException;

    private sealed class Grammar : FluidParser
    {
        private static readonly string[] kept =
            ["if", "unless", "case", "for", "break", "continue", "assign", "comment", "raw", "cycle", "#"];

        private readonly Parser<Expression> condition;

        public Grammar() : base(new FluidParserOptions { AllowParentheses = true })
        {
            foreach (var tag in RegisteredTags.Keys.Except(kept, StringComparer.Ordinal).ToList())
                RegisteredTags.Remove(tag);
            condition = LogicalExpression;
        }

        public bool TryParseCondition(string text, [NotNullWhen(true)] out Expression? expression, out string problem)
        {
            var context = new FluidParseContext(text);
            problem = "";
            if (!condition.TryParse(context, out expression, out var error))
            {
                problem = error is null ? LiquidProblem.NoCondition(text) : LiquidProblem.From(error.Message ?? "", text);
                return false;
            }

            context.SkipWhiteSpace();
            if (context.Scanner.Cursor.Eof)
                return true;

            problem = LiquidProblem.Rest(text[..context.Scanner.Cursor.Offset], text[context.Scanner.Cursor.Offset..]);
            return false;
        }
    }
}
